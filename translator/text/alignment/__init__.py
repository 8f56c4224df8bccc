"""Which part of a translation answers which part of a text."""
