"""The text field both panes are made of: plain text, set for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QPainter, QTextCursor, QTextDocument

from translator.ui.look.fill import fill
from translator.ui.widgets.reading.around_text import FADE, hint_overhang, paint_fade, paint_hint
from translator.ui.widgets.reading.drawn_marks import DrawnMarks
from translator.ui.widgets.reading.edit_history import replace_selected
from translator.ui.widgets.reading.plain_edit import PlainEdit
from translator.ui.widgets.reading.typesetting import Typesetting
from translator.ui.widgets.reading.undoing import Undoing

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from translator.ui.look.theme import Theme


class ReadingEdit(PlainEdit):
    """Sets its text at the line height its script needs, in its own direction.

    ``setPlainText`` would lose the line height; ``replace_text`` is its stand-in. ``typesetting`` says how the text is
    set, ``undoing`` what can be undone, ``marks`` what is marked in it.
    """

    text_edited = Signal()
    """The text is another. ``textChanged`` speaks of changed formatting as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.marks = DrawnMarks(self, theme, lambda: self.typesetting.line_height)
        self._known_text: str | None = None
        self._hint = ""
        self.is_led = False
        """Whether it is the reader who goes to another place, without touching the text: by a search."""
        self.setCursorWidth(2)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.undoing = Undoing(self)
        self.typesetting = Typesetting(self, theme)
        self.typesetting.margins_set.connect(self.marks.place_bars)
        self.textChanged.connect(self._tell_edit)
        self.document().contentsChange.connect(self._follow_contents)

    def _follow_document(self) -> None:
        self._known_text = None
        self.typesetting.follow_document()
        self.document().contentsChange.connect(self._follow_contents)

    def take_over(self, before: ReadingEdit) -> None:
        """Show the text of another edit, set alike, with all that can be undone, the selection and the place in sight.

        The other one is left without a text.
        """
        document, selection, place = before.document(), before.selection(), before.verticalScrollBar().value()
        document.contentsChange.disconnect(before._follow_contents)
        document.setParent(self)  # or it would go with the other
        with QSignalBlocker(before), QSignalBlocker(self):  # who is told of the text may set it at another size
            before.setDocument(QTextDocument(before))
            self.setDocument(document)
        self.undoing.take_over(before.undoing)
        self._follow_document()
        before._follow_document()
        self.set_selection(*selection)
        self.verticalScrollBar().setValue(place)
        self.text_edited.emit()

    def _follow_contents(self, position: int, removed: int, added: int) -> None:
        self._known_text = None
        self.marks.follow_edit(position, removed, added)
        if not self.typesetting.is_at_work:
            self.undoing.take_note(position, removed, added)
            self.typesetting.keep(position, added)

    def _tell_edit(self) -> None:
        self.marks.paint_moved()
        if not self.typesetting.is_at_work:
            self.text_edited.emit()

    # What it holds

    def text(self) -> str:
        """Return the text, with newlines as they are in Python. After an edit many ask; it is made for the first."""
        if self._known_text is None:
            self._known_text = super().text()
        return self._known_text

    def replace_text(self, text: str) -> None:
        """Replace all of the text, as one step that can be undone, and go to its beginning."""
        text = text.replace("\r\n", "\n")  # a slice that ended between the two would make two line ends of them
        cursor = QTextCursor(self.document())
        cursor.select(QTextCursor.SelectionType.Document)
        with self.undoing.one_step():
            replace_selected(cursor, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def begin_with(self, text: str) -> None:
        """Hold this text from the beginning: there is nothing to undo."""
        self.replace_text(text)
        self.undoing.clear()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever richer forms there are, as a step by itself."""
        with self.undoing.one_step():
            super().insertFromMimeData(source)

    def undo(self) -> None:
        """Undo the last edit, and select what was selected before it."""
        self.undoing.undo()

    def redo(self) -> None:
        """Do again what was undone last, and go behind it."""
        self.undoing.redo()

    def set_hint(self, hint: str) -> None:
        """Show these words while there is no text, level with the caret; Qt's placeholder ignores line heights."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    @property
    def hint_overhang(self) -> int:
        """How far the hint reaches below its first line, in pixels."""
        return hint_overhang(self, self._hint)

    # How it is drawn

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bars beside the text."""
        super().resizeEvent(event)
        self.marks.place_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, as Qt does, but for the fading at the foot, which stays where it is."""
        super().scrollContentsBy(dx, dy)
        foot = self.viewport().height()
        self.update_lines(foot - FADE - max(0, -dy), foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface below, so that nothing that lies there need be; the marks, then the text over them."""
        with QPainter(self.viewport()) as painter:
            fill(painter, event.rect(), self._theme.colour("surface"))
        self.marks.paint_below()
        super().paintEvent(event)
        if self._hint and self.document().isEmpty() and not self._is_composing():
            paint_hint(self, self._theme, self._hint)
        bar = self.verticalScrollBar()
        is_being_typed = self.hasFocus() and not self.isReadOnly()
        if bar.value() < bar.maximum() and not is_being_typed:
            paint_fade(self, self._theme)

    def _is_composing(self) -> bool:
        return bool(self.textCursor().block().layout().preeditAreaText())

    def select(self, start: int, end: int) -> None:
        """Select a range and bring it into sight; the focus stays where it is."""
        self.set_selection(end, start)
        self.reveal(start, end)

    def reveal(self, start: int, end: int) -> None:
        """Scroll no further than needed to see this range, or its beginning where it is too long."""
        bar, height, line = self.verticalScrollBar(), self.viewport().height(), self.typesetting.line_height
        top, bottom = self.top_of(start), self.top_of(end) + line
        if top < 0 or bottom - top > height:
            bar.setValue(bar.value() + round(top))
        elif bottom > height:
            bar.setValue(bar.value() + round(bottom - height))

    def end_rect(self) -> QRectF:
        """Return where the text ends, in viewport coordinates: a thin upright rectangle after the last letter."""
        cursor = QTextCursor(self.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        return QRectF(self.cursorRect(cursor))
