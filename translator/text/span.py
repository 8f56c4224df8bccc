"""A place in a text."""

Span = tuple[int, int]
"""A half-open range in code points."""
