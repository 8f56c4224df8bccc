"""Wraps an engine: asks the ledger before each request, and keeps what it took, whatever became of it."""

import asyncio
import time
from collections.abc import AsyncGenerator, Callable
from contextlib import aclosing
from dataclasses import dataclass, field, replace
from datetime import datetime

from translator.engines.wrapping import Wrapping
from translator.host import host_of, is_loopback
from translator.prices import Prices
from translator.settings import Service
from translator.text.tokens import estimate_tokens
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import NotConnectedInTime, ServiceTimedOut, TimedOut
from translator.translation.ports import Engine, EngineEvent, Finished, Prompt, TextDelta
from translator.translation.request import Usage
from translator.translation.spending.estimate import cost_of, most_read, tokens_read, tokens_written
from translator.translation.spending.usage import STOPPED, Ledger, Reservation, UsageRecord

KEEPING_SECONDS = 0.1
"""How long the end of a stream may be held up by keeping its record, which then goes on by itself."""

CLOSING_SECONDS = 2.0
"""How long the end of the engine may be held up by records that are still being kept."""

# More than any model writes or thinks in a reply.
_MOST_WRITTEN = 1_000_000


@dataclass(slots=True)
class _Request:
    """One request as it goes: when it began, what came, and how it ended."""

    prompt: Prompt
    at: datetime
    began: float
    reservation: Reservation
    error: str = STOPPED
    is_answered: bool = False
    was_sent: bool = True
    was_read: bool = True
    first_token_seconds: float | None = None
    usage: Usage | None = None
    text: list[str] = field(default_factory=list)


class Metered(Wrapping):
    """The Engine of a service, with its requests counted.

    Each request leaves one record, also one that fails or is stopped in the middle, but not one of which nothing was
    sent. Where the service does not count its tokens, or claims what cannot be, they are estimated. The ``Usage`` that
    is passed on has the cost. ``clock`` returns the time (aware); ``ticks`` counts seconds and only goes forward.
    """

    def __init__(
        self, engine: Engine, service: Service, ledger: Ledger, prices: Prices, clock: Callable[[], datetime],
        *, ticks: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__(engine)
        self._service = service
        self._ledger = ledger
        self._prices = prices
        self._clock = clock
        self._ticks = ticks
        self._keeping: set[asyncio.Task[None]] = set()

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Ask, and yield what comes (see the port). Raises OverBudget before anything is sent."""
        reservation = await self._ledger.admit(self.name, self._estimate(prompt), over_budget=prompt.over_budget)
        request = _Request(prompt, self._clock(), self._ticks(), reservation)
        try:
            async with aclosing(self._engine.stream(prompt)) as events:
                async for event in events:
                    yield self._note(event, request)
        except TranslationError as error:
            request.error = error.code
            request.was_sent = request.is_answered or error.was_sent
            request.was_read = request.is_answered or _ran_out_of_time(error)
            raise
        except Exception:
            request.error = TranslationError.code
            raise
        finally:
            if request.was_sent:
                await self._keep(request)
            else:
                self._ledger.release(request.reservation)

    async def aclose(self) -> None:
        """Close the engine's connections, and wait a moment for records that are still being kept."""
        try:
            await self._engine.aclose()
        finally:
            if self._keeping:
                await asyncio.wait(self._keeping, timeout=CLOSING_SECONDS)

    def _estimate(self, prompt: Prompt) -> float | None:
        """Return what a request will probably cost.

        What runs on this computer is no matter of the budget, unless the user has said what it costs: a gateway to
        services elsewhere may.
        """
        cost = self._cost(prompt, tokens_read(prompt, self.model), tokens_written(prompt))
        return 0 if cost is None and is_loopback(host_of(self._service.base_url)) else cost

    def _cost(self, prompt: Prompt, input_tokens: int, output_tokens: int) -> float | None:
        price = self._prices.price_of(self._service, prompt.model or self.model)
        return cost_of(price, input_tokens, output_tokens)

    def _note(self, event: EngineEvent, request: _Request) -> EngineEvent:
        """Take note of what comes, and return what is passed on."""
        request.is_answered = True
        match event:
            case TextDelta(text):
                if request.first_token_seconds is None:
                    request.first_token_seconds = self._ticks() - request.began
                request.text.append(text)
            case Usage():
                request.usage = event = self._counted(event, request)
            case Finished(reason):
                request.error = reason.value if reason else ""
        return event

    def _counted(self, usage: Usage, request: _Request) -> Usage:
        """Return the usage with its cost, and with estimates where the service did not count, or could not have."""
        read, written = usage.input_tokens, usage.output_tokens
        if not 0 < read <= most_read(request.prompt):
            read = 0
        if not 0 <= written <= _MOST_WRITTEN:
            written = 0
        is_estimated = usage.estimated or not read or (not written and bool(request.text))
        if is_estimated:
            read = read or tokens_read(request.prompt, self.model)
            written = written or estimate_tokens("".join(request.text))
        cost = self._cost(request.prompt, read, written)
        return replace(usage, input_tokens=read, output_tokens=written, estimated=is_estimated, cost=cost)

    async def _keep(self, request: _Request) -> None:
        """Keep the request's record; whoever stops the stream waits for that a moment, and no cancelling ends it."""
        keeping = asyncio.create_task(self._ledger.record(self._record_of(request), request.reservation))
        self._keeping.add(keeping)
        keeping.add_done_callback(self._keeping.discard)
        await asyncio.wait({keeping}, timeout=KEEPING_SECONDS)

    def _record_of(self, request: _Request) -> UsageRecord:
        usage = request.usage or (self._counted(Usage(), request) if request.was_read else Usage())
        return UsageRecord(
            request.at,
            self._service.id,
            request.prompt.model or self.model or self._service.model,
            request.prompt.action,
            usage.input_tokens,
            usage.output_tokens,
            usage.estimated,
            usage.cost,
            request.first_token_seconds,
            request.error,
        )


def _ran_out_of_time(error: TranslationError) -> bool:
    """Tell whether it was we who lost patience, with a model that has probably read the text: it has to be paid."""
    return isinstance(error, TimedOut) and not isinstance(error, NotConnectedInTime | ServiceTimedOut)
