"""One translation on its way."""

import asyncio
from bisect import bisect_left
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from contextlib import aclosing
from dataclasses import replace
from datetime import datetime
from functools import partial

from translator.language.tag import LanguagePair, LanguageTag
from translator.pace import Pace
from translator.text.blocks import cut
from translator.translation.aids import Aids
from translator.translation.glossary.term import Term
from translator.translation.ports import Engine, Priority, Prompt, ReplyForm
from translator.translation.prompting.plan import plan_requests
from translator.translation.prompting.prompt import make_prompt
from translator.translation.prompting.protected_text import ProtectedText
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Translation,
    TranslationEvent,
    TranslationRequest,
    Usage,
    emptied_in,
)
from translator.translation.running.asking import Asking, StartedOver, Told, Written
from translator.translation.running.briefing import Briefing
from translator.translation.running.patience import Patience
from translator.translation.running.preparing import Preparing, may_be_remembered
from translator.translation.running.remembering import Remembering
from translator.translation.running.settling import Settling
from translator.translation.running.side_by_side import SideBySide
from translator.translation.running.target_text import Mark, TargetText

_LOOKED_THROUGH_AT_ONCE = 10_000
"""Characters: looking for what is private in more takes longer than a frame."""


class Run:
    """Asks for the blocks of one text that have no translation yet, and puts the target together.

    ``names`` gives a language's English name; ``now`` the time (aware).
    """

    def __init__(
        self,
        engine: Engine,
        aids: Aids,
        names: Callable[[LanguageTag], str],
        now: Callable[[], datetime],
        request: TranslationRequest,
    ) -> None:
        self._engine = engine
        self._aids = aids
        self._names = names
        self._now = now
        self._request = request
        self._blocked = cut(request.text)
        self._target = TargetText(self._blocked, sentences_spaced=request.target.has_spaced_sentences)
        self._patience = Patience()
        self._preparing = Preparing(request, self._blocked.blocks, aids, engine, self._patience)
        self._remembering = Remembering(aids.memory)
        self._settling = Settling(request, aids)
        self._pace = Pace()
        self._terms: Sequence[Sequence[Term]] = ()
        self._known: dict[int, FinishedBlock] = {}
        self._known_blocks: Sequence[int] = ()
        self._settled: dict[int, FinishedBlock] = {}
        self._askings: Sequence[Asking] = ()
        self._answered = 0
        self._from_memory: Sequence[FinishedBlock] = ()
        self._lacks_terms = False
        self._broken_off: Asking | None = None

    async def events(self) -> AsyncGenerator[TranslationEvent, None]:
        """Yield what happens: Began first, one Ending last. To be read once."""
        protected = await self._protect()
        await self._prepare(protected)
        standing = "".join(event.text for event in self._write_known_before(self._askings))
        yield Began(self._blocked.spans(), standing, protected.originals, tuple(self._known.values()))
        self._count_what_is_saved()
        if self._done:
            yield BlocksDone(self._done)
        async with self._remembering:
            for part in (self._ask, self._settle_the_rest):
                async with aclosing(part()) as events:
                    async for event in events:
                        yield event
        yield self._ending()

    async def _ask(self) -> AsyncGenerator[TranslationEvent, None]:
        """Ask for what is not known, and write what comes, up to the end of the text or a break."""
        async with SideBySide([asking.run for asking in self._askings], self._now) as side_by_side:
            for place, asking in enumerate(self._askings):
                mark = self._target.mark()
                while told := await side_by_side.take(place):
                    for each in told:
                        for event in self._write(each, mark):
                            yield event
                async with aclosing(self._pass(asking, self._askings[place + 1 :])) as passed:
                    async for event in passed:
                        yield event
                if self._broken_off:
                    break
        if self._is_complete and (tail := self._blocked.tail):
            yield TextAdded(self._target.write_tail(tail), max(0, len(self._blocked.blocks) - 1), len(tail))

    # Before anything is asked

    async def _protect(self) -> ProtectedText:
        """Find what has to come back as it is, on a thread where that takes longer than a frame."""
        protect = partial(ProtectedText, self._request.text, self._blocked, masks=self._request.masks_private)
        return protect() if len(self._request.text) <= _LOOKED_THROUGH_AT_ONCE else await asyncio.to_thread(protect)

    async def _prepare(self, protected: ProtectedText) -> None:
        prepared = await self._preparing.prepare(protected.untranslatable)
        self._terms = prepared.terms
        self._known = dict(prepared.known)
        self._known_blocks = tuple(self._known)
        self._target.leave_out(emptied_in(self._known.values()))
        self._from_memory = prepared.from_memory
        self._lacks_terms = prepared.lacks_terms
        briefing = Briefing(self._request, self._blocked.blocks, prepared, self._aids.memory, protected, self._patience)
        self._askings = [
            Asking(self._engine, blocks, partial(self._prompt, briefing, protected), protected.restoring)
            for blocks in plan_requests(self._blocked.blocks, self._known)
        ]

    def _count_what_is_saved(self) -> None:
        """Have the blocks counted for which the memory saved asking."""
        if self._from_memory:
            pairs = [(block.source, block.target) for block in self._from_memory]
            self._aids.savings.note(pairs, self._engine.model, self._request.action)

    async def _prompt(
        self, briefing: Briefing, protected: ProtectedText, blocks: Sequence[int], form: ReplyForm
    ) -> Prompt:
        prompt = make_prompt(
            LanguagePair(self._request.source, self._request.target),
            [protected.lines[block] for block in blocks],
            form=form,
            brief=await briefing.brief(blocks),
            names=self._names,
        )
        is_first = blocks[0] in self._askings[0].blocks
        return replace(
            prompt,
            priority=Priority.INTERACTIVE if is_first else Priority.BACKGROUND,
            place=blocks[0],
            action=self._request.action,
            over_budget=self._request.over_budget,
        )

    # While it comes

    def _write(self, told: Told, mark: Mark) -> Iterator[TranslationEvent]:
        """Put into the target what a request says; ``mark`` is where its part of the target begins."""
        match told:
            case Written(block, text):
                yield from self._write_known(block)
                yield self._add(block, text)
            case StartedOver():
                if self._target.length > mark.length:
                    self._target.take_back(mark)
                    yield TextTakenBack(mark.length)
            case _:
                yield told

    async def _pass(self, asking: Asking, following: Sequence[Asking]) -> AsyncGenerator[TranslationEvent, None]:
        """Go on behind a request that has ended; where it broke off nothing follows it."""
        self._answered += len(asking.finished())
        if asking.reason is not None:
            self._broken_off = asking
        else:
            for event in self._write_known_before(following):
                yield event
        yield BlocksDone(self._done)
        async with aclosing(self._settle(asking)) as answered:
            async for settled in answered:
                yield settled

    def _write_known_before(self, following: Sequence[Asking]) -> Iterator[TextAdded]:
        """Write the translations that are known, up to the next block that is asked for."""
        yield from self._write_known(following[0].blocks[0] if following else len(self._blocked.blocks))

    def _write_known(self, end: int) -> Iterator[TextAdded]:
        """Write the translations that are known, from where the target ends up to this block."""
        for block in self._known_blocks[self._known_so_far : bisect_left(self._known_blocks, end)]:
            yield self._add(block, self._known[block].target)

    def _add(self, block: int, text: str) -> TextAdded:
        added = self._target.write(block, text)
        return TextAdded(added, block, len(added) - len(text))

    @property
    def _known_so_far(self) -> int:
        """How many of the known blocks are written."""
        return bisect_left(self._known_blocks, self._target.next_block)

    @property
    def _done(self) -> int:
        """How many blocks are finished: those of the requests that were told, and the known ones among them."""
        return self._answered + self._known_so_far

    @property
    def _is_complete(self) -> bool:
        return not self._broken_off and self._done == len(self._blocked.blocks)

    # Once blocks are there

    async def _settle(self, asking: Asking) -> AsyncGenerator[BlockSettled, None]:
        """Align and check what a request has answered, and remember it."""
        answered = []
        for index, text in sorted(asking.finished().items()):
            key = self._preparing.key(index, self._terms[index])
            block = FinishedBlock(index, key.text, text, key=key.digest())
            self._settled[index] = self._settling.settle(block, self._terms[index])
            answered.append((key, self._settled[index]))
            yield BlockSettled(self._settled[index])
            await self._pace.breathe()
        good = [(key, block.target) for key, block in answered if may_be_remembered(block)]
        if good and self._aids.remembers and self._request.uses_memory:
            await self._remembering.remember(good)

    async def _settle_the_rest(self) -> AsyncGenerator[BlockSettled, None]:
        """Settle what was known and was never looked at, and what was answered behind a break; then look at it all."""
        if self._known:
            await asyncio.sleep(0)  # what the memory had can be shown before it is looked at
        for index, block in self._known.items():
            if not block.links:
                self._known[index] = self._settling.settle(block, self._terms[index])
                yield BlockSettled(self._known[index])
                await self._pace.breathe()
        for asking in self._askings:
            if asking.finished().keys() - self._settled.keys():
                async for _ in self._settle(asking):  # behind a break: kept for whoever goes on, and not shown
                    pass
        for block in self._settling.look_at_all(self._finished()):
            (self._known if block.index in self._known else self._settled)[block.index] = block
            yield BlockSettled(block)

    def _finished(self) -> list[FinishedBlock]:
        """Return all blocks that are answered in full, in order."""
        finished = self._known | self._settled
        return [finished[index] for index in sorted(finished)]

    def _ending(self) -> Ending:
        translation = self._translation()
        if self._broken_off is not None and self._broken_off.reason is not None:
            error = self._broken_off.error
            if error is not None and not translation.text and not translation.finished:
                return Failed(error)
            return Incomplete(self._broken_off.reason, translation, error)
        if self._is_complete:
            return Completed(translation)
        lost = sum(len(asking.lost()) for asking in self._askings)
        is_all_there = self._done + lost == len(self._blocked.blocks)
        return Incomplete(IncompleteReason.CODES_LOST if is_all_there else IncompleteReason.BLOCKS_MISSING, translation)

    def _translation(self) -> Translation:
        finished = self._finished()
        usage = sum((asking.usage for asking in self._askings), Usage(from_memory=len(self._from_memory)))
        return Translation(
            self._target.text,
            self._target.segments(finished),
            usage,
            self._engine.name,
            self._engine.model,
            finished,
            self._target.findings(finished),
            lacks_terms=self._lacks_terms and bool(self._askings),
        )
