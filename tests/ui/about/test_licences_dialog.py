"""The row of About that shows the licences."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QPushButton
from pytestqt.qtbot import QtBot

from translator.ui.about.licences_dialog import LicencesRow
from translator.ui.look.theme import Theme


@pytest.fixture
def show(qtbot: QtBot, theme: Theme) -> Callable[..., LicencesRow]:
    def make(read: Callable[[], str]) -> LicencesRow:
        row = LicencesRow(theme, read)
        qtbot.addWidget(row)
        row.show()
        return row

    return make


def press(qtbot: QtBot, row: LicencesRow) -> list[QDialog]:
    qtbot.mouseClick(row.findChild(QPushButton, "showLicencesButton"), Qt.MouseButton.LeftButton)
    return [dialog for dialog in row.findChildren(QDialog, "licencesDialog") if dialog.isVisible()]


async def test_the_licences_are_shown_once_and_again_after_escape(qtbot: QtBot, show) -> None:
    row = show(lambda: "First <b>work</b>: MIT")

    press(qtbot, row)
    [dialog] = press(qtbot, row)

    field = dialog.findChild(QPlainTextEdit, "licencesField")
    assert field.toPlainText() == "First <b>work</b>: MIT"
    assert field.isReadOnly()
    assert QAccessible.queryAccessibleInterface(field).text(QAccessible.Text.Name)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    [again] = press(qtbot, row)
    assert again is not dialog


async def test_licences_that_cannot_be_read_are_told(qtbot: QtBot, show) -> None:
    def fail() -> str:
        raise PermissionError(13, "Permission denied")

    row = show(fail)
    [dialog] = press(qtbot, row)

    text = dialog.findChild(QPlainTextEdit, "licencesField").toPlainText()
    assert text == "The licences cannot be read: Permission denied."
