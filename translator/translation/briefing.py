"""Finds what is to go with the blocks of a request."""

from collections.abc import Callable, Mapping, Sequence

from translator.language.tag import LanguagePair
from translator.text.blocks import Block
from translator.text.private.find import find_private
from translator.translation.aids import Aids
from translator.translation.brief import Brief, Correction
from translator.translation.memory.store import LEAST_SCORE
from translator.translation.preparing import Prepared
from translator.translation.request import FinishedBlock, TranslationRequest

# Characters of the neighbours: about the last sentence before, and the first one behind.
_AROUND = 200
# Looking for examples delays a request: each takes a few milliseconds.
_MOST_LOOKED_UP = 6
_MOST_EXAMPLES = 5


class Briefing:
    """Knows the text around the blocks, the terms in them, and where to look for examples.

    ``line`` is what may be sent of a block.
    """

    def __init__(
        self, request: TranslationRequest, blocks: Sequence[Block], prepared: Prepared, aids: Aids,
        line: Callable[[int], str],
    ) -> None:  # fmt: skip
        self._request = request
        self._blocks = blocks
        self._prepared = prepared
        self._memory = aids.memory
        self._line = line

    async def brief(self, blocks: Sequence[int], *, has_codes: bool) -> Brief:
        """Return what goes with these blocks, which follow each other."""
        before, after = blocks[0] - 1, blocks[-1] + 1
        known = self._prepared.known.get(before)
        return Brief(
            has_codes=has_codes,
            style=self._request.style,
            terms=tuple(dict.fromkeys(term for block in blocks for term in self._prepared.terms[block])),
            before=self._around(before)[-_AROUND:],
            before_translated=self._sendable(known.target if known else "")[-_AROUND:],
            after=self._around(after)[:_AROUND],
            examples=await self._examples(blocks),
            corrections=tuple(self._corrections(blocks)),
        )

    def _around(self, block: int) -> str:
        if not 0 <= block < len(self._blocks):
            return ""
        return self._line(block) if self._request.masks_private else self._blocks[block].text

    def _sendable(self, text: str) -> str:
        """Return the text, or nothing where something in it is to stay on this computer."""
        return "" if self._request.masks_private and find_private(text) else text

    async def _examples(self, blocks: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Return what the user has translated before that is most like the longest of these blocks."""
        request = self._request
        if request.source is None or not request.uses_memory:
            return ()
        languages = LanguagePair(request.source, request.target)
        found: Mapping[str, tuple[int, str]] = {}
        texts = (self._blocks[block].text for block in blocks)
        for text in sorted(texts, key=len, reverse=True)[:_MOST_LOOKED_UP]:
            for match in await self._memory.similar(text, languages):
                if match.score >= LEAST_SCORE:
                    found = {match.unit.source: (match.score, match.unit.target), **found}
        best = sorted(found.items(), key=lambda each: -each[1][0])[:_MOST_EXAMPLES]
        pairs = [(source, target) for source, (_, target) in best]
        return [pair for pair in pairs if all(not text or self._sendable(text) for text in pair)]

    def _corrections(self, blocks: Sequence[int]) -> list[Correction]:
        before: dict[str, FinishedBlock] = {each.source: each for each in self._request.finished}
        return [
            Correction(line, earlier.target if self._sendable(earlier.target) else "", self._request.corrections[block])
            for line, block in enumerate(blocks, 1)
            if block in self._request.corrections and (earlier := before.get(self._blocks[block].text))
        ]
