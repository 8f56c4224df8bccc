"""What a service says of its limits."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Allowance:
    """How much of something a service allows: in all, how much is left, and in how many seconds all is there again.

    None where the service does not say.
    """

    limit: int | None = None
    left: int | None = None
    full_in: float | None = None


@dataclass(frozen=True, slots=True)
class RateLimits:
    """What a service said of its limits, with an answer."""

    requests: Allowance = Allowance()
    tokens: Allowance = Allowance()
