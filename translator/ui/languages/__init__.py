"""Choosing a language."""
