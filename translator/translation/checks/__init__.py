"""What looks wrong in a translation, found without asking anybody."""
