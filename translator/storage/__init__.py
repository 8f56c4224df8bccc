"""What is kept: settings, draft, keys; and in one database memory, glossaries, history and usage."""
