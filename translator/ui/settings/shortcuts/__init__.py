"""The keys that work in every program."""
