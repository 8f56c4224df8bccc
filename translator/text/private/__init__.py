"""What is private in a text, found by its form: addresses, numbers, keys."""
