"""What was edited in a text, step by step, so that it can be undone and done again."""

from __future__ import annotations

from collections import deque
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QTextCursor

from translator.text.difference import edit_between
from translator.ui.utf16 import utf16_length

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QTextDocument

    from translator.text.span import Span

MOST_KEPT = 1_000_000
"""UTF-16 units in all steps together, of what they took away and put in. The last step is kept however long it is."""

SLICE = 10_000
"""Characters inserted at a time: more in one go is felt."""

_LINE_ENDS = ("\u2029", "\u2028")


@dataclass(slots=True)
class _Step:
    """At a place in the text, in UTF-16 units, one passage took the place of another.

    ``selected`` is the anchor and the position of the selection before.
    """

    position: int
    removed: str
    added: str
    selected: Span
    length: int
    """Of both passages, in UTF-16 units."""

    def goes_on(self, before: _Step) -> bool:
        """Whether this is more of what was done before: typing, or deleting to either side, within a paragraph."""
        passages = self.removed, self.added, before.removed, before.added
        if any(line_end in passage for passage in passages for line_end in _LINE_ENDS):
            return False
        if self.added and not self.removed:
            return bool(before.added) and self.position == before.position + utf16_length(before.added)
        if self.added or before.added:
            return False
        return before.position in (self.position, self.position + utf16_length(self.removed))

    def add(self, more: _Step) -> None:
        """Do what goes on in the same step."""
        self.length += more.length
        if more.added:
            self.added += more.added
        elif more.position == self.position:
            self.removed += more.removed
        else:
            self.position, self.removed = more.position, more.removed + self.removed


class EditHistory:
    """Keeps the steps of a document's text, and nothing of its formatting.

    Qt's own steps are those of the document: a change of the line height between two edits would be undone by itself,
    or end the redoing, and the first letter that is typed would be a step for itself. Also Qt keeps all text that ever
    was in a document that can undo, for as long as the document lives.
    """

    def __init__(self, document: QTextDocument) -> None:
        document.setUndoRedoEnabled(False)
        self._document = document
        self._done: deque[_Step] = deque()
        self._undone: list[_Step] = []
        self._kept = 0  # UTF-16 units in what is done, all together
        self._text = b""
        self._is_open = False
        self._is_on = False
        self._is_stepping = False
        self.set_on(on=True)

    def set_on(self, *, on: bool) -> None:
        """Keep steps from now on, or none. Those that were kept are let go."""
        self._is_on = on
        self._text = _encoded(self._document.toRawText()) if on else b""
        self.clear()

    def clear(self) -> None:
        """Let all steps go."""
        self._done, self._undone, self._kept, self._is_open = deque(), [], 0, False

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to be undone."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to be done again."""
        return bool(self._undone)

    @contextmanager
    def one_step(self) -> Iterator[None]:
        """Let what is done meanwhile be a step by itself, which nothing goes on with."""
        self._is_open = False
        yield
        self._is_open = False

    def take_note(self, position: int, removed: int, added: int, selected: Span) -> None:
        """Take note of a change, as the document tells it. ``selected`` was selected before: anchor, position."""
        if not self._is_on:
            return
        start, end, new_end = self._changed(position, removed, added)
        before, now = _decoded(self._text[2 * start : 2 * end]), self._passage(start, new_end)
        edit = edit_between(before, now)  # of what an input method changes, Qt tells the whole paragraph
        if edit is None:
            return  # another format
        self._text = self._text[: 2 * start] + _encoded(now) + self._text[2 * end :]
        if not self._is_stepping:
            gone = before[edit.position : edit.position + edit.removed]
            length = utf16_length(gone) + utf16_length(edit.inserted)
            self._keep(_Step(start + utf16_length(before[: edit.position]), gone, edit.inserted, selected, length))

    def undo(self) -> Span | None:
        """Undo the last step, and return what is to be selected then; None where there is none."""
        if not self._done:
            return None
        step = self._done.pop()
        self._kept -= step.length
        self._undone.append(step)
        self._replace(step.position, step.added, step.removed)
        return step.selected

    def redo(self) -> Span | None:
        """Do again what was undone last, and return what is to be selected then; None where there is nothing."""
        if not self._undone:
            return None
        step = self._undone.pop()
        self._done.append(step)
        self._kept += step.length
        self._replace(step.position, step.removed, step.added)
        end = step.position + utf16_length(step.added)
        return end, end

    def _changed(self, position: int, removed: int, added: int) -> tuple[int, int, int]:
        """Return where the change begins, and where it ends before and now: Qt counts the last line end as well."""
        length, new_length = len(self._text) // 2, self._document.characterCount() - 1
        end, new_end = min(position + removed, length), min(position + added, new_length)
        if length - end == new_length - new_end and position <= min(end, new_end):
            return position, end, new_end
        return 0, length, new_length

    def _passage(self, start: int, end: int) -> str:
        cursor = QTextCursor(self._document)
        cursor.setPosition(start)
        cursor.setPosition(end, QTextCursor.MoveMode.KeepAnchor)
        return cursor.selectedText()

    def _keep(self, step: _Step) -> None:
        self._undone = []
        if self._is_open and self._done and step.goes_on(self._done[-1]):
            self._done[-1].add(step)
        else:
            self._done.append(step)
        self._is_open = True
        self._kept += step.length
        while self._kept > MOST_KEPT and len(self._done) > 1:
            self._kept -= self._done.popleft().length

    def _replace(self, position: int, old: str, new: str) -> None:
        self._is_open, self._is_stepping = False, True
        cursor = QTextCursor(self._document)
        cursor.setPosition(position)
        cursor.setPosition(position + utf16_length(old), QTextCursor.MoveMode.KeepAnchor)
        replace_selected(cursor, new)
        self._is_stepping = False


def replace_selected(cursor: QTextCursor, text: str) -> None:
    """Put a text into the place of what a cursor has selected, as one change."""
    cursor.beginEditBlock()
    cursor.removeSelectedText()
    for start in range(0, len(text), SLICE):
        cursor.insertText(text[start : start + SLICE])
    cursor.endEditBlock()


def _encoded(text: str) -> bytes:
    return text.encode("utf-16-le", "surrogatepass")


def _decoded(text: bytes) -> str:
    return text.decode("utf-16-le", "surrogatepass")
