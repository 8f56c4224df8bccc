"""How long an answer may take, and the watch that holds a request to it."""

import asyncio
import math
from collections.abc import Awaitable, Generator
from dataclasses import replace
from functools import partial
from types import coroutine
from typing import Any, TypeVar

from translator.settings import Deadlines

_T = TypeVar("_T")


CLOUD_DEADLINES = Deadlines(connect=10, first_token=60, idle=30, total=600)
# A local server may load gigabytes before its first token, and writes slowly on a plain processor.
LOCAL_DEADLINES = Deadlines(connect=10, first_token=300, idle=60, total=3600)

_CLOSING_SECONDS = 5.0  # from a reply's finish reason to its last byte
_LIST_SECONDS = 20.0  # for a list of models: nothing has to be computed for it


def settle_deadlines(chosen: Deadlines, *, is_local: bool) -> Deadlines:
    """Return the deadlines that hold: those that were chosen, and the defaults of the kind of service for the rest."""
    default = LOCAL_DEADLINES if is_local else CLOUD_DEADLINES
    return Deadlines(
        connect=_chosen_or(chosen.connect, default.connect),
        first_token=_chosen_or(chosen.first_token, default.first_token),
        idle=_chosen_or(chosen.idle, default.idle),
        total=_chosen_or(chosen.total, default.total),
    )


def for_a_list(deadlines: Deadlines) -> Deadlines:
    """Return the deadlines for a list of models, which no model has to be loaded for."""
    return replace(deadlines, first_token=min(deadlines.first_token, _LIST_SECONDS))


def _chosen_or(seconds: float, default: float) -> float:
    return seconds if math.isfinite(seconds) and seconds > 0 else default


class Watch:
    """Holds one request to its deadlines, which are all above 0.

    Only pieces of the reply count as life: comments, headers, empty pieces and half a piece do not. The idle time is
    what was spent waiting, so that a reader that paused between two pieces is not blamed on the service.
    """

    def __init__(self, deadlines: Deadlines) -> None:
        self._deadlines = deadlines
        self._clock = asyncio.get_running_loop().time
        self._end = self._clock() + deadlines.total
        self._allowed = deadlines.first_token
        self._waited = 0.0
        self._closing = False

    def progressed(self, *, finished: bool = False) -> None:
        """Note that a piece of the reply came. One that is not ``finished`` goes on, whatever it said before."""
        if finished:
            return
        self._closing = False
        self._allowed, self._waited = self._deadlines.idle, 0.0

    def closing(self) -> None:
        """Note that the reply said it was finished. Saying it again gives it no more time."""
        if self._closing:
            return
        self._closing = True
        self._allowed, self._waited = min(self._deadlines.idle, _CLOSING_SECONDS), 0.0

    async def wait(self, awaitable: Awaitable[_T]) -> _T:
        """Await it within what time is left. Raises TimeoutError.

        What is there at once needs no timer. Several of a reply's pieces come with each reading, and a timer for each
        of them was a tenth of all that streaming costs.
        """
        started = self._clock()
        left = min(self._allowed - self._waited, self._end - started)
        steps: Generator[Any, Any, _T] = awaitable.__await__()
        try:
            try:
                first = next(steps)
            except StopIteration as end:
                result: _T = end.value
                return result
            async with asyncio.timeout(left):
                return await _rest_of(steps, first)
        finally:
            self._waited += self._clock() - started


@coroutine
def _rest_of(steps: Generator[Any, Any, _T], waiting_for: object) -> Generator[Any, Any, _T]:
    """Go on with an awaitable that was begun, and that waits for this."""
    while True:
        try:
            sent = yield waiting_for
        except BaseException as thrown:  # noqa: BLE001 - handed on, whatever it is; most likely a cancellation
            step = partial(steps.throw, thrown)
        else:
            step = partial(steps.send, sent)
        try:
            waiting_for = step()
        except StopIteration as end:
            result: _T = end.value
            return result
