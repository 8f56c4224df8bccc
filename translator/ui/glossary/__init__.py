"""The glossaries: their window, and the form for a term that was selected in a text."""
