"""What a text field shows beside its text: words while it is empty, and that the text goes on below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QTextOption

if TYPE_CHECKING:
    from PySide6.QtWidgets import QTextEdit

    from translator.ui.look.theme import Theme

FADE = 24
"""The height of what fades at the foot, in pixels."""
_ANY_HEIGHT = 1 << 16
_WRAPPED = Qt.TextFlag.TextWordWrap
_ON_ONE_LINE = Qt.TextFlag.TextSingleLine


def paint_hint(view: QTextEdit, theme: Theme, hint: str) -> None:
    """Draw these words level with the caret; Qt's own placeholder ignores line heights."""
    with QPainter(view.viewport()) as painter:
        painter.setFont(view.font())
        painter.setPen(theme.colour("text_3"))
        room = QRectF(view.viewport().rect())
        room.setTop(view.cursorRect().top())
        painter.drawText(room, hint, QTextOption(view.document().defaultTextOption()))


def hint_overhang(view: QTextEdit, hint: str) -> int:
    """Return how far these words reach below their first line, in pixels: 0 where they fit on one."""
    metrics = QFontMetrics(view.font())
    room = QRect(0, 0, max(1, view.viewport().width()), _ANY_HEIGHT)
    heights = [metrics.boundingRect(room, flags, hint).height() for flags in (_WRAPPED, _ON_ONE_LINE)]
    return max(0, heights[0] - heights[1])


def paint_fade(view: QTextEdit, theme: Theme) -> None:
    """Let the text fade where it goes on below."""
    from PySide6.QtGui import QLinearGradient  # not before the first paint: it has five enumerations

    area = view.viewport().rect()
    clear = theme.colour("surface")
    clear.setAlpha(0)
    fade = QLinearGradient(0, area.height() - FADE, 0, area.height())
    fade.setColorAt(0, clear)
    fade.setColorAt(1, theme.colour("surface"))
    with QPainter(view.viewport()) as painter:
        painter.fillRect(0, area.height() - FADE, area.width(), FADE, fade)
