"""What services answer: bytes to events, to typed chunks, to what the engine yields; and their lists of models."""
