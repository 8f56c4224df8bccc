"""The target as it stands on the screen, by blocks: what each says, and what has to change where one says another."""

from bisect import bisect_right
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from translator.text.blocks import BlockedText
from translator.text.difference import TextEdit, edit_between
from translator.text.span import Span
from translator.translation.request import BlockOrigin, FinishedBlock


@dataclass(slots=True)
class Slot:
    """The place of one block of the source in the target.

    ``gap`` stands before the text. ``finished`` is there where the text is the block's translation in full; a text
    without it is a part of one, or where it ``is_stale``, of that of an earlier version of the block. ``by_machine`` is
    what stood here before the user changed it by hand.
    """

    source: str
    gap: str
    text: str = ""
    finished: FinishedBlock | None = None
    by_machine: FinishedBlock | None = None
    is_stale: bool = False


class TargetLayout:
    """A slot for each block of the source. What is shown are gaps and texts, up to the last slot that has a text.

    The ``tail`` stands behind the last one where ``has_tail``. Whatever changes what is shown returns the edits that
    do the same to a copy of it, to be applied one after the other. Places are in code points.
    """

    def __init__(self, blocked: BlockedText, *, sentences_spaced: bool) -> None:
        self._blocked = blocked
        self._sentences_spaced = sentences_spaced
        self._gaps = blocked.gaps_in_target(sentences_spaced=sentences_spaced)
        self.slots = [Slot(block.text, gap) for block, gap in zip(blocked.blocks, self._gaps, strict=True)]
        self.tail = blocked.tail
        self.has_tail = False
        self._shown = 0
        self._ends: list[int] = []
        self._text: str | None = ""

    @classmethod
    def of_text(cls, text: str) -> "TargetLayout":
        """Return a layout that shows this text, of which nobody knows which blocks it answers."""
        layout = cls(BlockedText((), text), sentences_spaced=True)
        layout.has_tail, layout._text = True, None
        return layout

    def copied(self) -> "TargetLayout":
        """Return a layout that shows the same, whatever becomes of this one."""
        other = TargetLayout(self._blocked, sentences_spaced=self._sentences_spaced)
        other.slots = [replace(slot) for slot in self.slots]
        other.tail, other.has_tail, other._shown, other._text = self.tail, self.has_tail, self._shown, None
        return other

    # What is shown

    @property
    def source_spans(self) -> Sequence[Span]:
        """Where each block is in the source."""
        return self._blocked.spans()

    @property
    def text(self) -> str:
        """All that is shown."""
        if self._text is None:
            pieces = [piece for slot in self.slots[: self._shown] for piece in (slot.gap, slot.text)]
            self._text = "".join([*pieces, self.tail if self.has_tail else ""])
        return self._text

    @property
    def has_stale(self) -> bool:
        """Whether part of what is shown is of an earlier version of the source."""
        return any(slot.is_stale for slot in self.slots)

    @property
    def own_text(self) -> str:
        """What is shown of a translation of this source: stale texts leave their places empty."""
        if not self.has_stale:
            return self.text
        slots = self.slots[: self._shown]
        while slots and (slots[-1].is_stale or not slots[-1].text):
            slots.pop()
        return "".join(slot.gap + ("" if slot.is_stale else slot.text) for slot in slots)

    @property
    def shown(self) -> int:
        """How many slots are shown."""
        return self._shown

    def span(self, index: int) -> Span:
        """Return the place of a slot's text; where it is not shown, the place is at the end."""
        if index >= self._shown:
            end = self._end_of(self._shown - 1)
            return end, end
        end = self._end_of(index)
        return end - len(self.slots[index].text), end

    def slot_at(self, position: int) -> int:
        """Return the shown slot whose text, or the gap behind it, is at this place; -1 before the first one."""
        self._end_of(self._shown - 1)
        index = bisect_right(self._ends, position - 1, hi=self._shown)
        if index < self._shown and self.span(index)[0] <= position:
            return index
        return index - 1

    def finished(self) -> tuple[FinishedBlock, ...]:
        """Return the blocks that are there in full, in order."""
        return tuple(slot.finished for slot in self.slots if slot.finished)

    @property
    def is_whole(self) -> bool:
        """Whether every block is there in full."""
        return all(slot.finished for slot in self.slots)

    # What changes it

    def put(self, index: int, text: str) -> list[TextEdit]:
        """Let a slot say this; what it said is no translation in full any more."""
        slot = self.slots[index]
        slot.finished = slot.by_machine = None
        slot.is_stale = False
        return self._say(index, text)

    def append(self, index: int, text: str) -> list[TextEdit]:
        """Let a slot say this as well."""
        return self.put(index, self.slots[index].text + text)

    def finish(self, blocks: Iterable[FinishedBlock]) -> list[TextEdit]:
        """Let these blocks say what they do, in full."""
        edits: list[TextEdit] = []
        for block in blocks:
            slot = self.slots[block.index]
            edits += self._say(block.index, block.target)
            slot.finished, slot.is_stale = block, False
            if block.origin is not BlockOrigin.USER:
                slot.by_machine = None
        return _run_together(edits)

    def leave_out(self, emptied: Collection[int]) -> list[TextEdit]:
        """Leave no gap for blocks that the user has emptied; all others have what the source has."""
        gaps = self._blocked.gaps_in_target(emptied, sentences_spaced=self._sentences_spaced)
        return [edit for index, gap in enumerate(gaps) for edit in self._set_gap(index, gap)]

    def show_tail(self) -> list[TextEdit]:
        """Show what stands behind the last block."""
        if self.has_tail or not self.tail:
            return []
        end = self._end_of(self._shown - 1)
        self.has_tail, self._text = True, None
        return [TextEdit(end, 0, self.tail)]

    def show_all(self) -> list[TextEdit]:
        """Show the slots at the end as well that are there in full and say nothing."""
        last = len(self.slots) - 1
        is_all_there = all(slot.finished for slot in self.slots[self._shown :])
        return self._show_up_to(last, "") if self._shown <= last and is_all_there else []

    def measure(self) -> None:
        """Look anew at which slots have a text."""
        self._shown = len(self.slots)
        self._forget_from(0)
        self._hide_empty_end()

    def measure_again(self) -> None:
        """Look anew at how long the slots are, and show as many as before: what the user left empty stays so."""
        self._forget_from(0)

    # How

    def _say(self, index: int, text: str) -> list[TextEdit]:
        slot = self.slots[index]
        if slot.text == text:
            return []
        if index >= self._shown:
            return self._show_up_to(index, text)
        start, end = self.span(index)
        if not slot.text and not slot.gap:  # it was joined to the one before, and stands for itself again
            edits = self._set_gap(index, self._gaps[index])
            start, end = self.span(index)
            slot.text = text
            self._forget_from(index)
            return _run_together([*edits, TextEdit(end, 0, text)])
        old, slot.text = slot.text, text
        self._forget_from(index)
        if not text and index == self._shown - 1:
            self._hide_empty_end()
            kept = self._end_of(self._shown - 1)
            return [TextEdit(kept, end - kept, "")]
        if text.startswith(old):
            return [TextEdit(end, 0, text[len(old) :])]
        edit = edit_between(old, text)
        return [replace(edit, position=start + edit.position)] if edit else []

    def _set_gap(self, index: int, gap: str) -> list[TextEdit]:
        slot = self.slots[index]
        start = self.span(index)[0] - len(slot.gap)
        edit, slot.gap = edit_between(slot.gap, gap), gap
        if edit is None or index >= self._shown:
            return []
        self._forget_from(index)
        return [replace(edit, position=start + edit.position)]

    def _show_up_to(self, index: int, text: str) -> list[TextEdit]:
        end = self._end_of(self._shown - 1)
        self.slots[index].text = text
        self._forget_from(self._shown)
        gaps = "".join(slot.gap for slot in self.slots[self._shown : index + 1])
        self._shown = index + 1
        return [TextEdit(end, 0, gaps + text)]

    def _hide_empty_end(self) -> None:
        while self._shown and not self.slots[self._shown - 1].text:
            self._shown -= 1

    def _end_of(self, index: int) -> int:
        """Return where a slot ends; the ends before it are measured as far as they are not known."""
        end = self._ends[-1] if self._ends else 0
        for slot in self.slots[len(self._ends) : index + 1]:
            end += len(slot.gap) + len(slot.text)
            self._ends.append(end)
        return self._ends[index] if index >= 0 else 0

    def _forget_from(self, index: int) -> None:
        del self._ends[index:]
        self._text = None


def _run_together(edits: Iterable[TextEdit]) -> list[TextEdit]:
    """Return edits that do the same: what is added right behind what was added last is one edit with it.

    In time that grows with the text: thousands of blocks may come at once from the memory, and to add them one by one
    to a string, as ``PendingEdits`` does, would copy all that is there each time.
    """
    firsts: list[TextEdit] = []
    added: list[list[str]] = []
    end = -1
    for edit in edits:
        if edit.removed == 0 and edit.position == end:
            added[-1].append(edit.inserted)
        else:
            firsts.append(edit)
            added.append([edit.inserted])
        end = edit.position + len(edit.inserted)
    return [replace(first, inserted="".join(pieces)) for first, pieces in zip(firsts, added, strict=True)]
