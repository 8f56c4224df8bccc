"""Files of other programs: memories, glossaries and histories."""
