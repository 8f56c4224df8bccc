"""What a service allows, as services do: buckets that refill, windows that end, windows that slide."""

from collections import deque
from typing import Protocol


class Quota(Protocol):
    """An allowance of so much a window. Times are seconds of one clock that never goes back."""

    limit: float

    def take(self, amount: float, now: float) -> None:
        """Count this, whether there is room or not."""
        ...

    def left(self, now: float) -> float:
        """Return what is left; less than nothing where too much was counted."""
        ...

    def full_in(self, now: float) -> float:
        """Return in how many seconds all is there again."""
        ...

    def fits_in(self, amount: float, now: float) -> float:
        """Return in how many seconds there is room for this."""
        ...


class Bucket:
    """Refills evenly, up to its limit."""

    def __init__(self, limit: float, window: float) -> None:
        self.limit = limit
        self._rate = limit / window
        self._left = limit
        self._at = 0.0

    def take(self, amount: float, now: float) -> None:
        self._left, self._at = self.left(now) - amount, now

    def left(self, now: float) -> float:
        return min(self.limit, self._left + self._rate * (now - self._at))

    def full_in(self, now: float) -> float:
        return (self.limit - self.left(now)) / self._rate

    def fits_in(self, amount: float, now: float) -> float:
        return max(0.0, (min(amount, self.limit) - self.left(now)) / self._rate)


class FixedWindow:
    """Begins anew at once, a window after the first that it counted."""

    def __init__(self, limit: float, window: float) -> None:
        self.limit = limit
        self._window = window
        self._used = 0.0
        self._end = 0.0

    def take(self, amount: float, now: float) -> None:
        if now >= self._end:
            self._used, self._end = 0.0, now + self._window
        self._used += amount

    def left(self, now: float) -> float:
        return self.limit if now >= self._end else self.limit - self._used

    def full_in(self, now: float) -> float:
        return max(0.0, self._end - now)

    def fits_in(self, amount: float, now: float) -> float:
        return 0.0 if self.left(now) >= min(amount, self.limit) else self._end - now


class SlidingWindow:
    """Counts what came in the last window."""

    def __init__(self, limit: float, window: float) -> None:
        self.limit = limit
        self._window = window
        self._taken: deque[tuple[float, float]] = deque()

    def take(self, amount: float, now: float) -> None:
        self._taken.append((now, amount))

    def left(self, now: float) -> float:
        while self._taken and self._taken[0][0] + self._window <= now:
            self._taken.popleft()
        return self.limit - sum(amount for _, amount in self._taken)

    def full_in(self, now: float) -> float:
        return max(0.0, self._taken[-1][0] + self._window - now) if self._taken else 0.0

    def fits_in(self, amount: float, now: float) -> float:
        short = min(amount, self.limit) - self.left(now)
        if short <= 0:
            return 0.0
        for at, taken in self._taken:
            short -= taken
            if short <= 0:
                return at + self._window - now
        raise AssertionError("more is missing than was ever taken")


class SlidingByOldest(SlidingWindow):
    """The same, but it says when the oldest of what it counts will be gone, as some gateways do."""

    def full_in(self, now: float) -> float:
        return max(0.0, self._taken[0][0] + self._window - now) if self._taken else 0.0


KINDS: dict[str, type[Bucket] | type[FixedWindow] | type[SlidingWindow]] = {
    "bucket": Bucket,
    "window": FixedWindow,
    "sliding": SlidingWindow,
    "oldest": SlidingByOldest,
}


def soonest(kind: str, window: float, limits: tuple[float, float], taken: list[tuple[float, float]]) -> float:
    """Return in how many seconds, from the first on, all that was taken could have been let in: (requests, tokens)."""
    quotas = [KINDS[kind](limit, window) for limit in limits]
    now = 0.0
    for amounts in taken:
        while (wait := max(q.fits_in(a, now) for q, a in zip(quotas, amounts, strict=True))) > 0:
            now += max(wait, 1e-6)
        for quota, amount in zip(quotas, amounts, strict=True):
            quota.take(amount, now)
    return now
