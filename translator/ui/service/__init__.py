"""The service in use: which it is, what it costs, and what is left of a budget."""
