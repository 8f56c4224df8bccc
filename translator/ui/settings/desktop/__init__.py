"""How the program lives on the desktop."""
