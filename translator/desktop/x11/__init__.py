"""What several parts of the desktop need of an X server."""
