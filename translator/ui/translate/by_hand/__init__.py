"""What the user changes in a translation."""
