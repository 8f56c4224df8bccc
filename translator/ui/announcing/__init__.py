"""What a screen reader is asked to say by itself: politely, and nothing where none is listening."""
