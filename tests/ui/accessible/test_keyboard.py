"""Each window can be worked by the keyboard alone, and shows where that is."""

from array import array
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSplitter,
    QTextEdit,
    QWidget,
)

from tests.support.waiting import settle, until
from tests.ui.accessible.windows import EVERY, views
from tests.ui.look.test_contrast import contrast
from translator.ui.look.theme import Theme

WORKED = (QAbstractButton, QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit, QPlainTextEdit, QTextEdit)
LINE = 3.0
"""The contrast with which a place of the keyboard has to differ from itself without it (WCAG 2.2, 2.4.13)."""
LEAST_PIXELS = 24
"""A caret is that high; a ring is larger."""


def controls(window: QWidget) -> Iterator[QWidget]:
    """Yield what one works with, but Qt's own parts of it, and rows that are reached by arrows within something."""
    for widget in window.findChildren(QWidget):
        own = widget.objectName()
        is_part_of_another = not own or own.startswith("qt_") or widget.window() is not window
        if isinstance(widget, WORKED) and not is_part_of_another and widget.isVisible() and widget.isEnabled():
            yield widget


def reached_by_tab(window: QWidget) -> list[QWidget]:
    """Press Tab until it comes round, and return where it went."""
    start = window.focusWidget() or window
    reached: list[QWidget] = []
    for _ in range(200):
        QTest.keyClick(window.focusWidget() or start, Qt.Key.Key_Tab)
        focused = window.focusWidget()
        assert focused is not None
        if focused in reached:
            return reached
        reached.append(focused)
    raise AssertionError("Tab never comes round")


async def activate(window: QWidget) -> None:
    window.activateWindow()
    await until(window.isActiveWindow)


# In the popup Tab chooses the next language, and F6 goes on; the picker of languages and what was kept back lie over a
# window as long as the keyboard is in them, and the overlay of a capture has no parts.
BY_TAB = [name for name in EVERY if name not in ("popup", "picking_language", "other_ways", "kept_back", "capture")]


@pytest.mark.parametrize("name", BY_TAB)
async def test_tab_reaches_everything(theme: Theme, name: str) -> None:
    missed: list[str] = []
    hidden: list[str] = []
    async with EVERY[name](theme) as window:
        await activate(window)
        async for _ in views(window):
            reached = reached_by_tab(window)
            missed += [control.objectName() for control in controls(window) if not _is_reached(control, reached)]
            hidden += [widget.objectName() for widget in reached if not widget.isVisible()]

    assert (missed, hidden) == ([], [])


def _is_reached(control: QWidget, reached: list[QWidget]) -> bool:
    """Return whether Tab comes to it, or to its own field."""
    return any(control is each or control.isAncestorOf(each) or control is each.parent() for each in reached)


@pytest.mark.parametrize("appearance", ["light", "dark"])
@pytest.mark.parametrize("name", BY_TAB)
async def test_where_the_keyboard_is_can_be_seen(theme: Theme, name: str, appearance: str) -> None:
    unseen: list[str] = []
    theme.choose("dark" if appearance == "dark" else "light", 100)
    async with EVERY[name](theme) as window:
        await activate(window)
        async for _ in views(window):
            unseen += [each.objectName() or type(each).__name__ for each in reached_by_tab(window) if not _shows(each)]

    assert unseen == []


def _shows(widget: QWidget) -> bool:
    """Return whether a widget looks another way where the keyboard is on it, and plainly so."""
    _scroll_to(widget)
    widget.setFocus(Qt.FocusReason.TabFocusReason)
    assert QApplication.focusWidget() is not None
    seen = _picture(widget)
    widget.clearFocus()
    unseen = _picture(widget)
    if _differing(seen, unseen) >= LEAST_PIXELS:
        return True
    return isinstance(widget, QTextEdit)  # whose caret blinks, and may be away at the moment


def _scroll_to(widget: QWidget) -> None:
    around = widget.parentWidget()
    while around is not None:
        if isinstance(around, QScrollArea):
            around.ensureWidgetVisible(widget)
        around = around.parentWidget()


def _picture(widget: QWidget) -> QImage:
    """Return how the widget looks where it stands, with what is drawn beside it."""
    place = QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size()).adjusted(-4, -4, 4, 4)
    return widget.window().grab(place).toImage()


def _differing(one: QImage, other: QImage) -> int:
    """Return in how many pixels they plainly differ."""
    changes = Counter(
        (before, after) for before, after in zip(_pixels(one), _pixels(other), strict=True) if before != after
    )
    return sum(count for pair, count in changes.items() if contrast(*map(_name, pair)) >= LINE)


def _pixels(image: QImage) -> Sequence[int]:
    return array("I", bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits()))


def _name(pixel: int) -> str:
    return f"#{pixel & 0xFFFFFF:06x}"


async def test_the_popup_is_gone_through_by_f6(theme: Theme) -> None:
    async with EVERY["popup"](theme) as window:
        await settle()
        reached: list[QWidget] = []
        for _ in range(60):
            QTest.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_F6)
            focused = window.focusWidget()
            if focused is None or focused in reached:
                break
            reached.append(focused)

        missed = [each.objectName() for each in controls(window) if not _is_reached(each, reached)]
        unseen = [each.objectName() for each in reached if not _shows(each)]

    assert (missed, unseen) == ([], [])


@pytest.mark.parametrize(
    ("name", "in_target"), [("working_window", "targetView"), ("first_run", "welcomeKeyPageButton")]
)
async def test_the_parts_of_the_window_are_gone_through_by_f6(theme: Theme, name: str, in_target: str) -> None:
    async with EVERY[name](theme) as window:
        await activate(window)
        went: list[str] = []
        for modifier in (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ShiftModifier):
            for _ in range(4):
                QTest.keyClick(window.focusWidget() or window, Qt.Key.Key_F6, modifier)
                went.append((window.focusWidget() or window).objectName())

    parts = ["sourceLanguagePicker", "sourceEditor", in_target, "serviceButton"]
    start = parts.index(went[0])
    there = [parts[(start + step) % 4] for step in range(4)]
    assert went == there + there[2::-1] + there[3:]


async def test_the_gutter_is_moved_by_arrows(theme: Theme) -> None:
    async with EVERY["empty_window"](theme) as window:
        await activate(window)
        splitter = window.findChild(QSplitter, "splitter")
        assert splitter is not None
        gutter = splitter.handle(1)
        gutter.setFocus(Qt.FocusReason.TabFocusReason)
        moved = [splitter.sizes()[0]]
        for key in (Qt.Key.Key_Right, Qt.Key.Key_Left, Qt.Key.Key_Left):
            QTest.keyClick(gutter, key)
            moved.append(splitter.sizes()[0])

    assert [after - before for before, after in pairwise(moved)] == [16, -16, -16]
