"""Patience with programs that take their time."""

import time
from collections.abc import Callable


def wait_until(condition: Callable[[], object], timeout: float, what: str, every: float = 0.02) -> float:
    """Wait until the condition holds; return the seconds it took. Raises TimeoutError."""
    start = time.monotonic()
    while not condition():
        if time.monotonic() - start > timeout:
            raise TimeoutError(f"{what}: not within {timeout} s")
        time.sleep(every)
    return time.monotonic() - start
