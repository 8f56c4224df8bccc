"""Which part of the source a part of the target answers, while both change."""

from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from translator.text.alignment.align import Link
from translator.text.difference import TextEdit
from translator.text.span import Span
from translator.ui.translate.target.target_layout import TargetLayout


class Pair(NamedTuple):
    """Two places that say the same, in code points of the whole texts."""

    source: Span
    target: Span


class LinkMap:
    """Finds the partner of a place. Blocks that are there in full are linked by sentence, others as a whole.

    It follows the edits of the source: what stands behind one moves with it, and an edited block has no partner until
    it is translated again. Edits mostly come one beside the other, so what they move is written down once, from
    ``_edge`` on, and an edit costs no more than the blocks between it and the one before.
    """

    def __init__(self, layout: TargetLayout, source_spans: Sequence[Span]) -> None:
        self.layout = layout
        self._starts = [start for start, _ in source_spans]
        self._ends = [end for _, end in source_spans]
        self._edited: set[int] = set()
        self._edge = len(self._starts)
        self._shift = 0

    # Looking up

    def at_source(self, position: int) -> Pair | None:
        """Return the piece of the source at this place and the one that answers it."""
        block = self.block_at_source(position)
        if block is None or position > self._end(block) or not self._is_linked(block):
            return None
        return self._pair(block, source=position - self._start(block))

    def at_target(self, position: int) -> Pair | None:
        """Return the piece of the target at this place and the one that it answers."""
        block = self.block_at_target(position)
        if block is None:
            return None
        start, end = self.layout.span(block)
        return self._pair(block, target=position - start) if position <= end and self._is_linked(block) else None

    def pair_of(self, block: int) -> Pair | None:
        """Return a block and its translation as a whole, such as while it is written."""
        return self._whole(block) if block < len(self._starts) and self._is_linked(block) else None

    def block_at_source(self, position: int) -> int | None:
        """Return the block at this place, or the one before it."""
        low, high = 0, len(self._starts)
        while low < high:
            middle = (low + high) // 2
            low, high = (middle + 1, high) if self._start(middle) <= position else (low, middle)
        return low - 1 if low else None

    def block_at_target(self, position: int) -> int | None:
        """Return the block whose translation is at this place, or before it."""
        block = self.layout.slot_at(position)
        return block if 0 <= block < len(self._starts) else None

    def source_span(self, block: int) -> Span:
        """Return the place of a block in the source as it is now."""
        return self._start(block), self._end(block)

    def is_edited(self, block: int) -> bool:
        """Whether the source of a block was edited since it was translated."""
        return block in self._edited

    @property
    def count(self) -> int:
        """How many blocks there are."""
        return len(self._starts)

    @property
    def is_one_segment(self) -> bool:
        """Whether there is nothing but one piece on either side."""
        if len(self._starts) != 1:
            return False
        finished = self.layout.slots[0].finished
        return finished is None or len(finished.links) < 2

    # Following

    def follow_edit(self, edit: TextEdit) -> None:
        """Take note of an edit of the source."""
        end = edit.position + edit.removed
        first = self.block_at_source(edit.position)
        first = 0 if first is None else first
        delta = len(edit.inserted) - edit.removed
        at = first
        while at < len(self._starts) and self._start(at) <= end:
            at += 1
        self._move_edge(at)
        for block in range(first, at):
            if self._ends[block] >= edit.position:
                self._edited.add(block)
                self._starts[block] = min(self._starts[block], edit.position)
                self._ends[block] = max(edit.position, self._ends[block] + delta)
        self._shift += delta

    def _move_edge(self, edge: int) -> None:
        """Write the shift down from another block on."""
        for block in range(self._edge, edge):
            self._starts[block] += self._shift
            self._ends[block] += self._shift
        for block in range(edge, self._edge):
            self._starts[block] -= self._shift
            self._ends[block] -= self._shift
        self._edge = edge

    def _start(self, block: int) -> int:
        return self._starts[block] + (self._shift if block >= self._edge else 0)

    def _end(self, block: int) -> int:
        return self._ends[block] + (self._shift if block >= self._edge else 0)

    # Pairs

    def _is_linked(self, block: int) -> bool:
        return block not in self._edited and block < self.layout.shown and bool(self.layout.slots[block].text)

    def _pair(self, block: int, *, source: int | None = None, target: int | None = None) -> Pair:
        finished = self.layout.slots[block].finished
        link = _link_at(finished.links, source=source, target=target) if finished else None
        whole = self._whole(block)
        if link is None:
            return whole
        return Pair(_shifted(link.source, whole.source[0]), _shifted(link.target, whole.target[0]))

    def _whole(self, block: int) -> Pair:
        return Pair(self.source_span(block), self.layout.span(block))


def _link_at(links: Sequence[Link], *, source: int | None, target: int | None) -> Link | None:
    """Return the link of which one side begins last before this place."""
    if source is not None:
        place = bisect_right(links, source, key=lambda link: link.source[0])
    else:
        place = bisect_right(links, target or 0, key=lambda link: link.target[0])
    return links[place - 1] if place else None


def _shifted(span: Span, by: int) -> Span:
    return span[0] + by, span[1] + by
