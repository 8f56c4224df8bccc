"""The offline pseudo-translation, which shows how everything works and translates nothing."""
