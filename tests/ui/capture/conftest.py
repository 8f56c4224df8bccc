"""For the tests of pictures: the light theme."""

from tests.ui.themes import theme

__all__ = ["theme"]
