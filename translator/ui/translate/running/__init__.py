"""A translation on its way: what comes, what is waited for, what it takes, and how it ends."""
