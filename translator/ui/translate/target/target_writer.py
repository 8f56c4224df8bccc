"""Puts what changes in the target onto the screen: the first at once, the rest in ticks."""

import time
from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QTextCursor

from translator.text.difference import TextEdit
from translator.ui.translate.target.pending_edits import PendingEdits, place_after
from translator.ui.utf16 import utf16_length
from translator.ui.widgets.reading.edit_history import SLICE
from translator.ui.widgets.reading.reading_edit import ReadingEdit

TICK_MS = 33
"""Time between two paintings; longer where painting itself is slow."""

_SLOWDOWN = 4


class TargetWriter(QObject):
    """Does edits to the text of a view, several at a time.

    It keeps the reader's place: the caret and the selection stay where they are in the text, and so does the first
    line in sight. Only for one who has scrolled to the end it scrolls.
    """

    flushed = Signal()

    def __init__(self, view: ReadingEdit, clock: Callable[[], float] = time.perf_counter) -> None:
        super().__init__(view)
        self._view = view
        self._clock = clock
        self._pending = PendingEdits()
        self._own = ""
        self.is_writing = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._tick)

    @property
    def is_drained(self) -> bool:
        """Whether every edit is on the screen."""
        return not self._pending

    def reset(self) -> None:
        """Begin anew with an empty view."""
        self._timer.stop()
        self._pending.clear()
        self._own = ""
        if not self._view.document().isEmpty():
            self.is_writing = True
            self._view.replace_text("")
            self.is_writing = False

    def own_text(self) -> str:
        """Return what is on the screen in the reply's own characters, none of them made harmless."""
        return self._own

    def whole_text(self) -> str:
        """Return the text as it is after all edits, with those that are yet to be painted."""
        return self._pending.applied_to(self._own)

    def add(self, text: str) -> None:
        """Write this to the end, now or with the next tick."""
        self.edit([TextEdit(len(self.whole_text()), 0, text)])

    def edit(self, edits: Sequence[TextEdit]) -> None:
        """Do these edits one after the other, now or with the next tick."""
        for edit in edits:
            self._pending.add(edit)
        if self._pending and not (self._own and self._timer.isActive()):
            self._flush()

    def take_over(self, edit: TextEdit) -> None:
        """Take note of an edit that was done in the view itself. Nothing may be pending."""
        self._own = edit.applied_to(self._own)

    def finish(self) -> None:
        """Put all that is pending onto the screen, however long that takes."""
        while self._pending:
            self._flush()

    def _tick(self) -> None:
        if self._pending:
            self._flush()

    def _flush(self) -> None:
        started = self._clock()
        self._write(self._pending.take(self._slice()))
        took_ms = (self._clock() - started) * 1000
        self._timer.start(max(TICK_MS, round(_SLOWDOWN * took_ms)))
        self.flushed.emit()

    def _slice(self) -> int:
        """Return how many characters to write at a time.

        Qt lays out all of a paragraph with each of them: a long one is doubled, or its end would take ever longer.
        """
        return max(SLICE, len(self._own) - self._own.rfind("\n") - 1)

    def _write(self, edits: Sequence[TextEdit]) -> None:
        view, bar = self._view, self._view.verticalScrollBar()
        self.is_writing = True
        at_end = bar.maximum() > 0 and bar.value() >= bar.maximum() - 4
        top = 0 if at_end or bar.value() == 0 else view.first_in_sight()
        above = view.top_of(top) if top else 0.0
        reading = view.textCursor()
        places = [reading.anchor(), reading.position(), top]
        cursor = QTextCursor(view.document())
        cursor.beginEditBlock()
        for edit in edits:
            places = self._write_one(cursor, edit, places)
        cursor.endEditBlock()
        self._hold_selection(*places[:2])
        if at_end:
            bar.setValue(bar.maximum())
        elif top:
            bar.setValue(bar.value() + round(view.top_of(places[2]) - above))
        self.is_writing = False

    def _write_one(self, cursor: QTextCursor, edit: TextEdit, places: Sequence[int]) -> list[int]:
        """Do an edit, and return where these places are after it, in UTF-16 units."""
        from translator.text.display import neutralise  # not before the first paint

        start = utf16_length(self._own[: edit.position])
        removed = utf16_length(self._own[edit.position : edit.position + edit.removed])
        cursor.setPosition(start)
        cursor.setPosition(start + removed, QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(neutralise(edit.inserted))
        self._own = edit.applied_to(self._own)
        return [place_after(place, start, removed, utf16_length(edit.inserted)) for place in places]

    def _hold_selection(self, anchor: int, position: int) -> None:
        """Keep the reader's caret and selection where they were: what stands at an edit would move with the text."""
        reading = self._view.textCursor()
        if (reading.anchor(), reading.position()) != (anchor, position):
            reading.setPosition(anchor)
            reading.setPosition(position, QTextCursor.MoveMode.KeepAnchor)
            self._view.setTextCursor(reading)
