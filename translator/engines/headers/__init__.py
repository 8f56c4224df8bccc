"""What services say in headers: their limits, and when to come back."""
