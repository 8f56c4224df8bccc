"""Puts what streams in onto the screen: the first words at once, the rest in ticks."""

import time
from collections.abc import Callable

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from translator.ui.widgets.reading_edit import SLICE, ReadingEdit

TICK_MS = 33
"""Time between two paintings of arrived text; longer where painting itself is slow."""

_SLOWDOWN = 4


class TargetWriter(QObject):
    """Writes to the end of a view. It keeps the reader's place: it scrolls only for one who has scrolled to the end."""

    flushed = Signal()

    def __init__(self, view: ReadingEdit, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(view)
        self._view = view
        self._clock = clock
        self._pending = ""
        self._written = 0
        self._own: list[str] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._flush)

    @property
    def is_drained(self) -> bool:
        """Whether all that was added is on the screen."""
        return not self._pending

    def reset(self) -> None:
        """Begin anew with an empty view."""
        self._timer.stop()
        self._pending = ""
        self._written = 0
        self._own = []
        self._view.replace_text("")

    def own_text(self) -> str:
        """Return what is on the screen in the reply's own characters, none of them made harmless."""
        return "".join(self._own)

    def whole_text(self) -> str:
        """Return all that was added, with what is yet to be painted."""
        return self.own_text() + self._pending

    def add(self, text: str) -> None:
        """Write this to the end, now or with the next tick."""
        self._pending += text
        if self._written == 0:
            self._flush()
        elif not self._timer.isActive():
            self._timer.start(TICK_MS)

    def take_back(self, length: int) -> None:
        """Cut what was written to this many code points."""
        if length >= self._written:
            self._pending = self._pending[: length - self._written]
            return
        kept = self.own_text()[:length]
        cursor = QTextCursor(self._view.document())
        cursor.setPosition(utf16_length(kept))
        cursor.movePosition(QTextCursor.MoveOperation.End, QTextCursor.MoveMode.KeepAnchor)
        cursor.removeSelectedText()
        self._written = length
        self._own = [kept]
        self._pending = ""

    def _flush(self) -> None:
        started = self._clock()
        piece, self._pending = self._pending[:SLICE], self._pending[SLICE:]
        if piece:
            self._insert(piece)
        took_ms = (self._clock() - started) * 1000
        if self._pending:
            self._timer.start(max(TICK_MS, round(_SLOWDOWN * took_ms)))
        self.flushed.emit()

    def _insert(self, piece: str) -> None:
        from translator.text.display import neutralise  # not before the first paint

        bar = self._view.verticalScrollBar()
        place = bar.value()
        at_end = bar.maximum() > 0 and place >= bar.maximum() - 4
        reading = self._view.textCursor()
        anchor, position = reading.anchor(), reading.position()
        cursor = QTextCursor(self._view.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(neutralise(piece))
        self._hold_selection(anchor, position)
        self._own.append(piece)
        self._written += len(piece)
        bar.setValue(bar.maximum() if at_end else place)

    def _hold_selection(self, anchor: int, position: int) -> None:
        """Keep the reader's caret and selection where they were: what stands at the end would move with the text."""
        reading = self._view.textCursor()
        if (reading.anchor(), reading.position()) != (anchor, position):
            reading.setPosition(anchor)
            reading.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(reading)


def utf16_length(text: str) -> int:
    """Return the length of the text in UTF-16 units, which is how Qt counts."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
