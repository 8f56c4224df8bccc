"""Word by word: other ways to say a part, a dictionary's entry, and Latin letters."""
