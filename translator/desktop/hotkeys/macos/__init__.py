"""Global shortcuts on macOS."""
