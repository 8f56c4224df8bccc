"""The target text as it grows, and which part of it answers which block."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from translator.text.alignment.align import Link
from translator.text.blocks import BlockedText
from translator.translation.checks.finding import Finding
from translator.translation.request import FinishedBlock, Segment


@dataclass(frozen=True, slots=True)
class Mark:
    """A place in a growing target to which it can be taken back."""

    length: int
    next_block: int


class TargetText:
    """Puts translated blocks and the gaps between them together, in order.

    ``length`` is in code points; ``next_block`` is behind the last block that was written.
    """

    def __init__(self, blocked: BlockedText, *, sentences_spaced: bool) -> None:
        self.length = 0
        self._blocked = blocked
        self._source_spans = blocked.spans()
        self._sentences_spaced = sentences_spaced
        self._gaps = blocked.gaps_in_target(sentences_spaced=sentences_spaced)
        self._pieces: list[str] = []
        self._spans: dict[int, tuple[int, int]] = {}
        self.next_block = 0

    @property
    def text(self) -> str:
        """The target as far as it is written."""
        return "".join(self._pieces)

    def leave_out(self, emptied: Collection[int]) -> None:
        """Leave no gap for blocks that the user has emptied; before anything is written."""
        self._gaps = self._blocked.gaps_in_target(emptied, sentences_spaced=self._sentences_spaced)

    def write(self, block: int, text: str) -> str:
        """Put text at the end, as part of this block; return what was added, gaps and all.

        The gaps of blocks that were passed over stand as well, so that what is missing leaves a hole where it was.
        """
        gaps = self._gaps_up_to(block)
        start = self._spans[block][0] if block in self._spans else self.length + len(gaps)
        self._append(gaps + text)
        self._spans[block] = (start, self.length)
        return gaps + text

    def write_tail(self, text: str) -> str:
        """Put what stands behind the last block at the end; return it."""
        self._append(text)
        return text

    def mark(self) -> Mark:
        """Remember this place."""
        return Mark(self.length, self.next_block)

    def take_back(self, mark: Mark) -> None:
        """Undo all that was written since."""
        self._pieces = [self.text[: mark.length]]
        self.length, self.next_block = mark.length, mark.next_block
        self._spans = {block: span for block, span in self._spans.items() if block < mark.next_block}

    def segments(self, blocks: Sequence[FinishedBlock]) -> list[Segment]:
        """Return the links between the pieces of these blocks and of their translations, in order.

        A block that was not aligned is one piece; one that is not written has none.
        """
        return [
            Segment(source + link.source[0], source + link.source[1], target + link.target[0], target + link.target[1])
            for block, source, target in self._placed(blocks)
            for link in block.links or [Link((0, len(block.source)), (0, len(block.target)))]
        ]

    def findings(self, blocks: Sequence[FinishedBlock]) -> list[Finding]:
        """Return what was found in these blocks, at its places in the whole texts."""
        return [
            finding.shifted(source, target)
            for block, source, target in self._placed(blocks)
            for finding in block.findings
        ]

    def _placed(self, blocks: Sequence[FinishedBlock]) -> Iterator[tuple[FinishedBlock, int, int]]:
        """Yield those of the blocks that are written, with the beginnings of source and target."""
        for block in blocks:
            if block.index in self._spans:
                yield block, self._source_spans[block.index][0], self._spans[block.index][0]

    def _gaps_up_to(self, block: int) -> str:
        passed = self._gaps[self.next_block : block + 1]
        self.next_block = max(self.next_block, block + 1)
        return "".join(passed)

    def _append(self, text: str) -> None:
        self._pieces.append(text)
        self.length += len(text)
