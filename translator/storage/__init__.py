"""What is kept: settings, draft, keys."""
