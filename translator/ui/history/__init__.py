"""Finding earlier translations again."""
