"""What becomes of the blocks that the user changes in a translation."""
