"""TMX 1.4b, the format that translation memories are exchanged in (LISA OSCAR, 2005)."""
