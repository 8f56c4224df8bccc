"""The blocks of a text as they may be sent: codes stand for what has to come back as it is, and for private words."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translator.text.blocks import BlockedText
from translator.text.codes import Codes, Restoring, clip
from translator.text.private.find import find_private
from translator.text.protected.coded_line import code_line
from translator.text.protected.find import find_protected
from translator.text.span import Span, united


@dataclass(frozen=True, slots=True)
class _Around:
    """What a block has that is not sent, and the codes that are."""

    before: str = ""
    behind: str = ""
    expected: frozenset[str] = frozenset()


_NOTHING = _Around()


class ProtectedText:
    """The blocks of ``text``, protected; private words in them too, if ``masks``.

    ``lines`` are what may be sent, by block. ``untranslatable`` are the blocks that have no word left to translate,
    with what they say. ``originals`` are the private words, in order of first appearance.
    """

    def __init__(self, text: str, blocked: BlockedText, *, masks: bool) -> None:
        self.lines = [block.text for block in blocked.blocks]
        self.untranslatable: dict[int, str] = {}
        self._codes = Codes(text)
        self._around: dict[int, _Around] = {}
        self._private: dict[str, None] = {}
        private = find_private(text) if masks else []
        places = blocked.spans()
        for block, spans in _by_block(private, places):
            self._private.update(dict.fromkeys(self.lines[block][start:end] for start, end in spans))
        for block, spans in _by_block(united([*private, *find_protected(text)]), places):
            self._protect(block, spans)

    @property
    def originals(self) -> Sequence[str]:
        """What stays on this computer because it is private."""
        return tuple(self._private)

    def expected(self, block: int) -> frozenset[str]:
        """Return the codes that stand in this block."""
        return self._around.get(block, _NOTHING).expected

    def restoring(self, block: int) -> Restoring:
        """Return what puts the originals back into the translation of this block."""
        around = self._around.get(block, _NOTHING)
        return Restoring(self._codes, around.expected, around.before, around.behind)

    def _protect(self, block: int, spans: Sequence[Span]) -> None:
        source = self.lines[block]
        if not any(map(str.isalpha, _outside(source, spans))):
            self.untranslatable[block] = source
        line = code_line(source, spans, self._codes, self._private.keys())
        self.lines[block] = line.text
        self._around[block] = _Around(line.before, line.behind, self._codes.codes_in(line.text))


def _by_block(spans: Sequence[Span], blocks: Sequence[Span]) -> Iterator[tuple[int, Sequence[Span]]]:
    """Yield each block with what of the spans lies in it, counted from the block's beginning.

    They were found in the whole text: what they cover may be cut between two blocks of one long line.
    """
    starts = [start for start, _ in spans]
    ends = [end for _, end in spans]
    for block, (start, end) in enumerate(blocks):
        here = spans[bisect_right(ends, start) : bisect_left(starts, end)]
        if here:
            yield block, list(clip(here, start, end))


def _outside(text: str, spans: Sequence[Span]) -> str:
    """Return what of the text is in none of the spans."""
    ends = [0, *(end for _, end in spans)]
    starts = [*(start for start, _ in spans), len(text)]
    return "".join(text[end:start] for end, start in zip(ends, starts, strict=True))
