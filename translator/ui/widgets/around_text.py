"""What a text field shows beside its text: words while it is empty, and that the text goes on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QTextOption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from translator.ui.look.theme import Theme

_FADE = 24


def paint_hint(view: QTextEdit, theme: Theme, hint: str) -> None:
    """Draw these words level with the caret; Qt's own placeholder ignores line heights."""
    painter = QPainter(view.viewport())
    painter.setFont(view.font())
    painter.setPen(theme.colour("text_3"))
    room = QRectF(view.viewport().rect())
    room.setTop(view.cursorRect().top())
    painter.drawText(room, hint, QTextOption(view.document().defaultTextOption()))


def paint_fade(view: QTextEdit, theme: Theme) -> None:
    """Let the text fade where it goes on below."""
    from PySide6.QtGui import QLinearGradient  # not before the first paint: it has five enumerations

    area = view.viewport().rect()
    clear = theme.colour("surface")
    clear.setAlpha(0)
    fade = QLinearGradient(0, area.height() - _FADE, 0, area.height())
    fade.setColorAt(0, clear)
    fade.setColorAt(1, theme.colour("surface"))
    QPainter(view.viewport()).fillRect(0, area.height() - _FADE, area.width(), _FADE, fade)
