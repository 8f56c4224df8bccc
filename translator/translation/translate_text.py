"""The use case: translate a text, block by block, as it streams.

The text is cut into blocks; consecutive blocks are asked for together, one a line; what comes back is stripped of
what models add, and goes to the target behind the block's own gap. Where the lines that come back are not those that
were asked for, what they said is taken back and the same blocks are asked for once more, numbered. In the end it is
told whether every block was answered and the service finished for a valid reason; anything else is incomplete.
"""

from collections.abc import AsyncGenerator, Callable, Iterable
from contextlib import aclosing
from dataclasses import replace

from translator.language.tag import LanguagePair, LanguageTag
from translator.text.blocks import cut
from translator.translation.errors import TimedOut, TranslationError
from translator.translation.plan import plan_requests
from translator.translation.ports import Engine, EngineEvent, Finished, TextDelta
from translator.translation.prompt import make_prompt
from translator.translation.reply import ReplyFilter
from translator.translation.reply_lines import Piece, lines_of_reply
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    Ending,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Thinking,
    Translation,
    TranslationEvent,
    TranslationRequest,
    Usage,
    Waiting,
)
from translator.translation.target_text import TargetText

Events = AsyncGenerator[TranslationEvent, None]


class TranslateText:
    """Translates texts with an engine. ``names`` gives a language's English name, for the prompt."""

    def __init__(self, engine: Engine, names: Callable[[LanguageTag], str] = str) -> None:
        self._engine = engine
        self._names = names

    def run(self, request: TranslationRequest) -> Events:
        """Translate, and yield what happens: Began first, one Ending last.

        The TextAdded events together, less what TextTakenBack takes, are the text of the ending's translation.
        Errors of the engine become endings. Closing the generator, or cancelling the task that reads it, closes the
        engine's stream.
        """
        return _Run(self._engine, self._names, request).events()


class _Run:
    """One translation on its way."""

    def __init__(self, engine: Engine, names: Callable[[LanguageTag], str], request: TranslationRequest) -> None:
        self._engine = engine
        self._names = names
        self._languages = LanguagePair(request.source, request.target)
        self._blocked = cut(request.text)
        self._target = TargetText(self._blocked, sentences_spaced=request.target.has_spaced_sentences)
        self._finished: set[int] = set()
        self._usage = Usage()
        self._reason: IncompleteReason | None = None
        self._error: TranslationError | None = None

    async def events(self) -> Events:
        yield Began(self._blocked.spans())
        for blocks in plan_requests(self._blocked.blocks):
            async with aclosing(self._translate(blocks)) as events:
                async for event in events:
                    yield event
            yield BlocksDone(len(self._finished))
            if self._is_broken_off:
                break
        if self._is_complete and self._blocked.tail:
            yield TextAdded(self._target.write_tail(self._blocked.tail), max(0, len(self._blocked.blocks) - 1))
        yield self._ending()

    @property
    def _is_broken_off(self) -> bool:
        return self._reason is not None

    @property
    def _is_complete(self) -> bool:
        return not self._is_broken_off and len(self._finished) == len(self._blocked.blocks)

    async def _translate(self, blocks: range) -> Events:
        """Ask for these blocks, and once more if the reply is not what was asked for."""
        mark = self._target.mark()
        attempt = _Attempt(blocks, [self._blocked.blocks[index].text for index in blocks])
        async with aclosing(self._ask(attempt)) as events:
            async for event in events:
                yield event
        if not attempt.agrees and not self._is_broken_off:
            if self._target.length > mark.length:
                self._target.take_back(mark)
                yield TextTakenBack(mark.length)
            attempt = _Attempt(blocks, attempt.lines, numbered=len(blocks) > 1)
            async with aclosing(self._ask(attempt)) as events:
                async for event in events:
                    yield event
        self._finished |= attempt.finished(is_broken_off=self._is_broken_off)

    async def _ask(self, attempt: "_Attempt") -> Events:
        """Send one request and write down what comes back."""
        prompt = make_prompt(self._languages, attempt.lines, numbered=attempt.numbered, names=self._names)
        usage = Usage()
        self._reason = IncompleteReason.CUT  # until the engine says that it has finished
        try:
            async with aclosing(self._engine.stream(prompt)) as events:
                async for event in events:
                    if isinstance(event, Usage):
                        usage += event
                    for told in self._take(event, attempt):
                        yield told
        except TranslationError as error:
            self._error = error
            self._reason = IncompleteReason.TIMEOUT if isinstance(error, TimedOut) else IncompleteReason.CUT
        self._usage += replace(usage, requests=max(usage.requests, 1))
        for told in self._write(attempt.finish()):
            yield told

    def _take(self, event: EngineEvent, attempt: "_Attempt") -> Iterable[TranslationEvent]:
        match event:
            case TextDelta(text):
                return self._write(attempt.feed(text))
            case Thinking() | Waiting():
                return [event]
            case Finished(reason):
                self._reason = reason
        return []

    def _write(self, pieces: Iterable[Piece]) -> Iterable[TextAdded]:
        return [TextAdded(self._target.write(block, text), block) for block, text in pieces]

    def _ending(self) -> Ending:
        if self._error is not None and not self._target.length:
            return Failed(self._error)
        translation = self._translation()
        if self._reason is not None:
            return Incomplete(self._reason, translation, self._error)
        return Completed(translation) if self._is_complete else Incomplete(IncompleteReason.BLOCKS_MISSING, translation)

    def _translation(self) -> Translation:
        segments = self._target.segments(self._finished)
        return Translation(self._target.text, segments, self._usage, self._engine.name, self._engine.model)


class _Attempt:
    """One request for some blocks, and the reply to it: engine's text in, pieces of blocks out."""

    def __init__(self, blocks: range, lines: list[str], *, numbered: bool = False) -> None:
        self.lines = lines
        self.numbered = numbered
        self._blocks = blocks
        self._filter = ReplyFilter(lines)
        self._reply = lines_of_reply(len(lines), numbered=numbered)

    @property
    def agrees(self) -> bool:
        """Whether the reply has one text for each block."""
        return self._reply.agrees

    def feed(self, delta: str) -> Iterable[Piece]:
        """Take a piece of the reply; yield what it says of which block, by the block's index in the text."""
        return self._placed(self._reply.feed(self._filter.feed(delta)))

    def finish(self) -> Iterable[Piece]:
        """Yield the rest, now that nothing follows."""
        yield from self._placed(self._reply.feed(self._filter.finish()))
        yield from self._placed(self._reply.finish())

    def finished(self, *, is_broken_off: bool) -> set[int]:
        """Return the blocks that are answered; the one being written when a reply breaks off is not."""
        cut_off = {self._reply.current} if is_broken_off else set()
        return {self._blocks[place] for place in self._reply.answered - cut_off}

    def _placed(self, pieces: Iterable[Piece]) -> Iterable[Piece]:
        return ((self._blocks[place], text) for place, text in pieces)
