"""``translator text``: one text translated at a terminal."""
