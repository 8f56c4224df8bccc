"""How many requests may be on their way at the same time: as many as the service takes well."""


class Concurrency:
    """Grows while all goes well, halves when the service refuses.

    Slow start, then additive increase and multiplicative decrease, as in TCP (Jacobson, "Congestion avoidance and
    control", 1988; RFC 5681).
    """

    def __init__(self, start: int, most: int) -> None:
        self._allowed = float(start)
        self._most = float(most)
        self._starting = True

    @property
    def allowed(self) -> int:
        """How many there may be."""
        return int(self._allowed)

    def succeeded(self, most: int) -> None:
        """Note that a request went well while others had to wait for it. It grows up to ``most``, where that is less.

        At first every success makes room for one more, and doubles the number in each round; after the first
        refusal it takes a whole round.
        """
        step = 1.0 if self._starting else 1 / self._allowed
        ceiling = min(self._most, float(most))
        self._allowed = max(self._allowed, min(ceiling, self._allowed + step))

    def refused(self) -> None:
        """Note that the service has had too many."""
        self._starting = False
        self._allowed = max(1.0, self._allowed / 2)
