"""What goes wrong inside is written down, without text or key, and offered at the next start."""
