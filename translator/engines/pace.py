"""How fast to ask a service that refuses requests, but says nothing of its limits."""

_HEADROOM = 0.95
_FORGETTING_SECONDS = 120.0


class Pace:
    """Learns a rate from refusals: what was accepted between two of them is what the service allows in that time.

    That holds for buckets and windows alike. From then on requests keep that rate, a little below it, and rise above
    it with the square of the time that no refusal came, so that a limit that was lifted is found out: 5 % after half
    a minute, double after two. (Amazon's "adaptive" retry mode does likewise, with a cubic.)
    """

    def __init__(self) -> None:
        self._rate: float | None = None
        self._accepted = 0
        self._refused_at: float | None = None
        self._next = 0.0

    def accepted(self) -> None:
        """Note that a request was let in."""
        self._accepted += 1

    def refused(self, now: float) -> None:
        """Note that one was not."""
        if self._refused_at is not None and self._accepted and now > self._refused_at:
            self._rate = self._accepted / (now - self._refused_at) * _HEADROOM
        self._refused_at = now
        self._accepted = 0

    def sent(self, now: float) -> None:
        """Note that a request is sent: the next one keeps its distance."""
        self._next = max(self._next, now) + self._distance(now)

    def missing(self, now: float, ahead: int = 0) -> float:
        """Return in how many seconds a request may be sent when ``ahead`` others go first."""
        return max(0.0, self._next - now) + ahead * self._distance(now)

    def _distance(self, now: float) -> float:
        if self._rate is None or self._refused_at is None:
            return 0.0
        risen = ((now - self._refused_at) / _FORGETTING_SECONDS) ** 2
        return 1 / (self._rate * (1 + risen))
