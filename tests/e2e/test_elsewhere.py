"""The text is in another program, and stays there: shortcuts, the popup, and a clipboard that is given back."""

import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass

import pytest

from tests.desktop.clipboard.test_x11_board import EVERY_KIND, all_of
from tests.e2e.conftest import fail_on_output, has_failed, show
from tests.e2e.driver.app import App
from tests.e2e.driver.desktop import Desktop
from tests.e2e.window import use_server
from tests.servers.processes import running_mock
from tests.support.selections import Speaker, owning, speaking
from tests.support.system import SCREEN, require
from tests.support.taken_keys import is_taken
from translator.surroundings.copied import CannotRead

TRANSLATIONS = {
    "Guten Morgen, liebe Freunde.": "Good morning, dear friends.",
    "Wir sehen uns morgen im Garten.": "We meet tomorrow in the garden.",
    "Das Brot ist noch warm.": "The bread is still warm.",
}
MORNING, GARDEN, BREAD = TRANSLATIONS
CLIPBOARD_KEYS, SELECTION_KEYS = "ctrl+shift+F1", "ctrl+shift+F2"
KEYSYMS = 0xFFBE, 0xFFBF  # their F1 and F2
BETWEEN_TWO_COPIES_MS = 200


@dataclass(frozen=True)
class Letter:
    """Another program's window, with a text in it."""

    desktop: Desktop
    program: Speaker

    @property
    def is_in_front(self) -> bool:
        """Whether the user is in it."""
        return self.desktop.title_in_front() == "letter"

    def wait_for(self, text: str) -> None:
        """Wait until that is its text."""
        while json.loads(self.program.next_line()) != text:
            pass

    def select(self, text: str) -> None:
        """Select all of it, and wait until this is selected."""
        self.desktop.key("ctrl+a")
        self.desktop.wait(lambda: self.desktop.selected() == text, 10, f"{text!r} selected")


@dataclass(frozen=True)
class Popup:
    """The popup, as a screen reader has it."""

    app: App

    @property
    def is_there(self) -> bool:
        """Whether it is on the screen."""
        return self.app.has("popupWindow")

    def wait_for(self, source: str, target: str) -> None:
        """Wait until it shows both texts."""
        line, view = self.app.find("popupSourceLine", timeout=10), self.app.find("popupTargetView")
        self.app.wait(lambda: line.name == f"Source text: {source}", 10, "the source")
        self.app.wait(lambda: view.text == target, 10, "the translation")

    def wait_for_keyboard(self) -> None:
        """Wait until the user is in it."""
        view = self.app.find("popupTargetView")
        self.app.wait(lambda: view.is_focused, 10, "the keyboard in the popup")

    def wait_until_gone(self) -> None:
        """Wait until it is on the screen no longer."""
        self.app.wait(lambda: not self.is_there, 10, "the end of the popup")


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """The program, with a service that knows a few sentences. These tests share it, and leave no popup behind."""
    require(SCREEN)
    home = tmp_path_factory.mktemp("home")
    with running_mock("--translations", json.dumps(TRANSLATIONS)) as mock, Desktop() as desktop:
        use_server(home, mock.base_url)
        with App(desktop, [sys.executable, "-m", "translator"], home) as app:
            app.wait(lambda: all(is_taken(desktop.environment["DISPLAY"], key) for key in KEYSYMS), 20, "the shortcuts")
            yield app
        fail_on_output([app])


@pytest.fixture
def app(request: pytest.FixtureRequest, started: App) -> Iterator[App]:
    yield started
    if has_failed(request):
        show([started])


@contextmanager
def letter_with(app: App, text: str) -> Iterator[Letter]:
    """Another program with this text, which the user is in."""
    with speaking(app.desktop.environment["DISPLAY"], "tests.support.text_window", "letter", text) as program:
        letter = Letter(app.desktop, program)
        letter.wait_for(text)
        app.desktop.bring_to_front("letter")
        yield letter


def test_an_empty_clipboard_is_told_of_kindly_and_escape_gives_the_keyboard_back(app: App) -> None:
    with owning(app.desktop.environment["DISPLAY"]):
        pass  # whoever had the clipboard has lost it, and now it is nobody's
    with letter_with(app, "uten Morgen") as letter:
        app.key(CLIPBOARD_KEYS)
        sentence = app.find("popupBanner.bannerSentence", timeout=10)
        assert sentence.text == "The clipboard is empty. Copy a text in any program, then press the keys again."
        popup = Popup(app)
        popup.wait_for_keyboard()

        app.key("Escape")

        popup.wait_until_gone()
        app.wait(lambda: letter.is_in_front, 10, "the letter in front")
        app.type("G")
        letter.wait_for("Guten Morgen")


def test_what_is_selected_is_translated_copied_and_replaced_and_the_clipboard_is_as_it_was(app: App) -> None:
    display, popup = app.desktop.environment["DISPLAY"], Popup(app)
    with letter_with(app, MORNING) as letter:
        letter.select(MORNING)
        app.key(SELECTION_KEYS)
        popup.wait_for(MORNING, TRANSLATIONS[MORNING])
        popup.wait_for_keyboard()
        app.key("Return")
        app.wait(lambda: app.desktop.clipboard() == TRANSLATIONS[MORNING], 10, "the copy")
        app.wait(lambda: letter.is_in_front, 10, "the letter in front")
        popup.wait_until_gone()

        with owning(display, *EVERY_KIND):
            app.key(SELECTION_KEYS)
            popup.wait_for(MORNING, TRANSLATIONS[MORNING])
            app.find("popupReplaceButton").press()
            letter.wait_for(TRANSLATIONS[MORNING])
            popup.wait_until_gone()
            app.wait(lambda: has_every_kind(display), 10, "all of the clipboard")
            assert letter.is_in_front


def has_every_kind(display: str) -> bool:
    """Whether that is on the clipboard, which may be on its way from one owner to the next."""
    try:
        return all_of(display, EVERY_KIND) == EVERY_KIND
    except CannotRead:
        return False


def test_a_command_does_what_the_shortcut_does(app: App) -> None:
    popup = Popup(app)
    with letter_with(app, GARDEN) as letter:
        letter.select(GARDEN)
        app.key("ctrl+c")
        app.wait(lambda: app.desktop.clipboard() == GARDEN, 10, "what was copied")

        assert app.start_again("--clipboard") == 0

        popup.wait_for(GARDEN, TRANSLATIONS[GARDEN])
        popup.wait_for_keyboard()
        app.key("ctrl+Return")
        letter.wait_for(TRANSLATIONS[GARDEN])
        popup.wait_until_gone()
        app.wait(lambda: app.desktop.clipboard() == GARDEN, 10, "the clipboard")
        assert letter.is_in_front


def test_what_is_copied_twice_is_translated_beside_the_user_who_goes_on_writing(app: App) -> None:
    popup = Popup(app)
    with letter_with(app, BREAD) as letter:
        letter.select(BREAD)
        copy_twice(app, popup)
        popup.wait_for(BREAD, TRANSLATIONS[BREAD])
        assert letter.is_in_front
        app.key("End")
        app.type("!")
        letter.wait_for(f"{BREAD}!")

        app.find("popupTargetView").click()
        popup.wait_for_keyboard()
        app.desktop.bring_to_front("letter")
        popup.wait_until_gone()


def copy_twice(app: App, popup: Popup) -> None:
    """Copy twice as fingers do; once more where the machine was too busy to have it within half a second."""

    def opens_popup() -> bool:
        app.desktop.key("ctrl+c", "ctrl+c", apart_ms=BETWEEN_TWO_COPIES_MS)
        try:
            app.wait(lambda: popup.is_there, 3)
        except TimeoutError:
            return False
        return True

    app.wait(opens_popup, 20, "the popup")
