"""Who may send a request next: those that wait for a service's limits, in order."""

import asyncio
import heapq
from collections.abc import Callable
from dataclasses import dataclass, field

from translator.engines.limits.service_limits import Limits, Load, Ticket, Wait
from translator.engines.retries.backoff import LONGEST_WAIT
from translator.translation.errors.limits import RateLimited
from translator.translation.ports import Priority, Prompt

WORTH_TELLING = 1.0
"""From so many seconds on, a wait is told."""


@dataclass(order=True)
class Turn:
    """One that waits. ``ticket`` is there once it may send; ``told`` is until when it knows that it has to wait.

    ``was_here`` says that it stood in the line when the service refused another one.
    """

    priority: Priority
    place: int
    order: int
    prompt: Prompt = field(compare=False)
    tokens: int = field(compare=False)
    ticket: Ticket | None = field(default=None, compare=False)
    told: float = field(default=0.0, compare=False)
    was_here: bool = field(default=False, compare=False)
    _news: asyncio.Event = field(default_factory=asyncio.Event, compare=False, repr=False)

    @property
    def is_urgent(self) -> bool:
        """Whether somebody sits and waits for it."""
        return self.priority is Priority.INTERACTIVE

    @property
    def may_probe(self) -> bool:
        """Whether it may go although there will be no room for long: somebody wants to know, and asked after all that.

        Nobody but the service knows whether what it said still holds, and the user may have another key by now.
        """
        return self.is_urgent and not self.was_here

    async def news(self) -> None:
        """Wait until it may send, or its time has changed."""
        await self._news.wait()
        self._news.clear()

    def stir(self) -> None:
        """Wake whoever waits for news."""
        self._news.set()


class Admission:
    """Lets requests go as the limits have room: interactive ones first, then by place in the text, then as they came.

    One that was refused and comes back is not behind all the rest of its text, whose reader would wait for it.
    Nobody overtakes the first in the line because it is smaller: it would wait for ever. Where there will be no room
    for long, one that may goes as a probe, and the others wait for what becomes of it. ``clock`` counts seconds.
    """

    def __init__(self, limits: Limits, clock: Callable[[], float]) -> None:
        self.limits = limits
        self.clock = clock
        self._line: list[Turn] = []
        self._order = 0
        self._timer: asyncio.TimerHandle | None = None

    @property
    def is_empty(self) -> bool:
        """Whether nobody waits."""
        return not self._line

    def join(self, prompt: Prompt, tokens: int) -> Turn:
        """Return a turn for this request; it may be its turn at once. ``leave`` or the ticket ends it."""
        self._order += 1
        turn = Turn(prompt.priority, prompt.place, self._order, prompt, tokens)
        if prompt.at_once:
            self._let(turn)
        else:
            heapq.heappush(self._line, turn)
            self.move()
        return turn

    def leave(self, turn: Turn) -> None:
        """Take one that no longer waits out of the line; those behind it move up."""
        if turn in self._line:
            self._line.remove(turn)
            heapq.heapify(self._line)
        self.move()

    def hurry(self, turn: Turn) -> None:
        """Let it go now, without regard to the limits. Does nothing where it no longer waits."""
        if turn.ticket is None and turn in self._line:
            self._line.remove(turn)
            heapq.heapify(self._line)
            self._let(turn)

    def promote(self, turn: Turn, priority: Priority) -> None:
        """Put it before those of lower priority, from now on."""
        if turn in self._line and priority < turn.priority:
            turn.priority = priority
            heapq.heapify(self._line)
            self.move()

    def may_hope(self, turn: Turn) -> bool:
        """Tell whether a probe, its own or one on its way, may yet show that there is room for it."""
        return turn.may_probe or self.limits.is_probing

    def refused(self, ticket: Ticket, error: RateLimited, seconds: float | None) -> None:
        """Note that the service refused this one, and will for so many seconds, None where it does not say."""
        for turn in self._line:
            turn.was_here = True
        self.limits.refused(ticket, self.clock(), seconds=seconds, limits=error.limits)

    def find(self, prompt: Prompt) -> Turn | None:
        """Return the turn of this prompt, where it waits."""
        return next((turn for turn in self._line if turn.prompt == prompt), None)

    def wait_of(self, turn: Turn, *, alone: bool = False) -> Wait:
        """Return how long the limits will keep it; ``alone``, how long if nobody went before it."""
        first = (other for other in self._line if other < turn)
        ahead = Load() if alone else sum((Load(1, other.tokens) for other in first), Load())
        return self.limits.wait(turn.tokens, self.clock(), ahead)

    def move(self) -> None:
        """Let go all that may. Call this whenever something has changed; time alone is looked after here."""
        self._stop_timer()
        while self._line:
            first = self._line[0]
            seconds = self.limits.wait(first.tokens, self.clock()).seconds
            may_probe = seconds > LONGEST_WAIT and first.may_probe and not self.limits.is_probing
            if seconds > 0 and not may_probe:
                self._timer = asyncio.get_running_loop().call_later(seconds, self.move)
                self._tell_of(seconds)
                return
            if not may_probe and not self.limits.has_place(urgent=first.is_urgent):
                return
            self._let(heapq.heappop(self._line))

    def _let(self, turn: Turn) -> None:
        turn.ticket = self.limits.send(turn.tokens, self.clock(), urgent=turn.is_urgent)
        turn.stir()

    def _tell_of(self, seconds: float) -> None:
        """Wake those that do not know yet that they will wait this long."""
        if seconds < WORTH_TELLING:
            return
        end = self.clock() + seconds
        for turn in self._line:
            if turn.told < end - WORTH_TELLING / 2:
                turn.stir()

    def _stop_timer(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
