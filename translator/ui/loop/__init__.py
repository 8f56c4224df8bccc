"""The one event loop: who owns a task in it, and when Python collects its garbage."""
