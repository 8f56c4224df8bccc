"""Word by word: other ways to say a part of a translation, and what a dictionary says of a term."""
