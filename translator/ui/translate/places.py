"""Where the reader is in the two texts of a window, and how they find it again in another one."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

if TYPE_CHECKING:
    from translator.ui.translate.view import TranslateView
    from translator.ui.widgets.reading.reading_edit import ReadingEdit


@dataclass(frozen=True, slots=True)
class Places:
    """What is in sight of both texts, in pixels; what is selected in the target; and what has the keyboard, by name."""

    source_in_sight: int
    target_in_sight: int
    target_selection: tuple[int, int]
    focus: str


def places_in(view: TranslateView) -> Places:
    """Return where the reader is."""
    target = view.target.target
    return Places(
        view.source.editor.verticalScrollBar().value(),
        target.verticalScrollBar().value(),
        target.selection(),
        focus_within(view),
    )


def go_to_places(view: TranslateView, places: Places) -> None:
    """Let the reader be there; what is in sight follows as soon as the window is laid out."""
    source, target = view.source.editor, view.target.target
    target.set_selection(*places.target_selection)
    give_focus(view, places.focus)

    def scroll() -> None:
        _scroll(source, places.source_in_sight)
        _scroll(target, places.target_in_sight)

    QTimer.singleShot(0, view, scroll)


def focus_within(window: QWidget) -> str:
    """Return the name of what has the keyboard within a window, or would have it if the window had; else nothing."""
    for focused in (QApplication.focusWidget(), window.window().focusWidget()):
        if focused is not None and window.isAncestorOf(focused):
            return focused.objectName()
    return ""


def give_focus(window: QWidget, name: str) -> None:
    """Give the keyboard to the part of this name."""
    part = window.findChild(QWidget, name) if name else None
    if part is not None:
        part.setFocus(Qt.FocusReason.OtherFocusReason)


def _scroll(text: ReadingEdit, value: int) -> None:
    text.verticalScrollBar().setValue(value)
