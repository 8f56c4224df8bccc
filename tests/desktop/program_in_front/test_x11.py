"""Text is taken from real programs on a real screen, and put into them; the clipboard is as it was afterwards."""

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.desktop.clipboard.test_x11_board import EVERY_KIND, all_of
from tests.e2e.driver.waiting import wait_until
from tests.support.selections import Speaker, owning, speaking, text
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.program_in_front import borrowing
from translator.desktop.program_in_front.x11.x11 import X11ProgramInFront
from translator.surroundings.copied import CannotReplace, NothingThere, OwnerHangs
from translator.surroundings.obstacles import Obstacle

pytestmark = [
    pytest.mark.skipif(not sys.platform.startswith("linux"), reason="X11 is on Linux"),
    pytest.mark.usefixtures("patience"),
]


class Hands:
    """The user's, on that display."""

    def __init__(self, display: str) -> None:
        self._environment = {**os.environ, "DISPLAY": display}

    def do(self, *what: str) -> str:
        """Do this with xdotool; return what it says."""
        done = subprocess.run(["xdotool", *what], env=self._environment, check=True, capture_output=True, text=True)
        return done.stdout.strip()

    @property
    def in_front(self) -> str:
        """The number of the window in front; nothing while there is none, as between two of them."""
        command = ["xdotool", "getactivewindow"]
        done = subprocess.run(command, env=self._environment, check=False, capture_output=True, text=True)
        return done.stdout.strip()

    def bring_up(self, title: str) -> str:
        """Bring the window of this title to the front; return its number."""
        wait_until(lambda: self._has(title), 20, title)
        return self.do("search", "--onlyvisible", "--name", title, "windowactivate", "--sync", "getactivewindow")

    def _has(self, title: str) -> bool:
        command = ["xdotool", "search", "--onlyvisible", "--name", title]
        return subprocess.run(command, env=self._environment, check=False, capture_output=True).returncode == 0


@pytest.fixture
def hands(display: str) -> Hands:
    return Hands(display)


@pytest.fixture
def program(display: str) -> X11ProgramInFront:
    return X11ProgramInFront(OwnUse(), display)


@contextmanager
def text_window(display: str, hands: Hands, title: str, content: str) -> Iterator[Speaker]:
    """Another program with a text, in front."""
    with speaking(display, "tests.support.text_window", title, content) as window:
        assert json.loads(window.next_line()) == content
        hands.bring_up(title)
        yield window


async def test_a_selected_text_is_taken_and_replaced_in_a_window(
    display: str, hands: Hands, program: X11ProgramInFront
) -> None:
    with owning(display, *EVERY_KIND, pieces=5000), text_window(display, hands, "letter", "Guten Morgen") as window:
        hands.do("key", "ctrl+a")
        hands.do("keydown", "ctrl", "keydown", "alt")  # as of a shortcut that is still held
        program.remember()
        assert program.obstacle is None
        assert await program.selected_text() == "Guten Morgen"
        assert all_of(display, EVERY_KIND) == EVERY_KIND

        with text_window(display, hands, "popup", "the translation"):
            await program.replace("Good morning 🦉")
            wait_for_text(window, "Good morning 🦉")
            assert all_of(display, EVERY_KIND) == EVERY_KIND
        hands.do("keyup", "ctrl", "keyup", "alt")


def wait_for_text(window: Speaker, content: str) -> None:
    while json.loads(window.next_line()) != content:
        pass


async def test_what_was_selected_once_is_not_taken_for_what_is(
    display: str, hands: Hands, program: X11ProgramInFront, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(borrowing, "COPY_SECONDS", 0.5)  # nothing comes of copying
    with (
        owning(display, *EVERY_KIND),
        text_window(display, hands, "earlier", "selected earlier"),
        owning(display, *text("of nobody"), selection="PRIMARY"),
        text_window(display, hands, "now", "nothing is selected here"),
    ):
        program.remember()
        with pytest.raises(NothingThere):  # another program has the selection
            await program.selected_text()

        hands.do("key", "ctrl+a", "key", "Right")
        with pytest.raises(NothingThere):  # it was this one's, until a key took it away
            await program.selected_text()
        assert all_of(display, EVERY_KIND) == EVERY_KIND


@contextmanager
def terminal(display: str, script: str) -> Iterator[None]:
    """A terminal that runs this."""
    command = ["xterm", "-title", "terminal", "-geometry", "40x5+0+0", "-e", "sh", "-c", script]
    process = subprocess.Popen(command, env={**os.environ, "DISPLAY": display, "LC_ALL": "C.UTF-8"})
    try:
        yield
    finally:
        process.terminate()
        process.wait(20)


async def test_a_terminal_is_read_by_its_selection_and_pasted_into_at_its_prompt(
    display: str, hands: Hands, program: X11ProgramInFront, tmp_path: Path, patience: pytest.MonkeyPatch
) -> None:
    written = tmp_path / "written"
    with terminal(display, f"echo Wort; exec cat >{written}"), owning(display, *EVERY_KIND):
        window = hands.bring_up("terminal")
        wait_until(written.exists, 20, "its shell")
        program.remember()
        with pytest.raises(NothingThere):  # and nothing is interrupted by a Ctrl+C
            await program.selected_text()
        hands.do("mousemove", "--window", window, "15", "8", "click", "--repeat", "2", "1")
        wait_until_selected(display, "Wort")
        assert await program.selected_text() == "Wort"

        await program.replace("word\n")  # without its end, which would be an order to the shell
        hands.do("type", " and more\n")
        wait_until(lambda: written.read_text() == "word and more\n", 20, "the line")
        assert all_of(display, EVERY_KIND) == EVERY_KIND
    patience.undo()
    with pytest.raises(CannotReplace):  # its window has gone
        await program.replace("word")


def wait_until_selected(display: str, content: str) -> None:
    command = ["xclip", "-selection", "primary", "-out"]

    def is_selected() -> bool:
        shown = subprocess.run(command, env={**os.environ, "DISPLAY": display}, check=False, capture_output=True)
        return shown.stdout.decode() == content

    wait_until(is_selected, 20, content)


async def test_a_clipboard_that_cannot_be_given_back_is_not_touched(
    display: str, hands: Hands, program: X11ProgramInFront, patience: pytest.MonkeyPatch
) -> None:
    with (
        text_window(display, hands, "letter", "Guten Morgen"),
        owning(display, *text("before"), hang=["TARGETS"]) as owner,
    ):
        hands.do("key", "ctrl+a")
        program.remember()
        assert await program.selected_text() == "Guten Morgen"  # selecting it was the last that was done there

        patience.undo()
        hands.do("key", "shift")
        with pytest.raises(OwnerHangs):
            await program.selected_text()
        with pytest.raises(CannotReplace):
            await program.replace("Good morning")
        with owning(display, *text("another")):
            said = [owner.next_line()]
            while said[-1] != "lost":
                said.append(owner.next_line())
        assert set(said[:-1]) == {"asked TARGETS"}


async def test_where_nobody_is_in_front_there_is_nothing_to_take_and_no_place_to_put_it(
    display: str, program: X11ProgramInFront
) -> None:
    await program.warm()
    program.remember()
    assert program.obstacle is Obstacle.NOBODY_IN_FRONT
    with pytest.raises(NothingThere):
        await program.selected_text()
    with pytest.raises(CannotReplace):
        await program.replace("Good morning")
    program.return_focus()


async def test_the_keyboard_is_given_back(display: str, hands: Hands, program: X11ProgramInFront) -> None:
    with text_window(display, hands, "first", "a"):
        first = hands.in_front
        program.remember()
        with text_window(display, hands, "second", "b"):
            assert hands.in_front != first
            program.return_focus()
            wait_until(lambda: hands.in_front == first, 20, "the first window")
