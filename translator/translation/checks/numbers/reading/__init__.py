"""Reads the numbers, times and dates of a text, as its language writes them."""
