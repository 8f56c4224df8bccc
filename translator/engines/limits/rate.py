"""How fast to ask a service that refuses requests, but says nothing of its limits."""

_HEADROOM = 0.95
_FORGETTING_SECONDS = 120.0
_ENOUGH = 5
_GROWTH = 1.2


class Pace:
    """Learns a rate from refusals: what was accepted between two of them is what the service allows in that time.

    That holds for buckets and windows alike. From then on requests keep that rate, a little below it, and rise above
    it with the square of the time that no refusal came, so that a limit that was lifted is found out: 5 % after half
    a minute, double after two. (Amazon's "adaptive" retry mode does likewise, with a cubic.) A rate that was learned
    from a few requests is hardly known, and grows with each one accepted, until a refusal says more.
    """

    def __init__(self) -> None:
        self._rate: float | None = None
        self._accepted = 0
        self._since: float | None = None
        self._refused_at = 0.0
        self._is_guess = False
        self._next = 0.0

    def accepted(self) -> None:
        """Note that a request was let in."""
        self._accepted += 1
        if self._rate is not None and self._is_guess:
            self._rate *= _GROWTH

    def refused(self, now: float) -> None:
        """Note that one was not."""
        if self._since is not None and self._accepted and now > self._since:
            self._rate = self._accepted / (now - self._since) * _HEADROOM
            self._is_guess = self._accepted < _ENOUGH
        self._refused_at = now
        if self._since is None or not self._is_guess:
            self._since, self._accepted = now, 0

    def sent(self, now: float) -> None:
        """Note that a request is sent: the next one keeps its distance."""
        self._next = max(self._next, now) + self._distance(now)

    def missing(self, now: float, ahead: int = 0) -> float:
        """Return in how many seconds a request may be sent when ``ahead`` others go first."""
        return max(0.0, self._next - now) + ahead * self._distance(now)

    def _distance(self, now: float) -> float:
        if self._rate is None:
            return 0.0
        risen = ((now - self._refused_at) / _FORGETTING_SECONDS) ** 2
        return 1 / (self._rate * (1 + risen))
