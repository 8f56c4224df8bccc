"""The target as it arrives, and which blocks of it are there in full, for when it is stopped."""

from collections.abc import Sequence
from itertools import pairwise

from translator.text.blocks import BlockedText, cut
from translator.translation.request import Began, FinishedBlock, TextAdded, TranslationRequest


class Arrived:
    """Follows the events of one run. ``text`` is the target as they tell it, ``block`` the one being written or -1."""

    def __init__(self, request: TranslationRequest) -> None:
        self.block = -1
        self.length = 0
        self._request = request
        self._spans: Sequence[tuple[int, int]] | None = None
        self._pieces: list[str] = []
        self._starts: dict[int, int] = {}
        self._has_standing = False
        self._masked: Sequence[str] = ()

    @property
    def text(self) -> str:
        """The target as far as it was told."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """The places of the blocks in the source."""
        if self._spans is None:
            self._spans = cut(self._request.text).spans()
        return self._spans

    def begin(self, event: Began) -> None:
        """Take in the blocks, and what stands already."""
        self._spans = event.source_spans
        self._has_standing = bool(event.standing)
        self._masked = event.masked
        self._append(event.standing)

    def add(self, event: TextAdded) -> None:
        """Take in what goes to the end."""
        self._starts.setdefault(event.block, self.length)
        self.block = event.block
        self._append(event.text)

    def take_back(self, length: int) -> None:
        """Cut the text to this many code points."""
        self._pieces = [self.text[:length]]
        self.length = min(length, self.length)
        self._starts = {block: start for block, start in self._starts.items() if start < length}
        self.block = max(self._starts, default=-1)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)

    def finished(self) -> tuple[FinishedBlock, ...]:
        """Return the blocks that are there in full, those of earlier runs included.

        Text comes in order: a block is finished once a later one is being written. Whether the last one is, nobody
        can tell who only sees its text.
        """
        blocked = cut(self._request.text)
        found = {b.index: b for b in self._request.finished if _stands_in(blocked, b)}
        before = _leading(found) - 1 if self._has_standing else -1
        for (block, start), (_, end) in pairwise([*self._starts.items(), (-1, self.length)]):
            finished = self._finished(blocked, range(before + 1, block + 1), self.text[start:end])
            if block != self.block and finished:
                found[block] = finished
            before = block
        return tuple(found[index] for index in sorted(found))

    def _finished(self, blocked: BlockedText, passed: range, written: str) -> FinishedBlock | None:
        """Return the last of these blocks, from what was written since the one before them: their gaps, and its text.

        None where it cannot be told where the text begins, or where what was masked has not come back: only the whole
        run could say why.
        """
        if not passed or passed[-1] >= len(blocked.blocks):
            return None
        spaced = self._request.target.has_spaced_sentences
        gaps = [blocked.blocks[index].gap_in_target(sentences_spaced=spaced) for index in passed]
        # Some of them may stand already; a translation begins with no gap, so the most that fit are the right ones.
        fitting = ("".join(gaps[first:]) for first in range(len(gaps)))
        gap = next((gap for gap in fitting if written.startswith(gap)), None)
        source = blocked.blocks[passed[-1]].text
        if gap is None or not (text := written[len(gap) :]).strip():
            return None
        is_whole = all(text.count(piece) >= source.count(piece) for piece in self._masked)
        return FinishedBlock(passed[-1], source, text) if is_whole else None


def _stands_in(blocked: BlockedText, block: FinishedBlock) -> bool:
    return block.index < len(blocked.blocks) and blocked.blocks[block.index].text == block.source


def _leading(found: dict[int, FinishedBlock]) -> int:
    """Return how many of the first blocks are finished without a hole."""
    count = 0
    while count in found:
        count += 1
    return count
