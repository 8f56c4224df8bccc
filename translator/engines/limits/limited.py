"""Holds an engine to the limits of its service, so that the service need not refuse."""

import asyncio
from collections.abc import AsyncGenerator, Callable
from contextlib import AbstractContextManager, aclosing
from datetime import datetime
from types import TracebackType

from translator.clock import now
from translator.engines.limits.admission import WORTH_TELLING, Admission, Turn
from translator.engines.limits.service_limits import Limits, Ticket
from translator.engines.retries.backoff import LONGEST_WAIT, later
from translator.engines.wrapping import Wrapping
from translator.translation.errors.limits import RateLimited
from translator.translation.ports import Engine, EngineEvent, Finished, Prompt, RateLimits
from translator.translation.request import Usage, Waiting
from translator.translation.spending.estimate import tokens_read, tokens_written


class Limited(Wrapping):
    """An Engine whose requests wait their turn: for a place among those on their way, and for room in the limits.

    It learns from what the service says with its answers (and swallows that), from its refusals, and from what
    requests took. Interactive requests go first; one that asks to go at once does. A wait for the limits of a second
    or more is told by ``Waiting``; instead of one of more than two minutes, RateLimited says when to come back. What
    the user asks for after that is sent all the same, one request at a time: the service may think better of it.

    ``limits`` are this engine's alone. ``clock`` returns the time (aware).
    """

    def __init__(self, engine: Engine, limits: Limits, *, clock: Callable[[], datetime] = now) -> None:
        super().__init__(engine)
        self._clock = clock
        self._admission = Admission(limits, lambda: asyncio.get_running_loop().time())

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Wait for its turn, then ask (see the port)."""
        turn = self._admission.join(prompt, tokens_of(prompt, self.model))
        with _Passage(self._admission, turn, self._clock) as passage:
            while turn.ticket is None:
                waiting = self._waiting(turn)
                if waiting is not None:
                    yield waiting
                if turn.ticket is None:
                    await turn.news()
            async with aclosing(self._engine.stream(prompt)) as events:
                async for event in events:
                    if not passage.saw(turn.ticket, event):
                        yield event

    def hasten(self, prompt: Prompt) -> None:
        """Let a request that is equal to this one, and waits its turn, have the priority of this one.

        Where this one asks to go at once, so does that. Does nothing where none waits.
        """
        turn = self._admission.find(prompt)
        if turn is not None and prompt.at_once:
            self._admission.hurry(turn)
        elif turn is not None:
            self._admission.promote(turn, prompt.priority)

    def _waiting(self, turn: Turn) -> Waiting | None:
        """Return what is to be told of its wait, where that is news. Raises RateLimited where it is too long."""
        now, ticks = self._clock(), self._admission.clock()
        alone = self._admission.wait_of(turn, alone=True).seconds
        if alone > LONGEST_WAIT and self._admission.may_hope(turn):
            return None
        if alone > LONGEST_WAIT:
            raise RateLimited(self.name, retry_at=later(now, alone))
        wait = self._admission.wait_of(turn)
        if wait.seconds < WORTH_TELLING or abs(ticks + wait.seconds - turn.told) < WORTH_TELLING / 2:
            return None
        turn.told = ticks + wait.seconds
        return Waiting(later(now, wait.seconds), wait.reason, hurry=lambda: self._admission.hurry(turn))


def tokens_of(prompt: Prompt, model: str = "") -> int:
    """Return about how many tokens a request takes: what it sends, and a reply as long as the source."""
    return tokens_read(prompt, model) + tokens_written(prompt)


class _Passage(AbstractContextManager["_Passage"]):
    """One request's way through: whatever ends it, its place is free again, and what it showed is noted."""

    def __init__(self, admission: Admission, turn: Turn, clock: Callable[[], datetime]) -> None:
        self._admission = admission
        self._turn = turn
        self._clock = clock
        self._began = self._finished = False
        self._tokens: int | None = None

    def saw(self, ticket: Ticket, event: EngineEvent) -> bool:
        """Note an event of the reply; return whether it was meant for the limits alone."""
        limits, now = self._admission.limits, self._admission.clock()
        is_first, self._began = not self._began, True
        if is_first:
            limits.accepted(ticket, now)
        if isinstance(event, RateLimits):
            limits.told(ticket, event, now)
        if is_first or isinstance(event, RateLimits):
            self._admission.move()
        if isinstance(event, RateLimits):
            return True
        if isinstance(event, Usage):
            self._tokens = event.input_tokens + event.output_tokens
        self._finished = self._finished or isinstance(event, Finished)
        return False

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._turn.ticket is None:
            self._admission.leave(self._turn)
            return
        self._note(self._turn.ticket, error)
        self._admission.move()

    def _note(self, ticket: Ticket, error: BaseException | None) -> None:
        limits, now = self._admission.limits, self._admission.clock()
        if isinstance(error, RateLimited):
            seconds = None if error.retry_at is None else (error.retry_at - self._clock()).total_seconds()
            self._admission.refused(ticket, error, seconds)
        elif self._finished:
            limits.ended(ticket, now, tokens=self._tokens, others_wait=not self._admission.is_empty)
        else:
            limits.lost(ticket, now)
