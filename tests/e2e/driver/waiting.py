"""Patience with programs that take their time."""

import time
from collections.abc import Callable

_TIMES = 4
"""A machine that has other work may take so many times as long as one of which somebody said what is enough."""


def wait_until(condition: Callable[[], object], timeout: float, what: str, every: float = 0.02) -> float:
    """Wait until the condition holds; return the seconds it took. Raises TimeoutError.

    ``timeout`` is in seconds of a machine that has nothing else to do. The condition is asked again after ``every``
    seconds, or after as many as it took to answer: who is asked has other work.
    """
    start = asked = time.monotonic()
    while not condition():
        answered = time.monotonic()
        if answered - start > _TIMES * timeout:
            raise TimeoutError(f"{what}: not within {_TIMES * timeout} s")
        time.sleep(max(every, answered - asked))
        asked = time.monotonic()
    return time.monotonic() - start
