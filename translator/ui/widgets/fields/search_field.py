"""A field to search in."""

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit, QStyle, QStyleOptionFrame

from translator.ui.look.theme import Theme

_LENS = 16
_BEFORE = 7
_BEHIND = 3
_AROUND_LETTERS = 4
"""Pixels that Qt leaves beside the letters of a line, both sides together."""


class SearchField(QLineEdit):
    """One line with a lens before it; ``words`` say what is searched, as far as there is room for them.

    The lens is painted here: Qt draws the icons of a line's own actions at 16 pixels, whatever the size of the letters.
    """

    def __init__(self, theme: Theme, object_name: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self._words = words
        self.setObjectName(object_name)
        self.setProperty("role", "search")
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        theme.changed.connect(self._make_room)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the room for the lens on the side where reading begins, and cut no words unsaid."""
        super().resizeEvent(event)
        self._make_room()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the lens, too."""
        super().paintEvent(event)
        with QPainter(self) as painter:
            painter.drawPixmap(self.lens.topLeft(), self._theme.pixmap("search", self, "text_3", _LENS))

    @property
    def lens(self) -> QRect:
        """Where the lens is."""
        before, side = self._theme.px(_BEFORE), self._theme.px(_LENS)
        left = self.width() - before - side if self._is_mirrored else before
        return QRect(left, (self.height() - side) // 2, side, side)

    @property
    def _is_mirrored(self) -> bool:
        return self.layoutDirection() is Qt.LayoutDirection.RightToLeft

    def _make_room(self) -> None:
        room = self._theme.px(_BEFORE + _LENS + _BEHIND)
        self.setTextMargins(0 if self._is_mirrored else room, 0, room if self._is_mirrored else 0, 0)
        self._fit_words()

    def _fit_words(self) -> None:
        option = QStyleOptionFrame()
        self.initStyleOption(option)
        margins = self.textMargins()
        inside = self.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, self).width()
        room = inside - margins.left() - margins.right() - _AROUND_LETTERS
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, room)
        self.setPlaceholderText(shown)
        self.setToolTip("" if shown == self._words else self._words)
