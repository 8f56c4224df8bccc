"""What happened, in a sentence, with what can be done about it."""
