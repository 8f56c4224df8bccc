"""Every word on the screen comes from the catalogue: in a language of brackets, none is seen without them."""

import gc
import re
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QComboBox,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from tests.support.catalogues import bracketed, write_catalogue
from tests.support.waiting import settle, until
from tests.ui.running_program import RunningProgram
from translator.i18n import install
from translator.locales.offered import OFFERED
from translator.places import find_places
from translator.presets import PRESETS
from translator.running.opening import open_window
from translator.service_choice import WindowOptions
from translator.settings import Service, Settings
from translator.storage.settings.settings_file import SettingsFile
from translator.surroundings.copied import NothingThere
from translator.surroundings.summons import Summons
from translator.ui.look.language import speak

BOX = Service("box", "My box", base_url="http://127.0.0.1:1/v1", model="m1")
LETTERS = re.compile(r"[^\W\d_]{2,}")
# What is the same in every language: names, addresses, keys, units, and what the user has written.
NAMES = {
    "My box", "m1", "sk-…", "Demo (pseudo-translation)", "pseudo", "http://127.0.0.1:1/v1", *OFFERED.values(),
    *(preset.name for preset in PRESETS),
}  # fmt: skip
KEYS = re.compile(r"^\W*((Ctrl|Shift|Alt|Meta|Return|Enter|Esc|Tab|Space|Del|F\d+|[A-Z.,])\W*)+$")


def bare(text: str) -> str:
    """Return what of a text stands in no brackets, is no name and no key."""
    left, depth = "", 0
    for char in re.sub(r"<[^>]+>", " ", text.replace("&", "")):
        depth += (char == "⟦") - (char == "⟧")
        left += char if depth == 0 and char != "⟧" else ""
    left = re.sub(r"\S*[/\\]\S*( -m translator)?( --\w+)?", " ", left)  # addresses, paths, commands
    for name in sorted(NAMES, key=len, reverse=True):
        left = left.replace(name, " ")
    left = left.strip()
    return "" if KEYS.match(left) or not LETTERS.search(left) else left


def said_by(part: QWidget) -> Iterator[tuple[str, str]]:
    """Yield what a part of the window says, to the eye or to a screen reader, each with where."""
    yield "name", part.accessibleName()
    yield "description", part.accessibleDescription()
    yield "tip", part.toolTip()
    if part.isWindow() and part.isVisible():
        yield "title", part.windowTitle()
    if isinstance(part, QLabel | QAbstractButton):
        yield "text", part.text()
    if isinstance(part, QLineEdit | QTextEdit | QPlainTextEdit):
        yield "placeholder", part.placeholderText()
    if isinstance(part, QComboBox) and not part.isEditable():
        for row in range(part.count()):
            yield "choice", part.itemText(row)
    if isinstance(part, QMenu):
        yield from (("menu", action.text()) for action in part.actions())


def untranslated(window: QWidget) -> set[str]:
    """Return what is said in no brackets, with the name of who says it."""
    parts = [window, *window.findChildren(QWidget)]
    said = {(part.objectName() or type(part).__name__, kind, text) for part in parts for kind, text in said_by(part)}
    said |= {(action.objectName(), "action", action.text()) for action in window.findChildren(QAction)}
    return {f"{name} {kind}: {left}" for name, kind, text in said if (left := bare(text))}


@pytest.fixture(scope="module")
def catalogues(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("i18n")
    write_catalogue(folder, "de", bracketed)
    return folder


@pytest.fixture
async def running(
    application: QApplication, tmp_path: Path, catalogues: Path, monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[RunningProgram]:
    for place in ("CONFIG", "STATE", "DATA"):
        monkeypatch.setenv(f"XDG_{place}_HOME", str(tmp_path / place.lower()))
    install(catalogues, lambda: "de")
    SettingsFile(find_places().settings_file).save(Settings("demo", (BOX,), interface_language="de"))
    application.setQuitOnLastWindowClosed(False)
    made = RunningProgram(open_window(application, WindowOptions(to="de", source="en")))
    await settle()
    yield made
    await made.end()
    made.delete()
    install(Path(), lambda: "en")
    speak(application, "en")
    application.setStyleSheet("")
    gc.collect()


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("⟦Copy~~⟧", ""),
        ("⟦Copy~~⟧ (Ctrl+Shift+C)", ""),
        ("Copy", "Copy"),
        ("⟦Copied~~⟧ and pasted", "and pasted"),
        ("Service: My box · m1", "Service:   ·"),
        ("12 %", ""),
        ("⟦Kept in {~~⟧ /home/me/settings.toml", ""),
    ],
)
def test_what_stands_in_no_brackets_is_found(text: str, left: str) -> None:
    assert bare(text) == left


async def test_the_window_says_nothing_but_what_is_in_the_catalogue(running: RunningProgram) -> None:
    window = running.window
    running.app.window.do.by_hand.toggle()
    window.view.source.find_bar.open()
    window.view.source.editor.insertPlainText("1234")
    window.actions_.matches.setChecked(True)
    window.actions_.translate.trigger()
    await until(lambda: bool(window.view.target.target.text()) and not running.app.window.do.translating.is_running)

    assert untranslated(window) == set()


async def test_an_empty_window_of_a_first_run_says_nothing_else(running: RunningProgram) -> None:
    preferences = running.app.workings.lasting_preferences
    preferences.change(Settings(interface_language="de"))
    running.app.window.do.welcome.show()
    await settle()

    assert untranslated(running.window) == set()


async def test_a_failure_is_said_in_words_of_the_catalogue(running: RunningProgram) -> None:
    running.app.workings.lasting_preferences.change(Settings("box", (BOX,), interface_language="de"))
    window = running.window
    window.view.source.editor.insertPlainText("A fox.")
    window.actions_.translate.trigger()
    await until(lambda: window.view.target.has_notice)

    assert untranslated(window) == set()


async def test_no_page_of_the_settings_says_anything_else(running: RunningProgram, tmp_path: Path) -> None:
    running.app.window.do.settings.open("services")
    for page in ("shortcuts", "usage", "memory"):  # what is on these is looked up when they are opened
        running.app.window.do.settings.open(page)
        await settle()

    assert untranslated(running.dialog("settingsWindow")) == set()


@pytest.mark.parametrize("name", ["history", "glossaries", "memory"])
async def test_every_window_beside_it_says_nothing_else(running: RunningProgram, name: str) -> None:
    does: Callable[[], None] = getattr(running.app.window.do, name).open
    does()
    await settle()
    (dialog,) = [dialog for dialog in running.window.findChildren(QDialog) if dialog.isVisible()]

    assert untranslated(dialog) == set()


async def test_the_popup_says_nothing_else(running: RunningProgram) -> None:
    resident = running.app.resident
    assert resident is not None
    resident.popup.show_text("1234", takes_focus=False)
    popup = resident.popup.popup
    await until(lambda: bool(popup.window.target.target.text()))
    assert untranslated(popup.window) == set()

    resident.popup.show_problem(NothingThere(), Summons.CLIPBOARD, lambda: None)
    assert untranslated(popup.window) == set()
