"""Bars in the margin of a text, beside what the user has written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from translator.ui.widgets.reading.mark import Mark

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from translator.ui.look.theme import Theme
    from translator.ui.widgets.reading.marks import Marks
    from translator.ui.widgets.reading.plain_edit import PlainEdit

_WIDTH = 3
_FROM_TEXT = 10
"""Between a bar and the text, in pixels."""


class MarginBars(QWidget):
    """Lies over the margin where reading begins: Qt paints no part of a text outside its viewport."""

    def __init__(self, view: PlainEdit, theme: Theme, marks: Marks) -> None:
        super().__init__(view)
        self._view = view
        self._theme = theme
        self._marks = marks
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        view.verticalScrollBar().valueChanged.connect(self.update)
        self.place()
        self.show()

    def place(self) -> None:
        """Stand beside the text, as far as it is in sight."""
        text = self._view.viewport().geometry()
        left = text.right() + 1 + _FROM_TEXT - _WIDTH if self._view.is_rtl else text.left() - _FROM_TEXT
        self.setGeometry(left, text.top(), _WIDTH, text.height())
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw a bar beside every line that holds something written by the user."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("link_line"))
            for span in self._marks.within(Mark.EDITED, *self._view.in_sight()):
                rects = self._view.rects(*span)
                if rects:
                    top, bottom = min(r.top() for r in rects), max(r.bottom() for r in rects)
                    painter.drawRoundedRect(QRectF(0, top, _WIDTH, bottom - top), _WIDTH / 2, _WIDTH / 2)
