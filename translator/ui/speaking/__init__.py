"""Reading texts aloud."""
