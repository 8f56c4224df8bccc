"""A window of the guide that only remembers what it was told."""

from collections.abc import Sequence

from translator.ui.guide.pages import Page
from translator.ui.guide.screen import GuideCommands
from translator.ui.vocabulary import Line


class FakeGuideScreen:
    """Its attributes are what a reader would see."""

    def __init__(self) -> None:
        self.place = 0.0
        self.lines: list[Line] = []
        self.chosen = ""
        self.page = ""
        self.section = ""
        self.words = ""
        self.is_absent = False
        self.can_go_back = False
        self.opened = 0

    def listen(self, commands: GuideCommands) -> None:
        """There is nobody to press anything."""

    def show_lines(self, lines: Sequence[Line], chosen: str) -> None:
        self.lines, self.chosen = list(lines), chosen

    def choose_line(self, chosen: str) -> None:
        self.chosen = chosen

    def show_page(self, page: Page, section: int = 0, words: str = "") -> None:
        self.page, self.section, self.words = page.name, page.sections[section].title, words
        self.place = 0.0

    def scroll_to(self, place: float) -> None:
        self.place = place

    def show_absence(self) -> None:
        self.is_absent = True

    def offer_back(self, *, offered: bool) -> None:
        self.can_go_back = offered

    def open_window(self) -> None:
        self.opened += 1
