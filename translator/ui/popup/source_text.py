"""The text to be translated in the popup."""

from translator.text.display import is_blank
from translator.ui.popup.screen import PopupShown


class SourceText:
    """Tells what is put there by the popup from what the user writes."""

    def __init__(self, screen: PopupShown) -> None:
        self._screen = screen
        self.is_being_filled = False
        """Whether the edit that is told of now is the popup's own."""

    @property
    def text(self) -> str:
        """All of it."""
        return self._screen.source_text()

    @property
    def is_blank(self) -> bool:
        """Whether nothing is seen of it."""
        return is_blank(self.text)

    def fill(self, text: str) -> None:
        """Put a text in its place that nobody has typed."""
        self.is_being_filled = True
        self._screen.replace_source(text)
        self.is_being_filled = False

    def add(self, text: str) -> None:
        """Write this, that nobody has typed, to its end."""
        self.is_being_filled = True
        self._screen.add_to_source(text)
        self.is_being_filled = False
