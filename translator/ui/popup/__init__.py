"""The popup: a text from wherever the user is, translated beside the pointer."""
