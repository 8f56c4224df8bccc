"""What is known of a text before anything is asked: its terms, and the blocks that have a translation already."""

from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial

from translator.language.tag import LanguageTag
from translator.pace import Pace
from translator.text.blocks import Block
from translator.text.difference import match_blocks
from translator.translation.aids import Aids
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.glossary.term import Term
from translator.translation.memory.key import MemoryKey
from translator.translation.ports import Engine
from translator.translation.request import BlockOrigin, FinishedBlock, TranslationRequest
from translator.translation.running.patience import Patience

_LOOKED_UP_AT_ONCE = 500
"""Blocks: a book may take a while, and yet nothing is stuck."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """``terms`` are those that occur in each block; ``known`` the blocks that have a translation, by index, in order.

    ``from_memory`` are those of them that the memory had, and that were not there yet. ``lacks_terms`` says that the
    glossaries could not be read, so that there may be more terms.
    """

    terms: Sequence[Sequence[Term]]
    known: Mapping[int, FinishedBlock]
    from_memory: Sequence[FinishedBlock]
    lacks_terms: bool = False


class Preparing:
    """Looks at the blocks of a text, and at what is there of them."""

    def __init__(
        self, request: TranslationRequest, blocks: Sequence[Block], aids: Aids, engine: Engine, patience: Patience
    ) -> None:
        self._request = request
        self._blocks = blocks
        self._aids = aids
        self._engine = engine
        self._patience = patience
        self._pace = Pace()

    async def prepare(self, untranslatable: Mapping[int, str]) -> Prepared:
        """Find the terms, and what an earlier run left or the memory has.

        ``untranslatable`` blocks stay as they are, but for those that the user has changed.
        """
        request = self._request
        active = await self._active_terms()
        terms = [found async for found in self._terms(active or ())]
        unchanged = {
            index: FinishedBlock(index, self._blocks[index].text, text, BlockOrigin.UNCHANGED)
            for index, text in untranslatable.items()
        }
        carried_over = {index: block async for index, block in self._carried_over(terms)}
        by_user = {index: block for index, block in carried_over.items() if block.origin is BlockOrigin.USER}
        known = carried_over | unchanged | by_user
        remembered: dict[int, FinishedBlock] = {}
        if self._aids.remembers and request.uses_memory and not request.afresh:
            remembered = await self._remembered(terms, [i for i in range(len(self._blocks)) if i not in known])
        known |= remembered
        in_order = {index: known[index] for index in sorted(known)}
        return Prepared(terms, in_order, tuple(remembered.values()), lacks_terms=active is None)

    def key(self, index: int, terms: Sequence[Term]) -> MemoryKey:
        """Return what the translation of a block depends on. The model is the one in use by now."""
        return key_of(self._request, self._blocks[index].text, terms, self._aids.service, self._engine.model)

    async def _active_terms(self) -> Sequence[Term] | None:
        """Return the terms that are to be respected; None where they cannot be read, or not in time."""
        source, target = self._request.source, self._request.target
        try:
            return await self._patience.wait_for(lambda: self._aids.glossary.terms_for(source, target))
        except GlossaryUnusable:
            return None

    async def _terms(self, active: Sequence[Term]) -> AsyncIterator[Sequence[Term]]:
        """Yield the terms that occur in each block."""
        matcher = self._aids.matchers.matcher_for(active, self._request.source)
        for block in self._blocks:
            found = matcher.asked_for_in(block.text) if active else ()
            yield tuple(dict.fromkeys(each.term for each in found))
            await self._pace.breathe()

    async def _carried_over(self, terms: Sequence[Sequence[Term]]) -> AsyncIterator[tuple[int, FinishedBlock]]:
        """Yield the blocks that an earlier run has translated as they would be translated now."""
        finished = self._request.finished
        matches = match_blocks([each.source for each in finished], [block.text for block in self._blocks])
        for index, match in enumerate(matches):
            if match is not None and self._still_holds(index, finished[match], terms[index]):
                yield index, replace(finished[match], index=index)
            await self._pace.breathe()

    def _still_holds(self, index: int, before: FinishedBlock, terms: Sequence[Term]) -> bool:
        if index in self._request.corrections:
            return False
        if before.origin is BlockOrigin.USER:
            return True
        return not self._request.afresh and before.key in (b"", self.key(index, terms).digest())

    async def _remembered(self, terms: Sequence[Sequence[Term]], missing: Sequence[int]) -> dict[int, FinishedBlock]:
        """Return those of the missing blocks that the memory has."""
        wanted = [index for index in missing if index not in self._request.corrections]
        keys = [self.key(index, terms[index]) for index in wanted]
        remembered: dict[int, FinishedBlock] = {}
        for first in range(0, len(keys), _LOOKED_UP_AT_ONCE):
            portion = keys[first : first + _LOOKED_UP_AT_ONCE]
            found = await self._patience.wait_for(partial(self._aids.memory.exact, portion)) or {}
            for place, there in found.items():
                index, key = wanted[first + place], portion[place]
                remembered[index] = FinishedBlock(index, key.text, there.target, BlockOrigin.MEMORY, key=key.digest())
        return remembered


def key_of(request: TranslationRequest, text: str, terms: Sequence[Term], service: str, model: str) -> MemoryKey:
    """Return what the translation of this block depends on. A source language that was guessed is not part of it."""
    source: LanguageTag | None = None if request.source_is_guess else request.source
    names = tuple(term.identity() for term in terms)
    return MemoryKey(text, source, request.target, service, model, request.style.identity(), names)


def may_be_remembered(block: FinishedBlock) -> bool:
    """Whether nothing speaks against using this translation again."""
    return block.origin is BlockOrigin.SERVICE and not block.has_error
