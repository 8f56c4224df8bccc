"""Finds what is to go with the blocks of a request."""

from collections.abc import Sequence
from dataclasses import replace

from translator.language.tag import LanguagePair
from translator.settings import Style
from translator.text.blocks import Block
from translator.text.private.find import find_private
from translator.translation.checks.finding import Finding
from translator.translation.glossary.term import Term
from translator.translation.memory.store import LEAST_SCORE, MemoryStore
from translator.translation.prompting.brief import Brief, Correction
from translator.translation.prompting.protected_text import ProtectedText
from translator.translation.request import FinishedBlock, TranslationRequest
from translator.translation.running.patience import Patience
from translator.translation.running.preparing import Prepared

# Characters of the neighbours: about the last sentence before, and the first one behind.
_AROUND = 200
# Looking for examples delays a request: each takes a few milliseconds.
_MOST_LOOKED_UP = 6
_MOST_EXAMPLES = 5


class Briefing:
    """Knows the text around the blocks, the terms in them, and where to look for examples.

    Where private words stay on this computer, ``protected`` says what may be sent of a block, and nothing else that
    holds something private is sent. ``patience`` is that of the whole translation.
    """

    def __init__(
        self, request: TranslationRequest, blocks: Sequence[Block], prepared: Prepared, memory: MemoryStore,
        protected: ProtectedText, patience: Patience,
    ) -> None:  # fmt: skip
        self._request = request
        self._blocks = blocks
        self._prepared = prepared
        self._memory = memory
        self._protected = protected
        self._patience = patience

    async def brief(self, blocks: Sequence[int]) -> Brief:
        """Return what goes with these blocks, which are in order, with nothing to be asked for between them."""
        before, after = blocks[0] - 1, blocks[-1] + 1
        known = self._prepared.known.get(before)
        return Brief(
            has_codes=any(map(self._protected.expected, blocks)),
            style=self._style(),
            terms=self._terms(blocks),
            before=self._around(before)[-_AROUND:],
            before_translated=known.target[-_AROUND:] if known and self._may_go(known.target) else "",
            after=self._around(after)[:_AROUND],
            examples=await self._examples(blocks),
            corrections=tuple(self._corrections(blocks)),
        )

    def _may_go(self, *texts: str) -> bool:
        """Whether nothing in these has to stay on this computer."""
        if not self._request.masks_private:
            return True
        private = self._protected.originals
        return not any(
            find_private(text) or any(each in text or text in each for each in private) for text in texts if text
        )

    def _style(self) -> Style:
        style = self._request.style
        return style if self._may_go(style.instructions) else replace(style, instructions="")

    def _terms(self, blocks: Sequence[int]) -> Sequence[Term]:
        terms = dict.fromkeys(term for block in blocks for term in self._prepared.terms[block])
        return tuple(each for each in terms if self._may_go(each.source, each.target, each.note, *each.forbidden))

    def _around(self, block: int) -> str:
        if not 0 <= block < len(self._blocks):
            return ""
        return self._protected.lines[block] if self._request.masks_private else self._blocks[block].text

    async def _examples(self, blocks: Sequence[int]) -> Sequence[tuple[str, str]]:
        """Return what the user has translated before that is most like the longest of these blocks, the best first."""
        request = self._request
        if request.source is None or not request.uses_memory:
            return ()
        scores: dict[tuple[str, str], int] = {}
        languages = LanguagePair(request.source, request.target)
        await self._patience.wait_for(lambda: self._look_up(blocks, languages, scores))
        return sorted(scores, key=lambda pair: -scores[pair])[:_MOST_EXAMPLES]

    async def _look_up(
        self, blocks: Sequence[int], languages: LanguagePair, scores: dict[tuple[str, str], int]
    ) -> None:
        """Add what is like these blocks to ``scores``, as it is found."""
        texts = (self._blocks[block].text for block in blocks)
        for text in sorted(texts, key=len, reverse=True)[:_MOST_LOOKED_UP]:
            for match in await self._memory.similar(text, languages):
                pair = match.unit.source, match.unit.target
                if match.score >= LEAST_SCORE and self._may_go(*pair):
                    scores[pair] = max(match.score, scores.get(pair, 0))

    def _corrections(self, blocks: Sequence[int]) -> list[Correction]:
        return [
            Correction(line, earlier.target if self._may_go(earlier.target) else "", [*map(self._quotable, findings)])
            for line, block in enumerate(blocks, 1)
            if (findings := self._request.corrections.get(block)) and (earlier := self._earlier(block))
        ]

    def _earlier(self, block: int) -> FinishedBlock | None:
        """Return how the block was translated before: in its place, or else wherever the same text stood."""
        same = [each for each in self._request.finished if each.source == self._blocks[block].text]
        return next((each for each in same if each.index == block), same[0] if same else None)

    def _quotable(self, finding: Finding) -> Finding:
        """Return the finding without the words that stay on this computer."""
        may_go = self._may_go(finding.expected, finding.found)
        return finding if may_go else replace(finding, expected="", found="")
