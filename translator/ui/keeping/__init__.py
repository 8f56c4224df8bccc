"""What is kept of what is done: drafts and settings, the history, and what the memory learns."""
