"""Blocks laid out as requests: which go together, what goes with them, and the messages that ask for them."""
