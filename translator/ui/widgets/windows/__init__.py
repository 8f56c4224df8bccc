"""What windows beside the main one have in common."""
