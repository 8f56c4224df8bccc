"""The target as it arrives: what the events of a run put into its slots."""

from collections.abc import Collection, Sequence

from translator.text.difference import TextEdit
from translator.translation.request import (
    Began,
    BlockOrigin,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    TextAdded,
    emptied_in,
)
from translator.ui.translate.target.target_layout import TargetLayout


class Arrived:
    """Follows the events of one run. ``block`` is the one being written, or -1.

    A slot keeps what it said until the first text of its own comes. Every step returns the edits of what is shown.
    A block that was there in full says that again where nothing whole comes in its place. It counts as there in full if
    it has a key, which tells how it was asked for, or is one of those that ``stand`` for what is asked for now.
    """

    def __init__(self, layout: TargetLayout, stand: Collection[FinishedBlock] = ()) -> None:
        self.layout = layout
        self._stand = {(block.source, block.target) for block in stand}
        self._before: Sequence[FinishedBlock] = ()
        self.has_put_back = False
        """Whether something says what it said before, as nothing whole came in its place."""
        self.block = -1
        self._masked: Sequence[str] = ()
        self._told = 0
        self._starts: dict[int, int] = {}
        self._known: frozenset[int] = frozenset()

    def begin(self, event: Began) -> list[TextEdit]:
        """Take in what is there already; what an earlier run left and this one does not know has to come again."""
        self._masked = event.masked
        self._told = len(event.standing)
        self._known = frozenset(block.index for block in event.known if self._has(block.index))
        there = self.layout.finished()
        self._before = [block for block in there if block.index not in self._known]
        for index, slot in enumerate(self.layout.slots):
            if index not in self._known:
                slot.finished = None
        edits = self.layout.leave_out(emptied_in(event.known))
        return edits + self.layout.finish(block for block in event.known if self._has(block.index))

    def add(self, event: TextAdded) -> list[TextEdit]:
        """Take in what goes on, or begins."""
        text = event.text[event.gap :]
        before, self._told = self._told, self._told + len(event.text)
        if not text or not self._has(event.block):
            return []
        is_first = event.block not in self._starts
        self._starts.setdefault(event.block, before + event.gap)
        if event.block in self._known:
            return []
        self.block = event.block
        return (self.layout.put if is_first else self.layout.append)(event.block, text)

    def take_back(self, length: int) -> list[TextEdit]:
        """Let go of what was told from here on, in code points of all that was told."""
        edits: list[TextEdit] = []
        for block, start in sorted(self._starts.items(), reverse=True):
            if self._told <= length:
                break
            if start >= length:
                del self._starts[block]
            if block not in self._known:
                text = self.layout.slots[block].text
                edits += self.layout.put(block, text[: max(0, length - start)])
        self._told = min(self._told, length)
        self.block = max((block for block in self._starts if block not in self._known), default=-1)
        return edits

    def settle(self, block: FinishedBlock) -> list[TextEdit]:
        """Take in a block as it will stay."""
        return self.layout.finish([block]) if self._has(block.index) else []

    def end(self, ending: Ending) -> list[TextEdit]:
        """Take in how it ended."""
        if isinstance(ending, Failed):
            return self._put_back()
        edits = self.layout.finish(block for block in ending.translation.finished if self._has(block.index))
        if isinstance(ending, Completed):
            edits += self._let_go_of_what_nothing_replaced()
            edits += self.layout.show_all()
            edits += self.layout.show_tail()
        return edits + self._put_back()

    def _put_back(self) -> list[TextEdit]:
        missing = [block for block in self._before if not self.layout.slots[block.index].finished]
        self.has_put_back = self.has_put_back or bool(missing)
        edits: list[TextEdit] = []
        for block in missing:
            edits += self.layout.finish([block]) if self._holds(block) else self.layout.put(block.index, block.target)
        return edits

    def _holds(self, block: FinishedBlock) -> bool:
        """Whether a block of before is a translation such as is asked for now, as far as can be told."""
        return bool(block.key) or block.origin is BlockOrigin.USER or (block.source, block.target) in self._stand

    def _let_go_of_what_nothing_replaced(self) -> list[TextEdit]:
        """Empty the slots that nothing was told of, though everything has been."""
        slots = enumerate(self.layout.slots)
        left = [at for at, slot in slots if at not in self._starts and at not in self._known and not slot.finished]
        return [edit for at in reversed(left) for edit in self.layout.put(at, "")]

    def stop(self) -> list[TextEdit]:
        """Take note that nothing more will come: the blocks before the one being written are there in full.

        Text comes in order. Whether the last one is there in full, nobody can tell who only sees its text. Nor is one
        from which something that was masked has not come back: only the whole run could say why.
        """
        for block in self._starts:
            slot = self.layout.slots[block]
            if block == self.block or slot.finished or not slot.text.strip():
                continue
            if all(slot.text.count(piece) >= slot.source.count(piece) for piece in self._masked):
                slot.finished = FinishedBlock(block, slot.source, slot.text)
        return self._put_back()

    def _has(self, block: int) -> bool:
        return 0 <= block < len(self.layout.slots)
