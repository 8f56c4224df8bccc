"""Files of other programs: memories and glossaries."""
