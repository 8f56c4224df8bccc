"""Keeps the line height of a script in every paragraph of a text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QTextBlockFormat, QTextCursor

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QTextBlock, QTextDocument

_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class LineHeights:
    """Sets a fixed height where there is none: paste and select-all-delete bring paragraphs without it.

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
        block = self._document.findBlock(position)
        if self._has_height(block) and added <= 1:
            return
        while self._has_height(block):
            block = block.next()
            if not block.isValid() or block.position() > position + added:
                return  # closing an edit in which nothing happened would have Qt lay out the text again
        self.is_at_work = True
        cursor = QTextCursor(self._document)
        cursor.joinPreviousEditBlock()
        while block.isValid() and block.position() <= position + added:
            if not self._has_height(block):
                self._set_height(cursor, block)
            block = block.next()
        cursor.endEditBlock()
        self.is_at_work = False

    def _has_height(self, block: QTextBlock) -> bool:
        wanted = block.blockFormat()
        return wanted.lineHeightType() == _FIXED and wanted.lineHeight() == self._height()

    def _set_height(self, cursor: QTextCursor, block: QTextBlock) -> None:
        cursor.setPosition(block.position())
        wanted = block.blockFormat()
        wanted.setLineHeight(self._height(), _FIXED)
        cursor.setBlockFormat(wanted)
