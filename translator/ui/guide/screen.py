"""What the guide asks of its window, and what the window asks in return."""

from collections.abc import Sequence
from typing import Protocol

from translator.ui.guide.pages import Page
from translator.ui.vocabulary import Line


class GuideCommands(Protocol):
    """What the window's controls do."""

    def choose(self, topic: str) -> None:
        """Show what was chosen in the contents, or among what was found."""
        ...

    def follow(self, link: str) -> None:
        """Follow a link on the page that is shown."""
        ...

    def go_back(self) -> None:
        """Show what was shown before."""
        ...

    def search(self, text: str) -> None:
        """List the sections that answer a search; the pages where nothing is searched for."""
        ...


class GuideScreen(Protocol):
    """The window. The real one is ``GuideWindow``."""

    @property
    def place(self) -> float:
        """How far the page is scrolled, 0 to 1."""
        ...

    def listen(self, commands: GuideCommands) -> None:
        """Let the controls do this."""
        ...

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        """List these, with this one chosen; where there are none, say that nothing was found."""
        ...

    def choose_line(self, chosen: str) -> None:
        """Mark this one in the list, if it is there."""
        ...

    def show_page(self, page: Page, section: int = 0, words: str = "") -> None:
        """Show a page from one of its sections on, with these words marked in it."""
        ...

    def scroll_to(self, place: float) -> None:
        """Scroll the page that is shown to where it was."""
        ...

    def show_absence(self) -> None:
        """Say that the guide was not installed."""
        ...

    def offer_back(self, *, offered: bool) -> None:
        """Let one go back, or not."""
        ...

    def open_window(self) -> None:
        """Bring the window to the front."""
        ...
