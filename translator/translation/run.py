"""One translation on its way."""

from bisect import bisect_left
from collections.abc import AsyncGenerator, Callable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial

from translator.language.tag import LanguagePair, LanguageTag
from translator.text.blocks import Block, cut
from translator.translation.asking import Asking, StartedOver, Told, Written
from translator.translation.masked_text import MaskedText
from translator.translation.plan import plan_requests
from translator.translation.ports import Engine, Priority, Prompt, ReplyForm
from translator.translation.prompt import make_prompt
from translator.translation.request import (
    Began,
    BlocksDone,
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
)
from translator.translation.side_by_side import SideBySide
from translator.translation.target_text import Mark, TargetText


class Run:
    """Asks for the blocks of one text that have no translation yet, and puts the target together.

    ``names`` gives a language's English name; ``now`` the time (aware).
    """

    def __init__(
        self,
        engine: Engine,
        names: Callable[[LanguageTag], str],
        now: Callable[[], datetime],
        request: TranslationRequest,
    ) -> None:
        self._engine = engine
        self._names = names
        self._now = now
        self._request = request
        self._blocked = cut(request.text)
        self._masked = MaskedText(request.text, self._blocked, masks=request.masks_private)
        self._target = TargetText(self._blocked, sentences_spaced=request.target.has_spaced_sentences)
        self._known = self._masked.untranslatable | _still_there(request.finished, self._blocked.blocks)
        self._known_blocks = sorted(self._known)
        self._answered = 0
        self._askings = [self._asking(blocks) for blocks in plan_requests(self._blocked.blocks, self._known)]
        self._broken_off: Asking | None = None

    async def events(self) -> AsyncGenerator[TranslationEvent, None]:
        """Yield what happens: Began first, one Ending last. To be read once."""
        standing = "".join(event.text for event in self._write_known_before(self._askings))
        yield Began(self._blocked.spans(), standing, self._masked.originals)
        if self._done:
            yield BlocksDone(self._done)
        async with SideBySide([asking.run for asking in self._askings], self._now) as side_by_side:
            for place, asking in enumerate(self._askings):
                mark = self._target.mark()
                while told := await side_by_side.take(place):
                    for each in told:
                        for event in self._write(each, mark):
                            yield event
                for event in self._pass(asking, self._askings[place + 1 :]):
                    yield event
                if self._broken_off:
                    break
        if self._is_complete and self._blocked.tail:
            yield TextAdded(self._target.write_tail(self._blocked.tail), max(0, len(self._blocked.blocks) - 1))
        yield self._ending()

    def _asking(self, blocks: Sequence[int]) -> Asking:
        return Asking(self._engine, blocks, partial(self._prompt, blocks), self._masked.restoring)

    def _prompt(self, blocks: Sequence[int], form: ReplyForm) -> Prompt:
        lines = [self._masked.lines[block] for block in blocks]
        prompt = make_prompt(
            LanguagePair(self._request.source, self._request.target),
            lines,
            form=form,
            has_codes=any(map(self._masked.expected, blocks)),
            names=self._names,
        )
        is_first = blocks is self._askings[0].blocks
        return replace(
            prompt,
            priority=Priority.INTERACTIVE if is_first else Priority.BACKGROUND,
            place=blocks[0],
            action=self._request.action,
            over_budget=self._request.over_budget,
        )

    def _write(self, told: Told, mark: Mark) -> Iterator[TranslationEvent]:
        """Put into the target what a request says; ``mark`` is where its part of the target begins."""
        match told:
            case Written(block, text):
                yield from self._write_known(block)
                yield TextAdded(self._target.write(block, text), block)
            case StartedOver():
                if self._target.length > mark.length:
                    self._target.take_back(mark)
                    yield TextTakenBack(mark.length)
            case _:
                yield told

    def _pass(self, asking: Asking, following: Sequence[Asking]) -> Iterator[TranslationEvent]:
        """Go on behind a request that has ended; where it broke off nothing follows it."""
        self._answered += len(asking.finished())
        if asking.reason is not None:
            self._broken_off = asking
        else:
            yield from self._write_known_before(following)
        yield BlocksDone(self._done)

    def _write_known_before(self, following: Sequence[Asking]) -> Iterator[TextAdded]:
        """Write the translations that are known, up to the next block that is asked for."""
        yield from self._write_known(following[0].blocks[0] if following else len(self._blocked.blocks))

    def _write_known(self, end: int) -> Iterator[TextAdded]:
        """Write the translations that are known, from where the target ends up to this block."""
        for block in self._known_blocks[self._known_so_far : bisect_left(self._known_blocks, end)]:
            yield TextAdded(self._target.write(block, self._known[block]), block)

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
        finished = dict(self._known)
        usage = Usage()
        for asking in self._askings:
            finished |= asking.finished()
            usage += asking.usage
        return Translation(
            self._target.text,
            self._target.segments(finished.keys()),
            usage,
            self._engine.name,
            self._engine.model,
            [FinishedBlock(block, self._blocked.blocks[block].text, finished[block]) for block in sorted(finished)],
        )


def _still_there(finished: Sequence[FinishedBlock], blocks: Sequence[Block]) -> dict[int, str]:
    """Return the translations of those blocks that the text still has in the same place."""
    return {
        each.index: each.target
        for each in finished
        if 0 <= each.index < len(blocks) and blocks[each.index].text == each.source
    }
