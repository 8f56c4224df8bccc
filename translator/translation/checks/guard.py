"""Keeps a fault in one check from the others, and from the translation."""

import logging
from collections.abc import Callable
from typing import TypeVar

T = TypeVar("T")

log = logging.getLogger(__name__)


class Guard:
    """Calls checks, and goes on where one of them fails."""

    def __init__(self) -> None:
        self._failed: set[str] = set()

    def call(self, check: str, work: Callable[[], T], otherwise: T) -> T:
        """Return what this returns; where it raises, ``otherwise``.

        The first fault of each check is logged by what kind it is: its message may quote the text.
        """
        try:
            return work()
        except Exception as fault:  # noqa: BLE001 - whatever it is, a translation is worth more than a check of it
            if check not in self._failed:
                self._failed.add(check)
                log.error("The check %s failed: %s", check, type(fault).__name__)  # noqa: TRY400 - a traceback quotes
            return otherwise
