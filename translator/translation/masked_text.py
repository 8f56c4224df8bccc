"""The blocks of a text as they may be sent: private words are codes, where the user wants that."""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from translator.text.blocks import BlockedText
from translator.text.codes import Codes, Restoring, clip, protect
from translator.text.private.find import find_private


class MaskedText:
    """The blocks of ``text``, masked if ``masks``.

    ``lines`` are what may be sent, by block. ``untranslatable`` are the blocks that have no word left to translate,
    with what they say. ``originals`` are the private words, in order of first appearance.
    """

    def __init__(self, text: str, blocked: BlockedText, *, masks: bool) -> None:
        self.lines = [block.text for block in blocked.blocks]
        self.untranslatable: dict[int, str] = {}
        self._codes = Codes(text if masks else "")
        self._expected: dict[int, frozenset[str]] = {}
        if masks:
            self._mask(find_private(text), blocked.spans())

    @property
    def originals(self) -> Sequence[str]:
        """What stays on this computer."""
        return self._codes.originals

    def expected(self, block: int) -> frozenset[str]:
        """Return the codes that stand in this block."""
        return self._expected.get(block, frozenset())

    def restoring(self, block: int) -> Restoring:
        """Return what puts the private words back into the translation of this block."""
        return Restoring(self._codes, self.expected(block))

    def _mask(self, private: Sequence[tuple[int, int]], blocks: Sequence[tuple[int, int]]) -> None:
        """Mask what is private in the whole text: a number may be cut between two blocks of one long line."""
        starts = [start for start, _ in private]
        ends = [end for _, end in private]
        for block, (start, end) in enumerate(blocks):
            here = private[bisect_right(ends, start) : bisect_left(starts, end)]
            if here:
                self._mask_block(block, list(clip(here, start, end)))

    def _mask_block(self, block: int, spans: Sequence[tuple[int, int]]) -> None:
        source = self.lines[block]
        self.lines[block] = protect(source, spans, self._codes)
        self._expected[block] = self._codes.codes_in(self.lines[block])
        if not any(map(str.isalpha, _outside(source, spans))):
            self.untranslatable[block] = source


def _outside(text: str, spans: Sequence[tuple[int, int]]) -> str:
    """Return what of the text is in none of the spans."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
