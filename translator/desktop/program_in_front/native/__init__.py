"""The program in front on Windows and macOS: the same steps, through each system's own calls."""
