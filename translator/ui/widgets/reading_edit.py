"""The text field both panes are made of: plain text, set for reading."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QTextBlockFormat, QTextCursor, QTextOption
from PySide6.QtWidgets import QFrame, QTextEdit, QWidget

from translator.ui.look.fonts import Reading, reading_font, reading_for
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_HIGHLIGHT

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import QMimeData, QUrl
    from PySide6.QtGui import QPaintEvent, QTextBlock

SLICE = 10_000
"""Characters inserted at a time: more in one go is felt."""

_FIRST_LINE_CENTRE = 36
_FADE = 24
_FIXED = QTextBlockFormat.LineHeightTypes.FixedHeight.value


class ReadingEdit(QTextEdit):
    """Holds plain text, at the line height its script needs, in its own direction.

    Text is inserted as text and never parsed: ``append``, ``setText`` and ``setHtml`` would read markup, and are
    not to be used. ``setPlainText`` would lose the line height; ``replace_text`` is its stand-in.
    """

    text_edited = Signal()
    """The text is another. ``textChanged`` speaks of changed formatting as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        # Asked for viewport() first, PySide would build every class of widget to find out which one it is: 20 ms.
        self._viewport_as_widget = self.findChild(QWidget, "qt_scrollarea_viewport")
        self._formatting = False
        self._stepping = False
        self._script = "Latn"
        self._large = False
        self._margin = 24
        self._first_line_centre = _FIRST_LINE_CENTRE
        self._lit: tuple[int, int] | None = None
        self._hint = ""
        self.setAcceptRichText(False)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setCursorWidth(2)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(0)
        self.document().contentsChange.connect(self._follow_contents)
        self.textChanged.connect(self._tell_edit)
        self.verticalScrollBar().rangeChanged.connect(self._apply_margins)
        theme.changed.connect(self._apply_reading)
        self._apply_reading()

    # How it is set

    def set_language(self, script: str, *, rtl: bool) -> None:
        """Set the text for a script (ISO 15924) and a direction."""
        option = QTextOption(self.document().defaultTextOption())
        option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LeftToRight)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.document().setDefaultTextOption(option)
        if script != self._script:
            self._script = script
            self._apply_reading()

    def set_large(self, *, large: bool) -> None:
        """Set a short text large, or a longer one at the reading size."""
        if large != self._large:
            self._large = large
            self._apply_reading()

    @property
    def is_large(self) -> bool:
        """Whether the text is set large."""
        return self._large

    def set_margins(self, text: int, first_line_centre: int = _FIRST_LINE_CENTRE) -> None:
        """Set the distance of the text from the sheet's sides, and of its first line's centre from the top."""
        self._margin = text
        self._first_line_centre = first_line_centre
        self._apply_margins()

    @property
    def _reading(self) -> Reading:
        return reading_for(self._script)

    @property
    def line_height(self) -> int:
        """The height of a line in pixels."""
        return self._theme.px(self._reading.large_line if self._large else self._reading.line)

    def _apply_reading(self) -> None:
        size = self._reading.large_size if self._large else self._reading.size
        font = reading_font(self._script, self._theme.px(size))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._keep_line_height(0, self.document().characterCount())
        self._apply_margins()

    def _apply_margins(self) -> None:
        # Qt puts the extra height of a fixed line above its letters.
        letters = QFontMetricsF(self.font()).height()
        top = self._theme.px(self._first_line_centre) - (self.line_height - letters / 2)
        # The scroll bar, where there is one, stands in the margin.
        bar = self.verticalScrollBar()
        right = self._margin - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        self.setViewportMargins(self._margin, max(0, round(top)), max(0, right), 0)

    def _follow_contents(self, position: int, _removed: int, added: int) -> None:
        """Give every block that changed the line height; paste and select-all-delete bring blocks without it."""
        # While there is something to redo, this is undo or redo at work, and formatting would end it.
        if not (self._formatting or self._stepping or self.document().isRedoAvailable()):
            self._keep_line_height(position, added)

    def _keep_line_height(self, position: int, added: int) -> None:
        block = self.document().findBlock(position)
        if self._has_line_height(block) and added <= 1:
            return
        while self._has_line_height(block):
            block = block.next()
            if not block.isValid() or block.position() > position + added:
                return  # closing an edit in which nothing happened would have Qt lay out the text again
        self._formatting = True
        cursor = QTextCursor(self.document())
        cursor.joinPreviousEditBlock()
        while block.isValid() and block.position() <= position + added:
            if not self._has_line_height(block):
                self._set_line_height(cursor, block)
            block = block.next()
        cursor.endEditBlock()
        self._formatting = False

    def _tell_edit(self) -> None:
        if not (self._formatting or self._stepping):
            self.text_edited.emit()

    def _has_line_height(self, block: QTextBlock) -> bool:
        wanted = block.blockFormat()
        return wanted.lineHeightType() == _FIXED and wanted.lineHeight() == self.line_height

    def _set_line_height(self, cursor: QTextCursor, block: QTextBlock) -> None:
        cursor.setPosition(block.position())
        wanted = block.blockFormat()
        wanted.setLineHeight(self.line_height, _FIXED)
        cursor.setBlockFormat(wanted)

    # What it holds

    def text(self) -> str:
        """Return the text, with newlines as they are in Python."""
        # toPlainText would make blanks of no-break spaces.
        return self.document().toRawText().replace("\u2029", "\n").replace("\u2028", "\n")

    def replace_text(self, text: str) -> None:
        """Replace all of the text, as one step that can be undone, and go to its beginning."""
        text = text.replace("\r\n", "\n")  # a slice that ended between the two would make two line ends of them
        cursor = QTextCursor(self.document())
        cursor.beginEditBlock()
        cursor.select(QTextCursor.SelectionType.Document)
        cursor.removeSelectedText()
        for start in range(0, len(text), SLICE):
            cursor.insertText(text[start : start + SLICE])
        cursor.endEditBlock()
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def begin_with(self, text: str) -> None:
        """Hold this text from the beginning: there is nothing to undo."""
        self.replace_text(text)
        self.document().clearUndoRedoStacks()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def undo(self) -> None:
        """Undo the last edit. Formatting goes back with it: to Qt it is often a step of its own."""
        before = self.text()
        with self._steps(before):
            while self.document().isUndoAvailable() and self.text() == before:
                self.document().undo()

    def redo(self) -> None:
        """Do again what was undone last, with the formatting that followed it."""
        before = self.text()
        with self._steps(before):
            while self.document().isRedoAvailable() and self.text() == before:
                self.document().redo()
            after = self.text()
            while self.document().isRedoAvailable() and self.text() == after:
                self.document().redo()
            if self.text() != after:
                self.document().undo()

    @contextmanager
    def _steps(self, before: str) -> Iterator[None]:
        """Go through the document's own steps, and tell at the end of one edit, where the text is another."""
        self._stepping = True
        try:
            yield
        finally:
            self._stepping = False
        if self.text() != before:
            self.text_edited.emit()
        # Last, as whoever was told may have set another size: formatting now would end the redoing.
        self._keep_line_height(0, self.document().characterCount())

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever richer forms there are."""
        if source.hasText():
            self.textCursor().insertText(source.text())
            self.ensureCursorVisible()

    def loadResource(self, _kind: int, _name: QUrl | str) -> object:
        """Load nothing, ever: no text may fetch a picture or a file."""
        from PySide6.QtCore import QByteArray

        return QByteArray()  # after None, Qt would go and read the file itself

    def set_hint(self, hint: str) -> None:
        """Show these words while there is no text, level with the caret; Qt's placeholder ignores line heights."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    # Light below the text

    def set_lit(self, span: tuple[int, int] | None) -> None:
        """Light up a range of the text, as half-open positions in UTF-16 units."""
        if span != self._lit:
            self._lit = span
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the light, then the text over it."""
        if self._lit is not None:
            self._paint_lit(*self._lit)
        super().paintEvent(event)
        if self._hint and self.document().isEmpty() and not self._is_composing():
            self._paint_hint()
        bar = self.verticalScrollBar()
        is_being_typed = self.hasFocus() and not self.isReadOnly()
        if bar.value() < bar.maximum() and not is_being_typed:
            self._paint_fade()

    def _is_composing(self) -> bool:
        return bool(self.textCursor().block().layout().preeditAreaText())

    def _paint_hint(self) -> None:
        painter = QPainter(self.viewport())
        painter.setFont(self.font())
        painter.setPen(self._theme.colour("text_3"))
        room = QRectF(self.viewport().rect())
        room.setTop(self.cursorRect().top())
        option = QTextOption(self.document().defaultTextOption())
        painter.drawText(room, self._hint, option)

    def _paint_fade(self) -> None:
        """Let the text fade where it goes on below."""
        from PySide6.QtGui import QLinearGradient  # not before the first paint: it has five enumerations

        bottom = self.viewport().height()
        clear = self._theme.colour("surface")
        clear.setAlpha(0)
        fade = QLinearGradient(0, bottom - _FADE, 0, bottom)
        fade.setColorAt(0, clear)
        fade.setColorAt(1, self._theme.colour("surface"))
        QPainter(self.viewport()).fillRect(0, bottom - _FADE, self.viewport().width(), _FADE, fade)

    def _paint_lit(self, start: int, end: int) -> None:
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for rect in self.rects(start, end):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("link"))
            painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), RADIUS_HIGHLIGHT, RADIUS_HIGHLIGHT)
            painter.setPen(QPen(self._theme.colour("link_line"), 1.5))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def rects(self, start: int, end: int) -> list[QRectF]:
        """Return where this range is drawn, in viewport coordinates; only what is in sight."""
        from translator.ui.widgets.glyph_rects import block_rects  # not before the first paint

        found: list[QRectF] = []
        in_sight = QRectF(self.viewport().rect())
        first_in_sight = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        block = self.document().findBlock(max(start, min(first_in_sight, end)))
        while block.isValid() and block.position() < end:
            origin = self._origin_of(block)
            if origin.y() > in_sight.bottom():
                break
            found += block_rects(block, origin, start - block.position(), end - block.position(), in_sight)
            block = block.next()
        return found

    def _origin_of(self, block: QTextBlock) -> QPointF:
        top = self.document().documentLayout().blockBoundingRect(block).topLeft()
        return top - QPointF(self.horizontalScrollBar().value(), self.verticalScrollBar().value())

    def end_rect(self) -> QRectF:
        """Return where the text ends, in viewport coordinates: a thin upright rectangle after the last letter."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return QRectF(self.cursorRect(cursor))
