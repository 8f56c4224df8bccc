"""Edits of a text that are yet to be done, as few as do the same."""

from collections.abc import Sequence

from translator.text.difference import TextEdit
from translator.text.span import Span


class PendingEdits:
    """A queue of edits, each done to the result of those before. One that touches the last becomes one with it."""

    def __init__(self) -> None:
        self._edits: list[TextEdit] = []

    def __bool__(self) -> bool:
        return bool(self._edits)

    def clear(self) -> None:
        """Do none of them."""
        self._edits = []

    def add(self, edit: TextEdit) -> None:
        """Put an edit behind the others."""
        if not edit.removed and not edit.inserted:
            return
        last = self._edits[-1] if self._edits else None
        if (
            last
            and edit.position <= last.position + len(last.inserted)
            and edit.position + edit.removed >= last.position
        ):
            self._edits[-1] = _both(last, edit)
        else:
            self._edits.append(edit)

    def take(self, most: int) -> Sequence[TextEdit]:
        """Take the first edits out, as far as they insert no more than so many characters, and at least a part of one.

        An edit that inserts more is done in parts.
        """
        taken: list[TextEdit] = []
        while self._edits and most > 0:
            edit = self._edits.pop(0)
            piece, rest = edit.inserted[:most], edit.inserted[most:]
            taken.append(TextEdit(edit.position, edit.removed, piece))
            if rest:
                self._edits.insert(0, TextEdit(edit.position + len(piece), 0, rest))
            most -= max(1, len(piece))
        return taken

    def applied_to(self, text: str) -> str:
        """Return a text as it will be when all are done."""
        for edit in self._edits:
            text = edit.applied_to(text)
        return text


def _both(first: TextEdit, second: TextEdit) -> TextEdit:
    """Return one edit that does what both do; the second touches what the first inserted."""
    start, end = second.position - first.position, second.position + second.removed - first.position
    inserted = first.inserted[: max(0, start)] + second.inserted + first.inserted[max(0, end) :]
    removed = first.removed + max(0, -start) + max(0, end - len(first.inserted))
    return TextEdit(min(first.position, second.position), removed, inserted)


def place_after(place: int, start: int, removed: int, inserted: int) -> int:
    """Return where a place in a text is after an edit. What is inserted right at it comes behind it."""
    if place <= start:
        return place
    if place >= start + removed:
        return place + inserted - removed
    return min(place, start + inserted)


def moved(spans: Sequence[Span], edits: Sequence[TextEdit]) -> Sequence[Span]:
    """Return where ranges of a text, in order, are after these edits. What an edit reaches into shrinks or grows."""
    for edit in edits:
        start, end, by = edit.position, edit.position + edit.removed, len(edit.inserted) - edit.removed
        if spans and start < spans[-1][1]:
            spans = [span if span[1] <= start else _moved(span, start, end, by) for span in spans]
    return spans


def _moved(span: Span, start: int, end: int, by: int) -> Span:
    first = span[0] + by if span[0] >= end else min(span[0], start)
    return first, max(first, span[1] + by if span[1] >= end else start)
