"""The clipboard of X11: its content stays with the program that offers it, which may be slow, huge, or hang."""
