"""Asks again where that may help."""
