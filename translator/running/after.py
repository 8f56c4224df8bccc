"""One thing done after another."""

from collections.abc import Callable
from typing import ParamSpec

P = ParamSpec("P")


def after(first: Callable[[], None], then: Callable[P, None]) -> Callable[P, None]:
    """Return what does the first of these, and then the other with its arguments."""

    def both(*args: P.args, **kwargs: P.kwargs) -> None:
        first()
        then(*args, **kwargs)

    return both
