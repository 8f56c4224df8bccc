"""When a service has room for another request. Knows neither engines nor tasks: times are handed in, in seconds."""

from dataclasses import dataclass

from translator.engines.limits.concurrency import Concurrency
from translator.engines.limits.gauge import Gauge, Mark
from translator.engines.limits.rate import Pace
from translator.engines.retries.backoff import LONGEST_WAIT
from translator.translation.limits import RateLimits
from translator.translation.request import WaitReason

_MOST_UNTOLD = 8
"""The most requests at a time where a service says nothing of limits: it may have some all the same."""

_FIRST_PAUSE = 0.5
_LONGEST_PAUSE = 20.0


@dataclass(frozen=True, slots=True)
class Load:
    """What requests weigh: how many, and how many tokens, estimated, in and out."""

    requests: int = 0
    tokens: int = 0

    def __add__(self, other: "Load") -> "Load":
        return Load(self.requests + other.requests, self.tokens + other.tokens)


@dataclass(frozen=True, slots=True)
class Wait:
    """In how many seconds there is room for a request, 0 for now, and what keeps it until then."""

    seconds: float
    reason: WaitReason


@dataclass(frozen=True, slots=True)
class Ticket:
    """A request that was sent. Hand it back with what became of it: ``ended``, ``refused`` or ``lost``."""

    mark: Mark
    tokens: int
    is_urgent: bool = False


class Limits:
    """The limits of a service, as far as it has said or shown them. One object serves one engine of the service.

    ``start`` and ``most`` are how many requests may be on their way at the same time, at first and ever.

    A request that is sent although all that is known says to wait for longer than anybody would is a *probe*: where
    the service answers it, that knowledge is out of date, and is forgotten. A key may be another one by now.
    """

    def __init__(self, *, start: int = 4, most: int = 16) -> None:
        self._concurrency = Concurrency(start, most)
        self._most = most
        self._requests = Gauge(learns=False)
        self._tokens = Gauge(learns=True)
        self._pace = Pace()
        self._number = 0
        self._begun = self._ended = self._on_the_way = 0.0
        self._active = self._urgent = 0
        self._paused_until = self._refused_at = float("-inf")
        self._refusals = 0
        self._probes: set[int] = set()

    @property
    def is_probing(self) -> bool:
        """Whether a probe is on its way that nothing is known of yet."""
        return bool(self._probes)

    def has_place(self, *, urgent: bool = False) -> bool:
        """Whether there may be one more request at the same time.

        There always may be one that is urgent: it does not wait for the end of those that are not.
        """
        return self._active < self._concurrency.allowed or (urgent and not self._urgent)

    def wait(self, tokens: int, now: float, ahead: Load | None = None) -> Wait:
        """Return how long a request of so many tokens has to wait for the limits when ``ahead`` goes first."""
        first = ahead or Load()
        pause = max(0.0, self._paused_until - now)
        limits = max(
            self._requests.missing(1, now, ahead=first.requests),
            self._tokens.missing(tokens, now, ahead=first.tokens, on_the_way=self._on_the_way),
            0.0 if self._is_told else self._pace.missing(now, first.requests),
        )
        return Wait(max(pause, limits), WaitReason.SERVER_ASKS if pause >= limits else WaitReason.LIMITS)

    def send(self, tokens: int, now: float, *, urgent: bool = False) -> Ticket:
        """Note that a request is sent, whether there was room for it or not."""
        is_probe = self.wait(tokens, now).seconds > LONGEST_WAIT
        self._active += 1
        self._urgent += urgent
        self._begun += tokens
        self._on_the_way += tokens
        mark = Mark(self._next_number(), now, self._begun, self._ended)
        self._requests.begin(mark, 1)
        self._tokens.begin(mark, tokens)
        self._pace.sent(now)
        if is_probe:
            self._probes.add(mark.number)
        return Ticket(mark, tokens, urgent)

    def accepted(self, ticket: Ticket, now: float) -> None:
        """Note that the service has begun to answer. What it asked of others before no longer holds."""
        was_probe = ticket.mark.number in self._probes
        self._probes.discard(ticket.mark.number)
        if ticket.mark.at < self._refused_at:
            return
        if was_probe:
            self._requests, self._tokens, self._pace = Gauge(learns=False), Gauge(learns=True), Pace()
        self._pace.accepted()
        self._refusals = 0
        self._paused_until = min(self._paused_until, now)

    def told(self, ticket: Ticket, limits: RateLimits, now: float) -> None:
        """Note what the service said of its limits, with the answer to this request."""
        self._tell(ticket, limits, now, refused=False)

    def ended(self, ticket: Ticket, now: float, *, tokens: int | None, others_wait: bool) -> None:
        """Note that a reply is complete; it took so many tokens, None where nobody knows."""
        self._leave(ticket, now, counted=True)
        taken = ticket.tokens if tokens is None else tokens
        self._ended += taken
        self._tokens.end(self._next_number(), taken, now)
        if others_wait:
            self._concurrency.succeeded(self._most if self._is_told else _MOST_UNTOLD)

    def lost(self, ticket: Ticket, now: float) -> None:
        """Note that a request came to nothing, or was given up: the service may have counted it."""
        self._leave(ticket, now, counted=True)

    def refused(self, ticket: Ticket, now: float, *, seconds: float | None, limits: RateLimits | None = None) -> None:
        """Note that the service will not have this request for so many seconds, None where it does not say.

        Requests that were on their way when the first of them was refused were sent without knowing better: what is
        learned from them is how long to wait, and nothing else. Of times, the longest holds, unless it was told before
        this request was sent.
        """
        self._leave(ticket, now, counted=False)
        if ticket.mark.at >= self._refused_at:
            self._learn_from_refusal(now)
            if seconds is not None:
                self._paused_until = now
        if limits is not None:
            self._tell(ticket, limits, now, refused=True)
        if seconds is None:
            known = self._is_told and self.wait(ticket.tokens, now).seconds > 0
            seconds = 0.0 if known else min(_LONGEST_PAUSE, _FIRST_PAUSE * 2.0 ** (self._refusals - 1))
        self._paused_until = max(self._paused_until, now + seconds)

    @property
    def _is_told(self) -> bool:
        return self._requests.is_known or self._tokens.is_known

    def _tell(self, ticket: Ticket, limits: RateLimits, now: float, *, refused: bool) -> None:
        self._requests.tell(ticket.mark, limits.requests, now, refused=refused)
        self._tokens.tell(ticket.mark, limits.tokens, now, refused=refused)

    def _learn_from_refusal(self, now: float) -> None:
        self._refused_at = now
        self._refusals += 1
        self._concurrency.refused()
        self._pace.refused(now)
        self._requests.doubt()
        self._tokens.doubt()

    def _leave(self, ticket: Ticket, now: float, *, counted: bool) -> None:
        self._probes.discard(ticket.mark.number)
        self._active -= 1
        self._urgent -= ticket.is_urgent
        self._on_the_way -= ticket.tokens
        for gauge in (self._requests, self._tokens):
            gauge.settle(ticket.mark.number, now, counted=counted)

    def _next_number(self) -> int:
        self._number += 1
        return self._number
