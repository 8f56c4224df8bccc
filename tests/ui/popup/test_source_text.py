"""What the popup puts into its source is told from what the user writes there."""

from tests.fakes.popup_screen import FakePopupScreen
from translator.ui.popup.source_text import SourceText


def test_only_what_the_user_writes_is_an_edit_of_theirs() -> None:
    screen = FakePopupScreen()
    source = SourceText(screen)
    edits: list[tuple[str, bool]] = []
    screen.edited = lambda: edits.append((source.text, source.is_being_filled))
    source.fill("hel")
    source.add("lo")
    screen.type("hello you")

    assert edits == [("hel", True), ("hello", True), ("hello you", False)]


def test_a_text_of_which_nothing_is_seen_is_blank() -> None:
    screen = FakePopupScreen()
    source = SourceText(screen)
    for text, is_blank in (("", True), (" \n\u200b", True), ("a", False)):
        source.fill(text)
        assert source.is_blank is is_blank
