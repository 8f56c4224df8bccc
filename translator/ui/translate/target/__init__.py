"""Where the translation is, block by block."""
