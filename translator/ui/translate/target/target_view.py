"""Where the translation is read, and what is drawn around it while it is on its way."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QMimeData, QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QPen, QTextCursor
from PySide6.QtWidgets import QMenu

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.widgets.reading.reading_edit import ReadingEdit

SKELETON_AFTER_MS = 150

_BAR_HEIGHT = 12
_CARET = (3, 20)
_CAPSULE = (28, 18)
_READING = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
_LINE_ENDS = ("\u2029", "\u2028")


class TargetView(ReadingEdit):
    """A read-only view. While it waits it shows bars shaped like the source; where the text broke off, a capsule."""

    menu_opening = Signal(QMenu)
    """The menu of the text is about to open; whoever has something to do with the text adds it."""
    undo_requested = Signal()
    """Undo was asked for while the text can only be read."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self.setObjectName("targetView")
        self.setAccessibleName(tr("Translation"))
        self.set_hint(tr("Translation"))
        self.setReadOnly(True)
        self.undoing.set_on(on=False)
        self.setTextInteractionFlags(_READING)
        self.own_text: Callable[[], str] = self.text
        self._bars: list[QRectF] = []
        self._make_bars: Callable[[], list[QRectF]] = list
        self._streaming = False
        self._skeleton_due = False
        self._broken_off = False
        self._gaps: list[int] = []
        self._writing: int | None = None
        self._caret: QRectF | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(SKELETON_AFTER_MS)
        self._timer.timeout.connect(self._show_skeleton)

    def await_text(self, bars: Callable[[], list[QRectF]]) -> None:
        """Show that text is on its way; where it takes a while, these bars stand in for what is to come.

        Nothing is painted for that before: what comes at once would have to wait for the painting.
        """
        self._bars, self._streaming, self._broken_off, self._gaps, self._writing = [], True, False, [], None
        self._make_bars = bars
        self._skeleton_due = False
        self._timer.start()

    def text_ended(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and whether it broke off: at these places in UTF-16 units, or else at the end.

        The end is the end of what is shown, and moves with what is yet to be painted.
        """
        self._timer.stop()
        self._bars, self._streaming, self._broken_off, self._writing = [], False, broken_off, None
        self._gaps = list(places)
        self.set_hint(tr("Translation"))
        self.viewport().update()

    def write_at(self, place: int | None) -> None:
        """Show that text is being written at this place, in UTF-16 units, or at the end."""
        if place != self._writing:
            self._writing = place
            self._follow_caret()

    def _follow_caret(self) -> None:
        """Have painted what changes where text is written: bars give way to it, a line below.

        What moves it without another place being told is a change of the text before it, and Qt paints all behind one.
        """
        before, self._caret = self._caret, self._caret_now()
        if before is None or self._caret is None:
            self.viewport().update()
        elif before != self._caret:
            both = before.united(self._caret)
            self.update_lines(both.top(), both.bottom() + self.typesetting.line_height)

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        """Move what is painted, but for the bars, which stay where they are."""
        super().scrollContentsBy(dx, dy)
        if self._caret is not None:
            self._caret.translate(0, dy)
        if self._bars:
            self.viewport().update()

    def _caret_now(self) -> QRectF | None:
        """Return where text is being written, if it is."""
        if not self._streaming or self.document().isEmpty():
            return None
        return self.end_rect() if self._writing is None else self._rect_at(self._writing)

    def set_editing(self, *, editing: bool) -> None:
        """Let the text be edited, or only read. What was edited can be undone until it is only read again."""
        self.setReadOnly(not editing)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextEditorInteraction if editing else _READING)
        self.undoing.set_on(on=editing)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo and redo what was typed; Qt would go by what was formatted as well."""
        if not self.isReadOnly() and event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif not self.isReadOnly() and event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Open the menu, with what others have to add."""
        from translator.ui.widgets.reading.text_menu import text_menu  # not before the first paint

        menu = text_menu(self, self.undo)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.menu_opening.emit(menu)
        menu.popup(event.globalPos())

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copy the reply's own characters, not the harmless ones that stand for some of them on the screen."""
        cursor = self.textCursor()
        utf16 = self.own_text().encode("utf-16-le", "surrogatepass")
        selected = utf16[2 * cursor.selectionStart() : 2 * cursor.selectionEnd()]
        copied = QMimeData()
        copied.setText(selected.decode("utf-16-le", "replace"))
        return copied

    def _show_skeleton(self) -> None:
        self._skeleton_due = True
        self.set_hint("")
        self._bars = self._make_bars()
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text, and around it what is true of it now."""
        super().paintEvent(event)
        if not (self._streaming or self._broken_off):
            return
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            end = self.end_rect()
            is_empty = self.document().isEmpty()
            if self._streaming and self._skeleton_due:
                self._paint_bars(painter, -1.0 if is_empty else end.bottom())
            self._caret = self._caret_now()
            if self._caret is not None:
                self._paint_caret(painter, self._caret)
            if self._broken_off and not is_empty:
                self._paint_gaps(painter, end)

    def _paint_bars(self, painter: QPainter, below: float) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("skeleton"))
        for bar in self._bars:
            if bar.top() > below:
                painter.drawRoundedRect(self._mirrored(bar), _BAR_HEIGHT / 2, _BAR_HEIGHT / 2)

    def _mirrored(self, bar: QRectF) -> QRectF:
        width = min(bar.width(), self.viewport().width())
        left = self.viewport().width() - width if self.is_rtl else 0.0
        return QRectF(left, bar.center().y() - _BAR_HEIGHT / 2, width, _BAR_HEIGHT)

    def _paint_caret(self, painter: QPainter, end: QRectF) -> None:
        width, height = _CARET
        left = end.left() - 2 - width if self._is_rtl_at(end) else end.left() + 2
        painter.fillRect(QRectF(left, end.center().y() - height / 2, width, height), self._theme.colour("link_line"))

    def _paint_gaps(self, painter: QPainter, end: QRectF) -> None:
        """Mark each place where text is missing: inside a line, or at the end of a full one, by a stroke."""
        last = self.document().characterCount() - 1
        for place in self._gaps or [last]:
            at = end if place >= last else self._rect_at(place)
            is_end = self.document().characterAt(min(place, last)) in _LINE_ENDS
            capsule = self._capsule_after(self._line_end(min(place, last), at))
            if is_end and capsule.left() >= 0 and capsule.right() <= self.viewport().width():
                self._paint_capsule(painter, capsule)
            else:
                width, height = _CARET
                left = min(max(0.0, at.left() - 1), float(self.viewport().width() - width))
                stroke = QRectF(left, at.center().y() - height / 2, width, height)
                painter.fillRect(stroke, self._theme.colour("warning_line"))

    def _is_rtl_at(self, at: QRectF) -> bool:
        """Return whether the paragraph there is written from right to left: it may be another than the rest."""
        block = self.cursorForPosition(at.center().toPoint()).block()
        return block.textDirection() is Qt.LayoutDirection.RightToLeft

    def _rect_at(self, place: int) -> QRectF:
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(place, self.document().characterCount() - 1))
        return QRectF(self.cursorRect(cursor))

    def _line_end(self, place: int, caret: QRectF) -> QRectF:
        """Return the caret moved to where the line's words end: behind Latin ones in Arabic it stands before them."""
        block = self.document().findBlock(place)
        inside = place - block.position()
        line = block.layout().lineForTextPosition(inside)
        words, stands = line.naturalTextRect(), line.cursorToX(inside)[0]  # type: ignore[index]  # the stub knows no type
        ends = min(stands, words.left()) if self._is_rtl_at(caret) else max(stands, words.right())
        return caret.translated(ends - stands, 0)

    def _capsule_after(self, end: QRectF) -> QRectF:
        """Return where a capsule is after the last letter, if there is room."""
        width, height = _CAPSULE
        left = end.left() - width - 6 if self._is_rtl_at(end) else end.left() + 6
        return QRectF(left, end.center().y() - height / 2, width, height)

    def _paint_capsule(self, painter: QPainter, capsule: QRectF) -> None:
        """Draw three dots in an amber capsule."""
        height = capsule.height()
        painter.setPen(QPen(self._theme.colour("warning_line"), 1.5))
        painter.setBrush(self._theme.colour("warning_soft"))
        painter.drawRoundedRect(capsule, height / 2, height / 2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.colour("warning"))
        for offset in (-6, 0, 6):
            painter.drawEllipse(capsule.center() + QPointF(offset, 0), 1.5, 1.5)
