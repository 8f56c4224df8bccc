"""Where the text to translate is."""
