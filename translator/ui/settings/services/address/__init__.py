"""Where a service is, and what can be wrong with that."""
