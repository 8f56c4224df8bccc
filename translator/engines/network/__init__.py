"""Where requests go, by which way, what may leave and come in, and how long that may take."""
