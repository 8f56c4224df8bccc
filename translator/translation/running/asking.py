"""Ask for the translation of some blocks, as often as it takes.

The blocks are asked for as plain lines first, the cheapest form and the one that streams best. Where the lines that
come back are not those that were asked for, they are asked for numbered; what was said stands until the numbered
reply says something, so that it is not lost where that fails. Where the numbered lines disagree as well, a JSON
object with a key for each is asked for, once: a service that constrains the reply to it lets the model leave none
out. An object cannot be shown before it is whole, so what was said before stays until then, and for good where the
object is no better, or does not come. A single block that comes back empty is asked for once more, as it was. Blocks
that come back without all of their codes are asked for once more, they alone, and with those codes named; what was
said first stays where that is no better. Only a reply that ended as it should is ever repeated.
"""

from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import aclosing
from dataclasses import dataclass, replace

from translator.text.codes import Restoring
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import AddressInsecure, AddressInvalid, TimedOut
from translator.translation.errors.keys import KeyProblem, KeyRefused
from translator.translation.errors.limits import OverBudget
from translator.translation.errors.servers import RunawayReply
from translator.translation.ports import Engine, EngineEvent, Finished, Prompt, ReplyForm, TextDelta
from translator.translation.prompting.prompt import insist_on_codes
from translator.translation.reply.attempt import Attempt
from translator.translation.reply.output_cap import OutputCap
from translator.translation.request import IncompleteReason, Thinking, Usage, Waiting


@dataclass(frozen=True, slots=True)
class Written:
    """This goes to the end of that block's translation."""

    block: int
    text: str


@dataclass(frozen=True, slots=True)
class StartedOver:
    """All that was written so far is taken back."""


Told = Written | StartedOver | Thinking | Waiting
Tell = Callable[[Told], None]


class Asking:
    """Asks for some blocks, in order, together.

    ``prompt`` lays a request for some of them out in a form; ``restoring`` gives what puts the originals of a block's
    codes back. ``usage`` is what all attempts took; ``error`` is what broke off the last one that counts, where
    something did.
    """

    def __init__(
        self,
        engine: Engine,
        blocks: Sequence[int],
        prompt: Callable[[Sequence[int], ReplyForm], Awaitable[Prompt]],
        restoring: Callable[[int], Restoring],
    ) -> None:
        self.blocks = blocks
        self.usage = Usage()
        self.error: TranslationError | None = None
        self._engine = engine
        self._prompt = prompt
        self._restoring = restoring
        self._best: Attempt | None = None

    @property
    def reason(self) -> IncompleteReason | None:
        """Why it broke off; None once it has ended as it should."""
        if self.error is not None:
            return _reason_of(self.error)
        return self._best.reason if self._best else IncompleteReason.CUT

    def finished(self) -> dict[int, str]:
        """Return the translations of the blocks that are answered in full so far, without gaps."""
        return self._best.finished() if self._best else {}

    def lost(self) -> set[int]:
        """Return the blocks that are answered, but not with the codes that stand in them."""
        return set(self._best.lost) if self._best else set()

    async def run(self, tell: Tell) -> bool:
        """Ask, and tell what comes; return whether it ended as it should.

        Raises nothing of the engine's. Cancelling it closes the stream; what was finished by then can be had.
        """
        await self._show(ReplyForm.LINES, tell, tell)
        if self._may_repeat:
            await self._show(ReplyForm.NUMBERED if len(self.blocks) > 1 else ReplyForm.LINES, tell, _Replacing(tell))
        if self._may_repeat and len(self.blocks) > 1:
            await self._improve(tell)
        if self._best is not None and self.reason is None and self._best.agrees and self._best.lost:
            await self._mend(self._best, tell)
        return self.reason is None

    @property
    def _may_repeat(self) -> bool:
        return self._best is not None and self.reason is None and not self._best.agrees

    async def _show(self, form: ReplyForm, tell: Tell, write: Callable[[Written], None]) -> None:
        """Ask, and tell the reply while it comes."""
        # What is told again does not stand: while the request is laid out, nobody knows which line is whose.
        self._best = None
        self._best = await self._attempt(form)
        self.error = await self._ask(self._best, tell, write)

    async def _improve(self, tell: Tell) -> None:
        """Ask for an object, and tell it in place of what was told, if it answers every block.

        It is not needed, so no fault of it counts: if one is there to stay, the next request meets it and tells it.
        """
        attempt = await self._attempt(ReplyForm.OBJECT)
        pieces: list[Written] = []
        error = await self._ask(attempt, tell, pieces.append)
        if error is None and attempt.reason is None and attempt.agrees:
            self._best = attempt
            write = _Replacing(tell)
            for piece in pieces:
                write(piece)

    async def _mend(self, best: Attempt, tell: Tell) -> None:
        """Ask again for the blocks whose codes did not come back, and tell all anew where some do now.

        It is not needed either, so no fault of it counts.
        """
        blocks = sorted(best.lost)
        prompt = insist_on_codes(await self._prompt(blocks, ReplyForm.LINES), [best.lost[block] for block in blocks])
        attempt = Attempt(blocks, prompt, self._restoring)
        unseen: list[Written] = []
        error = await self._ask(attempt, tell, unseen.append)
        if error is None and attempt.reason is None and attempt.agrees and attempt.finished():
            best.take_over(attempt.finished())
            _write(best.texts(), _Replacing(tell))

    async def _attempt(self, form: ReplyForm) -> Attempt:
        return Attempt(self.blocks, await self._prompt(self.blocks, form), self._restoring)

    async def _ask(self, attempt: Attempt, tell: Tell, write: Callable[[Written], None]) -> TranslationError | None:
        """Send one request and write what comes back; what is held at the end is written however it ends.

        Return the error that broke it off, where one did.
        """
        cap = OutputCap(attempt.prompt.lines)
        usage = Usage()
        was_sent = False
        try:
            async with aclosing(self._engine.stream(attempt.prompt)) as events:
                async for event in events:
                    was_sent = was_sent or not isinstance(event, Waiting)
                    if isinstance(event, Usage):
                        usage += event
                    elif isinstance(event, TextDelta):
                        hidden = attempt.hidden
                        pieces = attempt.feed(event.text)
                        if not cap.allows(event.text[attempt.hidden - hidden :]):
                            raise RunawayReply(self._engine.name)
                        _write(pieces, write)
                    _take(event, attempt, tell)
        except TranslationError as error:
            attempt.reason = _reason_of(error)
            was_sent = was_sent or _reached_a_service(error)
            return error
        else:
            return None
        finally:
            _write(attempt.finish(), write)
            self.usage += replace(usage, requests=max(usage.requests, int(was_sent)))


class _Replacing:
    """Tells what a reply says in place of what was told before, from when it says something."""

    def __init__(self, tell: Tell) -> None:
        self._tell = tell
        self._is_first = True

    def __call__(self, piece: Written) -> None:
        if self._is_first:
            self._is_first = False
            self._tell(StartedOver())
        self._tell(piece)


def _take(event: EngineEvent, attempt: Attempt, tell: Tell) -> None:
    match event:
        case Thinking() | Waiting():
            tell(event)
        case Finished(reason):
            attempt.reason = reason


def _write(pieces: Iterable[tuple[int, str]], write: Callable[[Written], None]) -> None:
    for block, text in pieces:
        write(Written(block, text))


def _reason_of(error: TranslationError) -> IncompleteReason:
    return IncompleteReason.TIMEOUT if isinstance(error, TimedOut) else IncompleteReason.CUT


def _reached_a_service(error: TranslationError) -> bool:
    """Tell whether a request was sent, or tried to be, going by the error that came in place of an answer."""
    if isinstance(error, KeyProblem):
        return isinstance(error, KeyRefused)
    return not isinstance(error, OverBudget | AddressInvalid | AddressInsecure)
