"""Keeps the line height of a script, and the direction of its own text, in every paragraph."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextBlockFormat, QTextCursor, QTextFormat

from translator.ui.widgets.reading.direction import is_rtl

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock, QTextDocument

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value
_AS_ALL = Qt.LayoutDirection.LayoutDirectionAuto
"""As the document says: to the left, or as Qt finds by the paragraph's first letter."""


class ParagraphFormats:
    """Sets a fixed height where there is none: paste and select-all-delete bring paragraphs without it.

    In a document that runs to the left, paragraphs run to the right whose first letter does. One that does not run to
    the left needs nothing for that: Qt finds it out.

    ``height`` returns what it is to be, in pixels. ``is_at_work`` says whether a change of the document is its doing.
    """

    def __init__(self, document: QTextDocument, height: Callable[[], int]) -> None:
        self._document = document
        self._height = height
        self.is_at_work = False

    def keep_everywhere(self) -> None:
        """Look at every paragraph."""
        self.keep(0, self._document.characterCount())

    def keep(self, position: int, added: int) -> None:
        """Look at the paragraphs from this position on, as far as characters were added."""
        block, end = self._document.findBlock(position), position + added
        wanted = _Wanted(self._document, self._height())
        while wanted.has(block):
            block = block.next()
            if not block.isValid() or block.position() > end:
                return  # closing an edit in which nothing happened would have Qt lay out the text again
        self.is_at_work = True
        cursor = QTextCursor(self._document)
        cursor.joinPreviousEditBlock()
        while block.isValid() and block.position() <= end:
            if not wanted.has(block):
                wanted.give(cursor, block)
            block = block.next()
        cursor.endEditBlock()
        self.is_at_work = False


class _Wanted:
    """How paragraphs are to be. It is found out once for many of them."""

    def __init__(self, document: QTextDocument, height: int) -> None:
        self._height = height
        self._all_run_left = document.defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft

    def has(self, block: QTextBlock) -> bool:
        """Return whether a paragraph is so."""
        found = block.blockFormat()
        has_height = found.lineHeightType() == _FIXED and found.lineHeight() == self._height
        return has_height and found.layoutDirection() is self._direction(block)

    def give(self, cursor: QTextCursor, block: QTextBlock) -> None:
        """Make a paragraph so."""
        cursor.setPosition(block.position())
        wanted = block.blockFormat()
        wanted.setLineHeight(self._height, _FIXED)
        if (direction := self._direction(block)) is _AS_ALL:
            wanted.clearProperty(QTextFormat.Property.LayoutDirection.value)
        else:
            wanted.setLayoutDirection(direction)
        cursor.setBlockFormat(wanted)

    def _direction(self, block: QTextBlock) -> Qt.LayoutDirection:
        if self._all_run_left and not is_rtl(block.text(), otherwise=True):
            return Qt.LayoutDirection.LeftToRight
        return _AS_ALL
