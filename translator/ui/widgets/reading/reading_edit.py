"""The text field both panes are made of: plain text, set for reading."""

from __future__ import annotations

from functools import cached_property
from math import ceil, floor
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QFontMetricsF, QPainter, QTextCursor, QTextDocument, QTextOption

from translator.ui.look.fonts import Reading, popup_reading_for, reading_font, reading_for
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.around_text import FADE, hint_overhang, paint_fade, paint_hint
from translator.ui.widgets.reading.edit_history import EditHistory, replace_selected
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.paragraph_formats import ParagraphFormats
from translator.ui.widgets.reading.plain_edit import PlainEdit

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QPaintEvent, QResizeEvent
    from PySide6.QtWidgets import QMenu

    from translator.text.span import Span
    from translator.ui.widgets.reading.margin_bars import MarginBars
    from translator.ui.widgets.reading.marks import Marks

_FIRST_LINE_CENTRE = 36
_WRAP = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere
_REACH = 4
"""By so many pixels at most what is drawn around words reaches over their line."""


class ReadingEdit(PlainEdit):
    """Sets its text at the line height its script needs, in its own direction.

    ``setPlainText`` would lose the line height; ``replace_text`` is its stand-in.
    """

    text_edited = Signal()
    """The text is another. ``textChanged`` speaks of changed formatting as well."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._selected = 0, 0
        self._known_text: str | None = None
        self._edited: Span | None = None
        self._have_moved = False
        self._follow_document(EditHistory(self.document()))
        self._script = "Latn"
        self._large = False
        self._small = False
        self._margin = 24
        self._first_line_centre = _FIRST_LINE_CENTRE
        self._hint = ""
        self.is_led = False
        """Whether it is the reader who goes to another place, without touching the text: by a search."""
        self.setCursorWidth(2)
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.textChanged.connect(self._tell_edit)
        self.cursorPositionChanged.connect(self._follow_selection)
        self.selectionChanged.connect(self._follow_selection)
        self.verticalScrollBar().rangeChanged.connect(self._apply_margins)
        theme.changed.connect(self._apply_reading)
        self._apply_reading()

    def _follow_document(self, history: EditHistory) -> None:
        self._formats = ParagraphFormats(self.document(), lambda: self.line_height)
        self._history = history
        self._known_text = None
        self.document().contentsChange.connect(self._follow_contents)

    def take_over(self, before: ReadingEdit) -> None:
        """Show the text of another edit, set alike, with all that can be undone, the selection and the place in sight.

        The other one is left without a text.
        """
        document, whereabouts = before.document(), before._whereabouts()
        document.contentsChange.disconnect(before._follow_contents)
        document.setParent(self)  # or it would go with the other
        with QSignalBlocker(before), QSignalBlocker(self):  # who is told of the text may set it at another size
            before.setDocument(QTextDocument(before))
            self.setDocument(document)
        self._follow_document(before._history)
        before._follow_document(EditHistory(before.document()))
        self._go_back(*whereabouts)
        self.text_edited.emit()

    def _whereabouts(self) -> tuple[int, int, int]:
        """Return the anchor and the position of the selection, and where the scroll bar is."""
        cursor = self.textCursor()
        return cursor.anchor(), cursor.position(), self.verticalScrollBar().value()

    def _go_back(self, anchor: int, position: int, place: int) -> None:
        """Select what was selected there, and scroll to it."""
        cursor = self.textCursor()
        cursor.setPosition(anchor)
        cursor.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(place)

    # How it is set

    def set_language(self, script: str, *, rtl: bool) -> None:
        """Set the text for a script (ISO 15924) and a direction.

        A paragraph whose first letter runs the other way does so too; one without letters runs as the language does.
        """
        turns = rtl != self.is_rtl
        option = QTextOption(self.document().defaultTextOption())
        if turns or option.wrapMode() is not _WRAP:  # Qt would lay out all of the text again
            option.setTextDirection(Qt.LayoutDirection.RightToLeft if rtl else Qt.LayoutDirection.LayoutDirectionAuto)
            option.setWrapMode(_WRAP)
            self.document().setDefaultTextOption(option)
        if script != self._script:
            self._script = script
            self._apply_reading()
        elif turns:
            self._formats.keep_everywhere()

    def set_large(self, *, large: bool) -> None:
        """Set a short text large, or a longer one at the reading size."""
        if large != self._large:
            self._large = large
            self._apply_reading()

    def set_small(self) -> None:
        """Set all texts a little smaller, as in the popup."""
        self._small = True
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
        return (popup_reading_for if self._small else reading_for)(self._script)

    @property
    def line_height(self) -> int:
        """The height of a line in pixels."""
        return self._theme.px(self._reading.large_line if self._large else self._reading.line)

    def _apply_reading(self) -> None:
        size = self._reading.large_size if self._large else self._reading.size
        font = reading_font(self._script, self._theme.px(size))
        self.setFont(font)
        self.document().setDefaultFont(font)
        self._formats.keep_everywhere()
        self._apply_margins()

    def _apply_margins(self) -> None:
        # Qt puts the extra height of a fixed line above its letters.
        letters = QFontMetricsF(self.font()).height()
        top = self._theme.px(self._first_line_centre) - (self.line_height - letters / 2)
        # The scroll bar, where there is one, stands in the margin.
        bar = self.verticalScrollBar()
        right = self._margin - (bar.sizeHint().width() if bar.maximum() > 0 else 0)
        self.setViewportMargins(self._margin, max(0, round(top)), max(0, right), 0)
        self._place_bars()

    def _follow_contents(self, position: int, removed: int, added: int) -> None:
        """Give every block that changed the line height; paste and select-all-delete bring blocks without it."""
        self._known_text = None
        if "marks" in self.__dict__:
            self._have_moved |= self.marks.follow_edit(position, removed, added)
            before = self._edited or (position, position)
            self._edited = min(position, before[0]), max(position + added, before[1])
        if not self._formats.is_at_work:
            self._history.take_note(position, removed, added, self._selected)
            self._formats.keep(position, added)

    def _follow_selection(self) -> None:
        cursor = self.textCursor()
        self._selected = cursor.anchor(), cursor.position()

    def _tell_edit(self) -> None:
        self._paint_moved_marks()
        if not self._formats.is_at_work:
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
        with self._history.one_step():
            replace_selected(cursor, text)
        self.moveCursor(QTextCursor.MoveOperation.Start)

    def begin_with(self, text: str) -> None:
        """Hold this text from the beginning: there is nothing to undo."""
        self.replace_text(text)
        self._history.clear()
        self.moveCursor(QTextCursor.MoveOperation.End)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Paste plain text, whatever richer forms there are, as a step by itself."""
        with self._history.one_step():
            super().insertFromMimeData(source)

    # What was edited

    def set_undoable(self, *, undoable: bool) -> None:
        """Keep what is edited from now on, so that it can be undone, or keep nothing."""
        self._history.set_on(on=undoable)

    @property
    def can_undo(self) -> bool:
        """Whether something can be undone."""
        return self._history.can_undo

    def undo(self) -> None:
        """Undo the last edit, and select what was selected before it."""
        self._go_to(self._history.undo())

    def redo(self) -> None:
        """Do again what was undone last, and go behind it."""
        self._go_to(self._history.redo())

    def _go_to(self, selected: Span | None) -> None:
        if selected is not None:
            last = self.document().characterCount() - 1
            cursor = self.textCursor()
            cursor.setPosition(min(selected[0], last))
            cursor.setPosition(min(selected[1], last), QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()

    def make_menu(self, undo: Callable[[], object]) -> QMenu:
        """Return the usual menu, with undo and redo as they are by key; Qt's own would find nothing to undo."""
        menu = self.createStandardContextMenu()
        for name, can, does in (
            ("edit-undo", self._history.can_undo, undo), ("edit-redo", self._history.can_redo, self.redo),
        ):  # fmt: skip
            for action in menu.findChildren(QAction, name):
                action.setEnabled(can)
                replace_action(action, does)
        return menu

    def set_hint(self, hint: str) -> None:
        """Show these words while there is no text, level with the caret; Qt's placeholder ignores line heights."""
        self._hint = hint
        self.setAccessibleDescription(hint)
        self.viewport().update()

    @property
    def hint_overhang(self) -> int:
        """How far the hint reaches below its first line, in pixels."""
        return hint_overhang(self, self._hint)

    # What is drawn below the text

    @cached_property
    def marks(self) -> Marks:
        """What is marked in the text. They are set by ``set_marks``."""
        from translator.ui.widgets.reading.marks import Marks  # not before the first paint

        return Marks()

    @cached_property
    def _margin_bars(self) -> MarginBars:
        from translator.ui.widgets.reading.margin_bars import MarginBars  # many a user never edits a translation

        return MarginBars(self, self._theme, self.marks)

    def set_marks(self, kind: Mark, spans: Iterable[Span]) -> None:
        """Mark these ranges, and no others, as this: half-open positions in UTF-16 units."""
        spans = list(spans)
        changed = self.marks.set(kind, spans) if spans or "marks" in self.__dict__ else None
        if changed is not None:
            self.update_lines(self.top_of(max(0, changed[0] - 1)), self.top_of(changed[1]) + self.line_height)
            if kind is Mark.EDITED:
                self._margin_bars.place()

    def _paint_moved_marks(self) -> None:
        """Have painted what an edit has moved: Qt paints the paragraph, but not what reaches over its foot."""
        edited, have_moved = self._edited, self._have_moved
        self._edited, self._have_moved = None, False
        if edited is None:
            return
        first, last = (self.document().findBlock(min(at, self.document().characterCount() - 1)) for at in edited)
        start, end = first.position(), last.position() + last.length() - 1
        in_sight = self.in_sight()[1]  # asked where what is far below is drawn, Qt lays out all before it
        if start <= in_sight and (have_moved or self.marks.reach_into(start, end)):
            self.update_lines(self.top_of(start), self.top_of(min(end, in_sight)) + self.line_height)
        if "_margin_bars" in self.__dict__:
            self._margin_bars.update()

    def update_lines(self, top: float, bottom: float) -> None:
        """Have the lines painted that lie between these heights of the viewport, and nothing else."""
        first, last = floor(top) - _REACH, ceil(bottom) + _REACH
        self.viewport().update(0, first, self.viewport().width(), last - first)

    def _place_bars(self) -> None:
        if "_margin_bars" in self.__dict__:
            self._margin_bars.place()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the bars beside the text."""
        super().resizeEvent(event)
        self._place_bars()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, as Qt does, but for the fading at the foot, which stays where it is."""
        super().scrollContentsBy(dx, dy)
        foot = self.viewport().height()
        self.update_lines(foot - FADE - max(0, -dy), foot)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the surface below, so that nothing that lies there need be; the marks, then the text over them."""
        with QPainter(self.viewport()) as painter:
            painter.fillRect(event.rect(), self._theme.colour("surface"))
        if "marks" in self.__dict__:
            self.marks.paint_below(self, self._theme)
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
        cursor = self.textCursor()
        cursor.setPosition(min(end, self.document().characterCount() - 1))
        cursor.setPosition(min(start, cursor.position()), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.reveal(start, end)

    def reveal(self, start: int, end: int) -> None:
        """Scroll no further than needed to see this range, or its beginning where it is too long."""
        bar, height, line = self.verticalScrollBar(), self.viewport().height(), self.line_height
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


def replace_action(action: QAction, does: Callable[[], object]) -> None:
    """Let an action do this, and nothing of what it did."""
    action.triggered.disconnect()
    action.triggered.connect(lambda _checked=False: does())
