"""The window, its controls and its menu, joined to the presenters that do the work."""
