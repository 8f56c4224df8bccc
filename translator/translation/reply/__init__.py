"""A reply as it streams: what models put around a translation is taken away, and what is left is given to its blocks."""
