"""Pictures: the text in one is read by a model that sees, and then translated like any other."""
