"""The operating system, where Qt is needed to reach it. Shows no words."""
