"""What was translated before, and what of it helps now."""
