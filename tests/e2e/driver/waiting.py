"""Patience with programs that take their time."""

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], timeout: float, what: str, every: float = 0.02) -> float:
    """Wait until the condition holds; return the seconds it took. Raises TimeoutError.

    It is asked again after ``every`` seconds, or after as many as it took to answer: who is asked has other work.
    """
    start = asked = time.monotonic()
    while not condition():
        answered = time.monotonic()
        if answered - start > timeout:
            raise TimeoutError(f"{what}: not within {timeout} s")
        time.sleep(max(every, answered - asked))
        asked = time.monotonic()
    return time.monotonic() - start
