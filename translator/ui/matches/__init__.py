"""What the user has translated before that is like the block at hand."""
