"""The translation memory in the database: what services answered, and the user's units."""
