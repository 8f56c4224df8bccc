"""Where findings are in the two texts of the window."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from translator.text.span import Span
from translator.translation.checks.finding import Finding
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.translate.linked.linked import LinkMap

_LAST_WORD = re.compile(r"\S{1,12}(?=\s*$)")
"""At most twelve letters: scripts without spaces have no shorter word to see."""


@dataclass(frozen=True, slots=True)
class PlacedFinding:
    """A finding, the block that it is about, and the words it concerns in the whole texts, in code points.

    ``source`` is None where no words of the source are concerned.
    """

    block: FinishedBlock
    finding: Finding
    source: Span | None
    target: Span

    @property
    def identity(self) -> tuple[str, str, Finding]:
        """What makes it the same finding as long as neither text of its block changes."""
        return self.block.source, self.block.target, self.finding

    @property
    def is_fixable(self) -> bool:
        """Whether its block may be asked for again: what the user has written stays as it is."""
        return self.block.origin is not BlockOrigin.USER

    def says_the_same_as(self, other: "PlacedFinding") -> bool:
        """Whether the other, of an earlier translation, found the same wrong in the same block."""
        return self.said == other.said

    @property
    def said(self) -> tuple[object, ...]:
        """What is wrong in which block, wherever it stands."""
        finding = self.finding
        return self.block.source, finding.check, finding.severity, finding.expected, finding.found


def place_findings(links: LinkMap) -> Iterator[PlacedFinding]:
    """Yield what was found in the blocks that are there in full, in their order.

    A block of which the source was edited is another by now, and nobody has looked at it.
    """
    for index, slot in enumerate(links.layout.slots[: links.layout.shown]):
        block = slot.finished
        if block is None or not block.findings or links.is_edited(index):
            continue
        source_start, target_start = links.source_span(index)[0], links.layout.span(index)[0]
        for finding in block.findings:
            target = finding.target if _is_there(finding.target) else _instead(block, finding)
            yield PlacedFinding(
                block, finding, _shifted(finding.source, source_start) if _is_there(finding.source) else None,
                _shifted(target, target_start),
            )  # fmt: skip


def _is_there(span: Span | None) -> bool:
    return span is not None and span[0] < span[1]


def _instead(block: FinishedBlock, finding: Finding) -> Span:
    """Return where the reader looks for what has no place in the target: the end of the sentence it is missed in."""
    start, end = 0, len(block.target)
    if finding.source is not None:
        place = finding.source[0]
        answering = [link.target for link in block.links if link.source[0] <= place < link.source[1]]
        start, end = answering[0] if answering else (start, end)
    word = _LAST_WORD.search(block.target[start:end])
    return (start + word.start(), start + word.end()) if word else (start, end)


def _shifted(span: Span | None, by: int) -> Span:
    start, end = span or (0, 0)
    return start + by, end + by
