"""For the tests of what the program says of itself."""

from tests.ui.themes import theme

__all__ = ["theme"]
