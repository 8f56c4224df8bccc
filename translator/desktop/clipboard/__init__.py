"""The system's clipboard: read without waiting for a program that hangs, and given back as it was."""
