"""A service's key."""
