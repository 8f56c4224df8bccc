"""With letters from 80 to 200 % no word is cut, in any window, however small that may be made.

A word that does not fit ends in an ellipsis, and is whole in the tooltip or in what a screen reader says.
"""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QLabel,
    QLineEdit,
    QPushButton,
    QScrollArea,
    QTextEdit,
    QToolButton,
    QWidget,
)

from tests.support.waiting import settle
from tests.ui.accessible.windows import EVERY, views
from translator.ui.look.theme import Theme
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.widgets.labels.labels import ElidedLabel

SCREEN = QSize(1280, 720)
"""The smallest screen that the program is made for; panels of the desktop take some of it."""
NARROW = QSize(360, 1)
SIZES = (80, 100, 150, 200)
FITTED = [name for name in EVERY if name != "capture"]  # which is as large as the screen


def labels(window: QWidget) -> Iterator[QLabel]:
    for label in window.findChildren(QLabel):
        if label.isVisibleTo(window) and label.text() and label.window() is window:
            yield label


def cut_labels(window: QWidget) -> list[str]:
    """Return the labels whose words have too little room, with what is missing."""
    cut = []
    for label in labels(window):
        room = label.contentsRect().adjusted(label.margin(), 0, -label.margin(), 0)
        flags = Qt.TextFlag.TextWordWrap if label.wordWrap() else Qt.TextFlag.TextSingleLine
        wanted = label.fontMetrics().boundingRect(QRect(0, 0, room.width(), 0), flags, label.text())
        if isinstance(label, ElidedLabel):
            is_cut = wanted.height() > room.height() + 2
        else:
            is_cut = wanted.width() > room.width() + 1 or wanted.height() > room.height() + 2
        if is_cut:
            cut.append(f"{label.objectName()} {label.text()!r}: {wanted.size().toTuple()} in {room.size().toTuple()}")
    return cut


def cut_buttons(window: QWidget) -> list[str]:
    """Return the buttons whose words have too little room, and do not say so by an ellipsis and tell the rest."""
    cut = []
    for button in window.findChildren(QAbstractButton):
        if not button.isVisibleTo(window) or button.window() is not window or isinstance(button.parent(), QLineEdit):
            continue
        if isinstance(button, LanguageButton):
            is_cut = button.width() < button.minimumSizeHint().width()
        elif isinstance(button, QPushButton | QToolButton) and button.text() and not _is_icon_alone(button):
            whole = button.toolTip() or button.accessibleName()
            is_cut = button.sizeHint().width() > button.width() + 1 and not (button.text().endswith("…") and whole)
            is_cut |= button.fontMetrics().height() > button.height()
        else:
            is_cut = False
        if is_cut:
            cut.append(f"{button.objectName()} {button.text()!r}: {button.width()} of {button.sizeHint().width()}")
    return cut


def _is_icon_alone(button: QAbstractButton) -> bool:
    """Return whether it shows no words, and has them in its tooltip."""
    style = Qt.ToolButtonStyle.ToolButtonIconOnly
    return isinstance(button, QToolButton) and button.toolButtonStyle() is style and bool(button.toolTip())


def outside(window: QWidget) -> list[str]:
    """Return the words, buttons and texts that reach out of what they stand in, where that does not scroll."""
    found = []
    for part in window.findChildren(QWidget):
        if not isinstance(part, QLabel | QAbstractButton | QTextEdit) or not part.isVisibleTo(window):
            continue
        around = part.parentWidget()
        while around is not None and part.window() is window:
            place = QRect(part.mapTo(around, QPoint(0, 0)), part.size())
            is_scrolled = isinstance(around.parentWidget(), QScrollArea)
            if not is_scrolled and not around.rect().adjusted(-1, -1, 1, 1).contains(place):
                found.append(f"{part.objectName()} {place.getRect()} in {around.objectName() or type(around).__name__}")
                break
            if is_scrolled or around is window:
                break
            around = around.parentWidget()
    return found


def scrolled_sideways(window: QWidget) -> list[str]:
    """Return what has to be scrolled to the side to be read; a table may be wider than its window."""
    areas = [area for area in window.findChildren(QScrollArea) if area.isVisibleTo(window)]
    return [area.objectName() or "an area" for area in areas if area.horizontalScrollBar().maximum() > 0]


async def lay_out(window: QWidget, size: QSize) -> None:
    window.resize(size)
    await settle()
    QApplication.sendPostedEvents()
    await settle()


@pytest.mark.parametrize("percent", SIZES)
@pytest.mark.parametrize("name", FITTED)
async def test_no_word_is_cut_and_the_window_has_room_on_the_screen(theme: Theme, name: str, percent: int) -> None:
    theme.choose("light", percent)
    found: list[str] = []
    async with EVERY[name](theme) as window:
        await settle()
        least, wanted = window.minimumSize(), window.size()
        for size in (wanted, least.expandedTo(NARROW)):
            await lay_out(window, size)
            async for page in views(window):
                cut = [*cut_labels(window), *cut_buttons(window), *outside(window), *scrolled_sideways(window)]
                found += [f"{window.width()} x {window.height()} {page}: {each}" for each in cut]

    assert found == []
    assert SCREEN.expandedTo(least) == SCREEN
    assert SCREEN.expandedTo(wanted) == SCREEN
