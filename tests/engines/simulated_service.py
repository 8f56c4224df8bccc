"""A service with limits, in virtual time: an Engine that counts what it takes and refuses what is too much."""

import asyncio
import random
from collections.abc import AsyncGenerator
from dataclasses import dataclass, field
from datetime import timedelta
from math import floor

from tests.engines.virtual_time import clock, seconds
from tests.servers.quota import KINDS, Quota, soonest
from translator.engines.limits.limited import tokens_of
from translator.translation.errors.limits import RateLimited
from translator.translation.limits import Allowance, RateLimits
from translator.translation.ports import EngineEvent, Finished, Prompt, TextDelta
from translator.translation.request import Usage


@dataclass
class SimulatedService:
    """``kind`` is how it gives back (quota.py); ``window`` and all times are in seconds.

    ``counts`` is what it takes a request to be, in terms of our estimate, more or less by ``spread``; ``late`` is the
    part that it counts only when the reply is complete. ``says_limits`` in headers, ``says_when`` in refusals.
    """

    kind: str = "bucket"
    requests: float = 60
    tokens: float = 40_000
    window: float = 60
    latency: float = 0.4
    duration: float = 2.0
    jitter: float = 0.0
    counts: float = 0.7
    late: float = 0.0
    spread: float = 0.0
    says_limits: bool = True
    says_when: bool = True
    name: str = "Simulated"
    model: str = "sim-1"
    refused: int = 0
    active: int = 0
    most_active: int = 0
    taken: list[tuple[float, float]] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.quotas: tuple[Quota, Quota] = (
            KINDS[self.kind](self.requests, self.window),
            KINDS[self.kind](self.tokens, self.window),
        )
        self._random = random.Random(7)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Answer in time, or refuse."""
        self.active += 1
        self.most_active = max(self.most_active, self.active)
        try:
            await self._sleep(self.latency / 2)
            tokens = round(tokens_of(prompt) * self.counts * (1 + self._random.uniform(-self.spread, self.spread)))
            answer = self._admit(tokens)
            await self._sleep(self.latency / 2)
            if isinstance(answer, RateLimited):
                raise answer
            if self.says_limits:
                yield answer
            yield TextDelta("\n".join("Hallo" for _ in prompt.lines))
            await self._sleep(self.duration)
            self.quotas[1].take(tokens * self.late, seconds())
            yield Usage(tokens // 2, tokens - tokens // 2, 1)
            yield Finished()
        finally:
            self.active -= 1

    async def models(self) -> tuple[str, ...]:
        return (self.model,)

    async def warm(self) -> None:
        pass

    async def aclose(self) -> None:
        pass

    @property
    def soonest(self) -> float:
        """In how many seconds all that was taken could have been let in."""
        return soonest(self.kind, self.window, (self.requests, self.tokens), self.taken)

    @property
    def share_refused(self) -> float:
        return self.refused / (self.refused + len(self.taken))

    def _admit(self, tokens: int) -> RateLimits | RateLimited:
        now = seconds()
        amounts = (1, tokens * (1 - self.late))
        wait = max(quota.fits_in(amount, now) for quota, amount in zip(self.quotas, amounts, strict=True))
        if wait > 0:
            self.refused += 1
            error = RateLimited("Simulated", retry_at=clock() + timedelta(seconds=wait) if self.says_when else None)
            error.limits = self._limits(now) if self.says_limits else None
            return error
        for quota, amount in zip(self.quotas, amounts, strict=True):
            quota.take(amount, now)
        self.taken.append((1, tokens))
        return self._limits(now)

    def _limits(self, now: float) -> RateLimits:
        requests, tokens = (
            Allowance(floor(quota.limit), floor(max(0.0, quota.left(now))), round(quota.full_in(now), 3))
            for quota in self.quotas
        )
        return RateLimits(requests, tokens)

    async def _sleep(self, time: float) -> None:
        await asyncio.sleep(time * (1 + self._random.uniform(-self.jitter, self.jitter)))
