"""Labels."""

from __future__ import annotations

from math import ceil
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QTextLayout, QTextOption

_SIDES = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignRight

_LINE_SEPARATOR = "\u2028"
_LEAST_LETTERS = 6
"""So wide a label that wraps may be made."""

Role = Literal["interface", "title", "strong", "hint", "meta", "error", "success"]


def label(text: str, role: Role = "interface", *, wrap: bool = False) -> QLabel:
    """Return a label in one of the type roles, never reading its text as markup."""
    return Label(text, role, wrap=wrap)


class Label(QLabel):
    """A label in one of the type roles, which never reads its text as markup.

    It begins where the window's reading does: Qt would have a Latin name in an Arabic window stand apart. One that
    wraps does so within a word, too, where that is wider than its room: large letters in a small window.
    """

    def __init__(self, text: str, role: Role = "interface", *, wrap: bool = False) -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setWordWrap(wrap)
        self._logical = self._drawn = self.alignment()
        self._align()

    def changeEvent(self, event: QEvent) -> None:
        """Follow the window's direction."""
        super().changeEvent(event)
        if event.type() is QEvent.Type.LayoutDirectionChange:
            self._align()

    def showEvent(self, event: QShowEvent) -> None:
        """Take whichever side was wanted since."""
        self._align()
        super().showEvent(event)

    def minimumSizeHint(self) -> QSize:
        """Return a size that no long word forces wider."""
        least = super().minimumSizeHint()
        if not self._breaks_words:
            return least
        return QSize(min(least.width(), _LEAST_LETTERS * self.fontMetrics().averageCharWidth()), least.height())

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines at this width."""
        if not self._is_broken_at(width):
            return super().heightForWidth(width)
        from PySide6.QtGui import QTextLayout  # few words are ever so long, and PySide would build it for all starts

        around = self.size() - self.contentsRect().size()
        layout = QTextLayout(self.text().replace("\n", _LINE_SEPARATOR), self.font())
        layout.setTextOption(self._within_words())
        return _height_of(layout, width - around.width()) + around.height()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text; where a word is wider than the label, in more lines."""
        if not self._is_broken_at(self.width()):
            super().paintEvent(event)
            return
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(QRectF(self.contentsRect()), self.text(), self._within_words())

    @property
    def _breaks_words(self) -> bool:
        return self.wordWrap() and not self.textInteractionFlags() & Qt.TextInteractionFlag.TextSelectableByMouse

    def _is_broken_at(self, width: int) -> bool:
        return self._breaks_words and width < super().minimumSizeHint().width()

    def _within_words(self) -> QTextOption:
        from PySide6.QtGui import QTextOption  # likewise

        option = QTextOption(self.alignment())
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        option.setTextDirection(self.layoutDirection())
        return option

    def _align(self) -> None:
        if self.alignment() != self._drawn:  # another was set meanwhile
            self._logical = self.alignment()
        self._drawn = _on_screen(self._logical, self.layoutDirection())
        self.setAlignment(self._drawn)


def _on_screen(alignment: Qt.AlignmentFlag, direction: Qt.LayoutDirection) -> Qt.AlignmentFlag:
    """Return the side that is meant by an alignment where one reads in this direction, whatever the text's own is.

    Not by ``QStyle``: PySide would build a class with eleven enumerations for it, before the first paint.
    """
    flags = Qt.AlignmentFlag
    if not alignment & flags.AlignHorizontal_Mask:
        alignment |= flags.AlignLeft
    is_logical = alignment & _SIDES and not alignment & flags.AlignAbsolute
    if is_logical and direction is Qt.LayoutDirection.RightToLeft:
        alignment ^= _SIDES
    return alignment | flags.AlignAbsolute


def _height_of(layout: QTextLayout, width: int) -> int:
    """Lay the text out in lines of this width; return their height."""
    height = 0.0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width)
        height += line.height()
    layout.endLayout()
    return ceil(height)


class ElidedLabel(QLabel):
    """A label that gives way: where there is no room its end becomes an ellipsis, and the whole is its tooltip."""

    def __init__(self, text: str = "", role: Role = "meta") -> None:
        super().__init__(text)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window wider."""
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the text, elided to the width."""
        shown = self._elided(self._fitting())
        self.setToolTip(self._explain(shown))
        with QPainter(self) as painter:
            painter.setPen(self.palette().color(self.foregroundRole()))
            painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)

    def _fits(self, text: str) -> bool:
        """Return whether it would be drawn whole. Not by its width: Qt rounds that down, and elides by fractions."""
        return self._elided(text) == text

    def _elided(self, text: str) -> str:
        return self.fontMetrics().elidedText(text, Qt.TextElideMode.ElideRight, self.width())

    def _fitting(self) -> str:
        """Return what to draw, as far as there is room."""
        return self.text()

    def _explain(self, shown: str) -> str:
        """Return what is worth saying besides what is shown."""
        return self.text() if shown != self.text() else ""


class ShorteningLabel(ElidedLabel):
    """A label that has fewer words for little room, before it elides, and maybe a note on what they mean."""

    def __init__(self) -> None:
        super().__init__()
        self._short = ""
        self._note = ""

    def show_text(self, text: str, short: str = "", note: str = "") -> None:
        """Show the text, or where it does not fit, the short one. The note is in the tooltip, and read out after."""
        self._short, self._note = short, note
        self.setText(text)
        self.setAccessibleDescription(note)

    def _explain(self, shown: str) -> str:
        return "\n".join(filter(None, [super()._explain(shown), self._note]))

    def _fitting(self) -> str:
        return self._short if self._short and not self._fits(self.text()) else self.text()
