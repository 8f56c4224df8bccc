"""What an edit has made of the source is known, and followed by what is linked with it."""

from tests.fakes.screen import FakeScreen
from translator.text.difference import TextEdit
from translator.ui.translate.source.known_source import KnownSource


class Links:
    """Lists the edits that it was told to follow."""

    def __init__(self) -> None:
        self.edits: list[TextEdit] = []

    def follow_edit(self, edit: TextEdit) -> None:
        self.edits.append(edit)


def known(text: str) -> tuple[FakeScreen, Links, KnownSource]:
    screen, links = FakeScreen(), Links()
    screen.source = text
    source = KnownSource(screen, links)
    source.look()
    return screen, links, source


def test_an_edit_is_followed_once() -> None:
    screen, links, source = known("one two")
    screen.source = "one and two"

    assert source.follow_edit()
    assert not source.follow_edit()
    assert links.edits == [TextEdit(4, 0, "and ")]


def test_what_is_only_looked_at_is_followed_by_nothing() -> None:
    screen, links, source = known("one two")
    screen.source = " \u200b"

    assert source.look() == source.text == " \u200b"
    assert source.is_blank
    assert links.edits == []


def test_links_of_another_text_follow_to_this_one() -> None:
    _, links, source = known("one two")

    assert not source.take_links_of("one two")
    assert source.take_links_of("one")
    assert links.edits == [TextEdit(3, 0, " two")]
