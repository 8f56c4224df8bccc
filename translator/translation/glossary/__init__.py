"""Terms, and what the user wants them to be called in the other language."""
