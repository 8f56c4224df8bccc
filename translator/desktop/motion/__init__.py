"""Whether the user has asked the system for less motion: a file for each platform, and one that chooses."""
