"""Clear, swap, paste and open, and how each is undone."""

from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_demo
from translator.engines.demo.pseudolocale import pseudo_translate

SOURCE = "Good morning, my friends. The weather is beautiful today, so we are going to the seaside."
TRANSLATION = pseudo_translate(SOURCE)


@pytest.fixture
def window(start_app: StartApp, home: Path) -> Window:
    """The window with a translation in it."""
    use_demo(home)
    window = Window(start_app("--to", "de"))
    window.source.type(SOURCE)
    window.translate()
    window.wait_for_translation(TRANSLATION)
    window.wait_for_status("Ready")
    return window


def test_clearing_is_undone_by_the_button(window: Window) -> None:
    window.app.key("ctrl+l")
    window.wait_for_status("Cleared")
    assert (window.source.text, window.target.text) == ("", "")
    assert window.source.is_focused

    window.press("undoButton")

    window.wait_for_status("Brought back")
    assert (window.source.text, window.target.text) == (SOURCE, TRANSLATION)
    assert not window.app.has("undoButton")


def test_clearing_by_button_is_undone_by_key_and_then_typing_is_undone(window: Window) -> None:
    window.app.find("clearButton").click()
    window.wait_for_status("Cleared")

    window.app.key("ctrl+z")

    window.app.wait(lambda: window.source.text == SOURCE, 5, "the source")
    assert window.target.text == TRANSLATION
    window.source.type("!")
    typed = window.source.text
    window.app.key("ctrl+z")
    window.app.wait(lambda: window.source.text != typed, 5, "one step back")


def test_what_is_typed_after_clearing_cannot_be_lost_by_undoing_it(window: Window) -> None:
    window.app.key("ctrl+l")
    window.wait_for_status("Cleared")

    window.source.type("New")

    window.app.wait(lambda: not window.app.has("undoButton"), 5, "no undo")
    window.app.key("ctrl+z")
    window.app.wait(lambda: window.source.text != "New", 5, "one step back")


def test_swapping_translates_back_and_is_undone_whole(window: Window) -> None:
    names = window.source_language.name, window.target_language.name
    assert names == ("Source language: English, detected", "Target language: German")

    window.app.key("ctrl+t")

    window.wait_for_translation(pseudo_translate(TRANSLATION))
    window.wait_for_status("Ready")
    assert window.source.text == TRANSLATION
    assert window.source_language.name == "Source language: German"
    assert window.target_language.name.startswith("Target language: English")
    window.press("undoButton")
    window.wait_for_status("Brought back")
    assert (window.source.text, window.target.text) == (SOURCE, TRANSLATION)
    assert (window.source_language.name, window.target_language.name) == names


def test_blank_lines_are_typed_where_the_caret_is_which_editing_puts_into_the_translation(window: Window) -> None:
    for begin in (lambda: window.app.key("ctrl+e"), lambda: window.app.find("editTargetButton").click()):
        before = window.target.text
        begin()
        window.app.wait(lambda: window.target.is_focused, 5, "the caret in the translation")
        window.app.type("A")
        window.app.key("Return", "Return", "Return")
        window.app.type("B")
        window.wait_for_translation("A\n\n\nB" + before)
        window.app.key("Escape")
        window.app.wait(lambda: window.source.is_focused, 5, "the caret in the source")
        window.app.wait(lambda: not window.app.find("editTargetButton").is_checked, 5, "the end of editing")
    assert window.source.text == SOURCE

    window.app.key("ctrl+End", "Return", "Return")
    window.app.type("New")

    window.app.wait(lambda: window.source.text == SOURCE + "\n\nNew", 5, "a blank line in the source")


def test_pasting_by_button_replaces_and_is_undone(window: Window) -> None:
    window.app.desktop.copy("Ein anderer Text,\nin zwei Zeilen – 日本語")

    window.press("pasteButton")

    window.app.wait(lambda: window.source.text == "Ein anderer Text,\nin zwei Zeilen – 日本語", 5, "the pasted text")
    window.app.key("ctrl+z")
    window.app.wait(lambda: window.source.text == SOURCE, 5, "the source")
    assert window.target.text == TRANSLATION


def test_an_empty_window_offers_to_paste(start_app: StartApp) -> None:
    app = start_app("--demo")
    app.desktop.copy("From elsewhere")

    app.find("emptyPasteButton").click()

    app.wait(lambda: app.find("sourceEditor").text == "From elsewhere", 5, "the pasted text")
    assert not app.has("emptyPasteButton")
    assert app.find("sourceEditor").is_focused
