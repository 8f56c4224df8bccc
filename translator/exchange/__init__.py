"""Takes memories and glossaries in from files, and gives them and the history out as files."""
