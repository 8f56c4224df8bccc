"""The window in which the report of a crash is read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QPlainTextEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.fakes.crash_report import FakeCrashReport
from translator.ui.crash.report_dialog import ReportDialog
from translator.ui.look.theme import Theme

REPORT = FakeCrashReport("Fatal <b>error</b>\n\u202eAborted")


class Commands:
    def __init__(self) -> None:
        self.copied: list[str] = []
        self.saved: list[tuple[str, Path]] = []

    def copy(self, text: str) -> None:
        self.copied.append(text)

    def save(self, text: str, path: Path) -> None:
        self.saved.append((text, path))


class Shown:
    """A report on the screen, beside a window."""

    def __init__(self, theme: Theme, window: QWidget) -> None:
        self.commands = Commands()
        self.screen = ReportDialog(theme, window)
        self.screen.open(REPORT, self.commands)
        dialog = window.findChild(QDialog, "crashReportDialog")
        assert dialog is not None
        self.dialog = dialog

    @property
    def field(self) -> QPlainTextEdit:
        return self.dialog.findChild(QPlainTextEdit, "crashReportField")

    def press(self, qtbot: QtBot, name: str) -> None:
        qtbot.mouseClick(self.dialog.findChild(QPushButton, name), Qt.MouseButton.LeftButton)

    def words(self) -> str:
        return " ".join(label.text() for label in self.dialog.findChildren(QLabel))


@pytest.fixture
def shown(theme: Theme, qtbot: QtBot) -> Shown:
    window = QWidget()
    qtbot.addWidget(window)
    window.show()
    return Shown(theme, window)


def test_it_says_what_happened_and_what_is_not_in_it(shown: Shown) -> None:
    assert shown.dialog.isVisible()
    assert "ended unexpectedly" in shown.words()
    assert "none of your texts and no key" in shown.words()
    assert "/state/report.txt" in shown.words()


def test_the_window_can_be_worked_with_meanwhile(shown: Shown) -> None:
    assert not shown.dialog.isModal()


def test_it_is_plain_text_that_one_may_add_to(shown: Shown, qtbot: QtBot) -> None:
    assert not shown.field.isReadOnly()
    assert shown.field.accessibleName() == "Report"
    assert shown.field.toPlainText() == "Fatal <b>error</b>\n\u2060Aborted"
    qtbot.keyClicks(shown.field, "I swapped. ")
    shown.press(qtbot, "copyCrashReportButton")

    assert shown.commands.copied == ["I swapped. Fatal <b>error</b>\n\u2060Aborted"]


def test_it_is_saved_where_one_says(shown: Shown, qtbot: QtBot, tmp_path: Path) -> None:
    shown.press(qtbot, "saveCrashReportButton")
    ask = shown.dialog.findChild(QFileDialog, "saveFileDialog")
    assert ask is not None
    assert ask.windowTitle() == "Save the report"
    ask.fileSelected.emit(str(tmp_path / "mine.txt"))
    ask.reject()

    assert shown.commands.saved == [(shown.field.toPlainText(), tmp_path / "mine.txt")]


def test_what_became_of_it_is_said(shown: Shown) -> None:
    shown.screen.say("Copied")

    assert shown.dialog.findChild(QLabel, "crashReportStatusLabel").text() == "Copied"


def test_before_it_is_opened_nothing_is_said(theme: Theme) -> None:
    window = QWidget()
    ReportDialog(theme, window).say("Copied")

    assert window.findChild(QDialog) is None


@pytest.mark.parametrize("way", ["button", "escape"])
def test_it_closes_by_button_and_by_key(shown: Shown, qtbot: QtBot, way: str) -> None:
    if way == "button":
        shown.press(qtbot, "closeCrashReportButton")
    else:
        qtbot.keyClick(shown.dialog, Qt.Key.Key_Escape)

    assert not shown.dialog.isVisible()


def test_every_control_is_reached_by_tab(shown: Shown, qtbot: QtBot) -> None:
    reached = []
    shown.field.setFocus()
    for _ in range(4):
        reached.append(shown.dialog.focusWidget().objectName())
        qtbot.keyClick(shown.dialog.focusWidget(), Qt.Key.Key_Tab)

    assert reached == [
        "crashReportField", "copyCrashReportButton", "saveCrashReportButton", "closeCrashReportButton",
    ]  # fmt: skip
