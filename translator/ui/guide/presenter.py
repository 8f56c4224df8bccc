"""What the guide shows: a page from one of its sections on, the way back, and what a search finds."""

from collections.abc import Callable, Mapping
from typing import NamedTuple

from translator.ui.guide.pages import FIRST, Guide, Page, split_topic
from translator.ui.guide.screen import GuideScreen
from translator.ui.vocabulary import Line

ICONS: Mapping[str, str] = {
    "index": "info", "first-run": "demo", "window": "swap", "services": "services", "shortcuts": "keyboard",
    "popup": "open_window", "pictures": "region", "glossary": "glossary", "memory": "memory", "history": "history",
    "settings": "settings", "privacy": "lock", "keyboard": "keyboard", "accessibility": "eye",
    "command-line": "server", "troubleshooting": "warning",
}  # fmt: skip
"""The icon of each page in the contents."""

_WEB = ("https://", "http://")


class _Shown(NamedTuple):
    page: Page
    place: float


class GuidePresenter:
    """Answers the window's controls. ``open_address`` opens an address of the web in the browser."""

    def __init__(self, screen: GuideScreen, guide: Guide, open_address: Callable[[str], object]) -> None:
        self._screen = screen
        self._guide = guide
        self._open_address = open_address
        self._page: Page | None = None
        self._earlier: list[_Shown] = []
        self._searched = ""
        screen.listen(self)
        screen.offer_back(offered=False)
        screen.show_lines(self._contents(), FIRST)

    @property
    def page(self) -> str:
        """The name of the page that is shown; the first before any is."""
        return self._page.name if self._page else FIRST

    def open(self, topic: str = FIRST) -> None:
        """Bring the window to the front with this topic; the first page where there is no such one."""
        if not self._guide.pages:
            self._screen.show_absence()
        elif not self._show(topic):
            self._show(FIRST)
        self._screen.open_window()

    # Commands

    def choose(self, topic: str) -> None:
        """Show what was chosen in the contents, or among what was found."""
        self._show(topic, self._searched)

    def follow(self, link: str) -> None:
        """Follow a link: within the guide, or in the browser. Anything else leads nowhere."""
        if link.startswith(_WEB):
            self._open_address(link)
        elif self._page is not None and ":" not in link:
            page, name = split_topic(link, self._page.name)
            self._show(f"{page}#{name}" if name else page)

    def go_back(self) -> None:
        """Show what was shown before, where it was scrolled to."""
        if self._earlier:
            shown = self._earlier.pop()
            self._turn_to(shown.page)
            self._screen.show_page(shown.page)
            self._screen.scroll_to(shown.place)

    def search(self, text: str) -> None:
        """List the sections that answer a search; the pages where nothing is searched for."""
        self._searched = text.strip()
        if not self._searched:
            self._screen.show_lines(self._contents(), self.page)
            return
        titles = {page.name: page.title for page in self._guide.pages}
        found = self._guide.search(self._searched)
        lines = [Line(s.topic, s.title, _icon_of(s.page), titles[s.page]) for s in found]
        self._screen.show_lines(lines, "")

    # What they do

    def _show(self, topic: str, words: str = "") -> bool:
        """Show a topic; return whether there is a page of that name. One that has no such section is shown whole."""
        name, section = split_topic(topic)
        page = self._guide.page(name)
        if page is None:
            return False
        if self._page is not None:
            self._earlier.append(_Shown(self._page, self._screen.place))
        self._turn_to(page)
        self._screen.show_page(page, page.find(section) or 0, words)
        return True

    def _turn_to(self, page: Page) -> None:
        self._page = page
        self._screen.offer_back(offered=bool(self._earlier))
        if not self._searched:
            self._screen.choose_line(page.name)

    def _contents(self) -> list[Line]:
        return [Line(page.name, page.title, _icon_of(page.name)) for page in self._guide.pages]


def _icon_of(page: str) -> str:
    return ICONS.get(page, "info")
