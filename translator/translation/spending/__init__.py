"""What requests will take and what they took, what the memory saved, and the budget."""
