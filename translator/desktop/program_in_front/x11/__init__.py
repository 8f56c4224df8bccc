"""The program in front on X11: found by the window manager's hints, spoken to by XTEST."""
