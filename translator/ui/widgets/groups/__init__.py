"""How controls stand together: in rows, in groups that may open, in lines that wrap."""
