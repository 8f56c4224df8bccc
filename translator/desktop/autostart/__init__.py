"""Starting without a window when the user logs in: a file for each platform's way."""
