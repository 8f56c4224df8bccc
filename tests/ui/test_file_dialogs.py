"""Asking for a file goes on when it is answered, and holds up nothing until then."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from tests.support.watched_log import WatchedLog
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save


@pytest.fixture
def window(qtbot: QtBot, watched_log: WatchedLog) -> QWidget:
    watched_log.allow("This plugin does not support (raise|grabbing the keyboard)")
    made = QWidget()
    qtbot.addWidget(made)
    made.show()
    return made


def dialog(window: QWidget) -> QFileDialog:
    (found,) = window.findChildren(QFileDialog)
    return found


def answer(window: QWidget, path: Path) -> None:
    """Type the path as a person does, and accept."""
    field = dialog(window).findChild(QLineEdit, "fileNameEdit")
    assert field is not None
    field.setText(str(path))
    dialog(window).accept()


async def test_the_file_that_is_chosen_is_opened(window: QWidget, tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("x")
    chosen: list[Path] = []
    ask_file_to_open(window, chosen.append)
    await settle()
    assert chosen == [], "the loop goes on while the dialog is open"
    answer(window, path)

    assert chosen == [path]


async def test_a_name_is_proposed_and_has_an_ending(window: QWidget, tmp_path: Path) -> None:
    chosen: list[Path] = []
    ask_file_to_save(window, "translation.de.txt", chosen.append)
    await settle()
    assert dialog(window).selectedFiles()[0].endswith("translation.de.txt")
    answer(window, tmp_path / "other")

    assert chosen == [tmp_path / "other.txt"]


@pytest.mark.parametrize("ask", [ask_file_to_open, lambda w, then: ask_file_to_save(w, "x.txt", then)])
async def test_one_who_changes_their_mind_changes_nothing(window: QWidget, ask) -> None:
    chosen: list[Path] = []
    ask(window, chosen.append)
    dialog(window).reject()
    await settle()

    assert chosen == []
