"""``settings.toml``: the file, its text, the tables in it, and what of them cannot be meant."""
