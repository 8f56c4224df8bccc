"""``translator.db``: its thread, its file, its schema, and what may be wrong with any of them."""
