"""A reply as it streams: what models put around a translation goes, what is left is given to its blocks."""
