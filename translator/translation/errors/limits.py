"""A limit is reached: the service's, or the user's own."""

from typing import Literal

from translator.translation.errors.base import TranslationError
from translator.translation.limits import RateLimits


class LimitReached(TranslationError):
    """The service does not want to do more for this account now."""

    code = "limit"


class OutOfCredit(LimitReached):
    """The account has no credit left."""

    code = "out_of_credit"


class RateLimited(LimitReached):
    """Too many requests. ``limits`` is what the service said of its limits."""

    code = "rate_limited"
    is_passing = True
    limits: RateLimits | None = None


class OverBudget(LimitReached):
    """The user's own budget is spent. ``period`` says which, ``limit`` how many US dollars it is."""

    code = "over_budget"
    was_sent = False

    def __init__(
        self, service: str = "", detail: str = "", *, period: Literal["day", "month"] = "day", limit: float = 0
    ) -> None:
        super().__init__(service, detail)
        self.period: Literal["day", "month"] = period
        self.limit = limit
