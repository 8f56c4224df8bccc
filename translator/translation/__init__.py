"""What translating is: the use case, its events, its errors, and the ports it needs."""
