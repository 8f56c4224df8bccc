"""What several parts of the desktop need of macOS."""
