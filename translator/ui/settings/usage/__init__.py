"""What translations took and cost, and how much they may cost."""
