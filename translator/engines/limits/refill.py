"""How a service gives back what it allows: bit by bit, as a token bucket does, or at the end of a window.

Services do not say which they are, but what they say gives it away. From one answer to the next, the time until all is
back grows with what is used where a bucket refills (OpenAI's do: its guide calls the reset header "the time until the
rate limit resets to its initial state"), runs out with the clock where a window ends, and stays as it is where each
request counts for a window of its own.
"""

from collections import deque
from dataclasses import dataclass
from enum import Enum

_MINUTE = 60.0
_SURE = 3
_CLEARLY = 0.5
# Two explanations that differ by less than this, in seconds, are the same for a clock behind a network.
_RESOLUTION = 0.002
_FADING = 0.9
_LOOKED_BACK = 32


class Kind(Enum):
    """What a service does with what was used."""

    BUCKET = "bucket"
    """It comes back evenly."""

    WINDOW = "window"
    """All comes back at once, at a certain time."""

    SLIDING = "sliding"
    """Each piece comes back a window after it was used."""


@dataclass(frozen=True, slots=True)
class _Seen:
    """What an answer said. It was made at some time between ``sent``, its request, and ``at``, when it came."""

    used: float
    full_in: float
    sent: float
    at: float


class Refill:
    """Learns the kind of one allowance from what is said of it.

    ``window`` is the longest time that was told, in seconds: as far as we know, what is older does not count.
    """

    def __init__(self) -> None:
        self.window = _MINUTE
        self._is_told = False
        self._seen: deque[_Seen] = deque(maxlen=_LOOKED_BACK)
        self._votes = dict.fromkeys(Kind, 0)
        self._used = 0.0
        self._full_in = 0.0

    @property
    def kind(self) -> Kind | None:
        """What it is, None as long as that is not known.

        A service that never says when all is back is taken for a bucket of a minute, as limits mostly are.
        """
        if not self._is_told:
            return Kind.BUCKET
        best = max(self._votes, key=self._votes.__getitem__)
        return best if self._votes[best] > 0 else None

    def rate(self, limit: float) -> float:
        """Return how much comes back in a second, if it is a bucket."""
        return self._used / self._full_in if self._full_in else limit / _MINUTE

    def told(self, full_in: float) -> None:
        """Note that all will be back in so many seconds, where nothing else is to be learned from that."""
        self.window = max(self.window, full_in) if self._is_told else full_in
        self._is_told = True

    def saw(self, used: float, full_in: float, now: float, sent: float | None = None) -> None:
        """Learn from an answer: so much is used, and so many seconds from now all will be back.

        ``sent`` is when its request was, ``now`` where that is left out.
        """
        self.told(full_in)
        if used <= 0 or full_in <= 0:
            return
        self._used = self._used * _FADING + used
        self._full_in = self._full_in * _FADING + full_in
        seen = _Seen(used, full_in, now if sent is None else sent, now)
        while self._seen and now >= self._seen[0].at + self._seen[0].full_in:  # all was back in between
            self._seen.popleft()
        if self._seen:
            self._judge(self._seen[0], self._seen[-1], seen)
        self._seen.append(seen)

    def doubt(self) -> None:
        """Note that the service refused what there should have been room for."""
        self._votes = {kind: max(0, votes - 1) for kind, votes in self._votes.items()}

    def _judge(self, first: _Seen, last: _Seen, seen: _Seen) -> None:
        """Vote for what explains an answer best, by the one before it, and by one that is longer ago.

        How much time went by between two answers nobody knows for sure: those that were made at the same time may be
        read one after the other. By the longer way there is more of it than that.
        """
        shrunk = first.full_in - seen.full_in
        least, most = seen.sent - first.at, seen.at - first.sent
        off = {
            Kind.BUCKET: abs(seen.full_in - last.full_in * seen.used / last.used),
            Kind.WINDOW: max(0.0, least - shrunk, shrunk - most),
            Kind.SLIDING: abs(shrunk),
        }
        best, second, _ = sorted(off, key=off.__getitem__)
        if off[second] > _RESOLUTION and off[best] < off[second] * _CLEARLY:
            self._votes = {
                kind: min(_SURE, votes + 1) if kind is best else max(0, votes - 1)
                for kind, votes in self._votes.items()
            }
