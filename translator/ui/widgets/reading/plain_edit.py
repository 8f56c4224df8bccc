"""A text field that holds plain text and nothing else, and knows where each part of it is drawn."""

from __future__ import annotations

from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QKeySequence, QTextCursor
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QKeyEvent, QTextBlock

    from translator.text.span import Span

_REACH = 4
"""By so many pixels at most what is drawn around words reaches over their line."""


class PlainEdit(QTextEdit):
    """Inserts text as text and never parses it: ``append``, ``setText`` and ``setHtml`` would, and are not to be used.

    It has no frame, no margin of its own, and no bar for scrolling sideways. Places in the text are in UTF-16 units.
    """

    def __init__(self) -> None:
        super().__init__()
        # Asked for viewport() first, PySide would build every class of widget to find out which one it is: 20 ms.
        self._viewport_as_widget = self.findChild(QWidget, "qt_scrollarea_viewport")
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)

    @property
    def is_rtl(self) -> bool:
        """Whether the text is written from right to left. Single paragraphs may run the other way."""
        return self.document().defaultTextOption().textDirection() is Qt.LayoutDirection.RightToLeft

    def is_rtl_at(self, position: int) -> bool:
        """Return whether the paragraph at this place is written from right to left."""
        return self.document().findBlock(position).textDirection() is Qt.LayoutDirection.RightToLeft

    # What it holds

    def text(self) -> str:
        """Return the text, with newlines as they are in Python."""
        # toPlainText would make blanks of no-break spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def selected_text(self) -> str:
        """Return what is selected, with newlines as they are in Python."""
        return self.textCursor().selectedText().replace("\u2029", "\n").replace("\u2028", "\n")

    def selection(self) -> tuple[int, int]:
        """Return where the selection was begun, and where the caret is."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position()

    def set_selection(self, anchor: int, position: int) -> None:
        """Select from one place to another, where the caret is then; places behind the text are its end."""
        last = self.document().characterCount() - 1
        cursor = self.textCursor()
        cursor.setPosition(min(anchor, last))
        cursor.setPosition(min(position, last), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Begin another paragraph, on an empty line as well: there, Qt would only undo a paragraph's formatting."""
        if self.isReadOnly() or not event.matches(QKeySequence.StandardKey.InsertParagraphSeparator):
            super().keyPressEvent(event)
            return
        cursor = self.textCursor()
        cursor.insertBlock()
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        event.accept()

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever richer forms there are."""
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing, ever: no text may fetch a picture or a file."""
        from PySide6.QtCore import QByteArray

        return QByteArray()  # after None, Qt would go and read the file itself

    # Where it is drawn

    def in_sight(self) -> Span:
        """Return the range of the lines that can be seen, and maybe one more before and behind, in UTF-16 units."""
        area = self.viewport().rect()
        first, last = (self.cursorForPosition(corner) for corner in (area.topLeft(), area.bottomRight()))
        return _beginning_of_line(first, -1), _beginning_of_line(last, 2)

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return where this range is drawn, in viewport coordinates; only what is in sight."""
        from translator.ui.widgets.reading.glyph_rects import block_rects  # not before the first paint

        found: list[QRectF] = []
        in_sight = QRectF(self.viewport().rect())
        block = self.document().findBlock(max(start, min(self.first_in_sight(), end)))
        while block.isValid() and block.position() < end:
            origin = self._origin_of(block)
            if origin.y() > in_sight.bottom():
                break
            found += block_rects(block, origin, start - block.position(), end - block.position(), in_sight)
            block = block.next()
        return found

    def first_in_sight(self) -> int:
        """Return the first place that can be seen, in UTF-16 units."""
        return self.cursorForPosition(self.viewport().rect().topLeft()).position()

    def top_of(self, position: int) -> float:
        """Return where the line at this place begins, in pixels from the top of the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return float(self.cursorRect(cursor).top())

    def update_lines(self, top: float, bottom: float) -> None:
        """Have the lines painted that lie between these heights of the viewport, and nothing else."""
        first, last = floor(top) - _REACH, ceil(bottom) + _REACH
        self.viewport().update(0, first, self.viewport().width(), last - first)

    def _origin_of(self, block: QTextBlock) -> QPointF:
        top = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return top - QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())


def _beginning_of_line(cursor: QTextCursor, further: int) -> int:
    """Return where the line begins that is so many lines below the cursor's; not beyond its paragraph."""
    block = cursor.block()
    layout = block.layout()
    line = layout.lineForTextPosition(cursor.positionInBlock())
    if not line.isValid():  # the paragraph is not laid out; such a line must not be asked where it begins
        return block.position() if further < 0 else block.position() + block.length()
    number = max(0, line.lineNumber() + further)
    if number >= layout.lineCount():
        return block.position() + block.length()
    return block.position() + layout.lineAt(number).textStart()
