"""What belongs together in both panes."""
