"""What the guide shows for a topic, a link, a search, and on the way back."""

from pathlib import Path

import pytest

from tests.ui.guide.fake_screen import FakeGuideScreen
from translator.ui.guide.pages import Guide, parse_page
from translator.ui.guide.presenter import GuidePresenter

PAGES = (
    parse_page("index", "# Guide\n\n- [Memory](memory.md)\n"),
    parse_page("memory", "# Memory\n\n## Units\n\nA pair of texts\n\n## Export\n\nas TMX\n"),
    parse_page("keys", "# Keys\n\nSee [units](memory.md#units)\n"),
)


class Reading:
    def __init__(self, *pages: object) -> None:
        self.screen = FakeGuideScreen()
        self.addresses: list[str] = []
        self.presenter = GuidePresenter(self.screen, Guide(Path(), PAGES), self.addresses.append)

    @property
    def shown(self) -> tuple[str, str]:
        return self.screen.page, self.screen.section


@pytest.fixture
def reading() -> Reading:
    made = Reading()
    made.presenter.open()
    return made


def test_it_opens_at_the_first_page_with_the_contents_beside_it(reading: Reading) -> None:
    assert reading.shown == ("index", "Guide")
    assert [line.title for line in reading.screen.lines] == ["Guide", "Memory", "Keys"]
    assert reading.screen.chosen == "index"
    assert not reading.screen.can_go_back
    assert reading.screen.opened == 1


def test_a_topic_opens_its_section(reading: Reading) -> None:
    reading.presenter.open("memory#export")
    assert reading.shown == ("memory", "Export")
    assert reading.screen.chosen == "memory"


@pytest.mark.parametrize(("topic", "shown"), [("memory#gone", ("memory", "Memory")), ("gone", ("index", "Guide"))])
def test_a_topic_that_is_not_there_opens_what_is_nearest(
    reading: Reading, topic: str, shown: tuple[str, str]
) -> None:  # fmt: skip
    reading.presenter.open(topic)
    assert reading.shown == shown


def test_without_any_pages_that_is_said() -> None:
    screen = FakeGuideScreen()
    GuidePresenter(screen, Guide(Path(), ()), lambda _: None).open("memory")
    assert screen.is_absent
    assert screen.opened == 1


def test_links_lead_on_and_back_leads_to_where_one_was(reading: Reading) -> None:
    reading.presenter.choose("keys")
    reading.screen.place = 0.4
    reading.presenter.follow("memory.md#units")
    reading.presenter.follow("#export")
    assert reading.shown == ("memory", "Export")

    reading.presenter.go_back()
    reading.presenter.go_back()
    assert reading.shown[0] == "keys"
    assert reading.screen.place == 0.4
    assert reading.screen.chosen == "keys"

    reading.presenter.go_back()
    reading.presenter.go_back()
    assert reading.shown[0] == "index"
    assert not reading.screen.can_go_back


def test_an_address_of_the_web_goes_to_the_browser_and_anything_else_nowhere(reading: Reading) -> None:
    for link in ("https://example.org/a.md", "file:///etc/passwd", "javascript:alert(1)"):
        reading.presenter.follow(link)
    assert reading.addresses == ["https://example.org/a.md"]
    assert reading.shown == ("index", "Guide")


def test_a_search_lists_sections_and_marks_the_words_in_the_one_that_is_chosen(reading: Reading) -> None:
    reading.presenter.search(" tmx ")
    assert [(line.title, line.caption) for line in reading.screen.lines] == [("Export", "Memory")]
    assert reading.screen.chosen == ""

    reading.presenter.choose("memory#export")
    assert reading.screen.words == "tmx"
    reading.presenter.search("no such words")
    assert reading.screen.lines == []

    reading.presenter.search("")
    assert [line.id for line in reading.screen.lines] == ["index", "memory", "keys"]
    assert reading.screen.chosen == "memory"
