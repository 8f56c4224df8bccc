"""The settings as a file, for another computer."""
