"""The theme that widgets need."""

from tests.ui.themes import theme

__all__ = ["theme"]
