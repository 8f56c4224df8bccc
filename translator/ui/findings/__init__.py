"""What looks wrong in a translation: drawn under its words, listed, and asked for again."""
