"""Counts down while a service lets one wait, and offers to go on at once or to stop."""

import asyncio
import time
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from datetime import datetime
from math import ceil

from translator import clock
from translator.i18n import tr
from translator.translation.request import Waiting, WaitReason
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action
from translator.waiting_words import explain_end_of_waiting, explain_waiting

WORTH_A_NOTICE = 1.5
"""Seconds from which on a wait is told by more than the status line."""

_SHORTEST_SLEEP = 0.02


@dataclass(frozen=True, slots=True)
class Clock:
    """The time: ``seconds`` for how long something took, ``now`` (aware) for when, ``sleep`` to let it pass."""

    seconds: Callable[[], float] = time.perf_counter
    now: Callable[[], datetime] = clock.now
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep


class Countdown:
    """Says how long there is still to wait, once a second. Nothing ticks while nothing is waited for.

    ``service`` returns the name of the service in use; ``stop`` stops the translation.
    """

    def __init__(self, screen: Screen, service: Callable[[], str], stop: Callable[[], None], clock: Clock) -> None:
        self._screen = screen
        self._service = service
        self._stop = stop
        self._clock = clock
        self._tasks = Tasks()
        self._waiting: Waiting | None = None

    def show(self, waiting: Waiting) -> None:
        """Say what is waited for, until ``end``."""
        self._screen.show_under_way(tr("Waiting"), "warning")
        if self._seconds_left(waiting) < WORTH_A_NOTICE:
            self.end()
            return
        before, self._waiting = self._waiting, waiting
        name = explain_end_of_waiting(waiting, self._service())
        if before is not None and before.reason is waiting.reason:
            # The buttons stay, and so does the focus that one of them may have.
            self._tick(waiting, name)
        else:
            limits = waiting.reason is WaitReason.LIMITS
            actions = [
                Action(tr("Send now") if limits else tr("Retry now"), "retryNowButton", self._hurry),
                Action(tr("Stop"), "stopWaitingButton", self._stop),
            ]
            self._screen.show_notice(self._sentence(waiting), "info" if limits else "warning", actions, name=name)
        self._tasks.start("countdown", self._count(waiting))

    def end(self) -> None:
        """Stop counting, and take the notice away."""
        self._tasks.cancel("countdown")
        self._take_away()

    async def close(self) -> None:
        """End what runs."""
        await self._tasks.close()

    async def _count(self, waiting: Waiting) -> None:
        while (left := self._seconds_left(waiting)) > 0:
            self._tick(waiting)
            until_the_next_second = left - (ceil(left) - 1)
            await self._clock.sleep(max(until_the_next_second, _SHORTEST_SLEEP))
        self._take_away()
        self._say_going_on(waiting)

    def _tick(self, waiting: Waiting, name: str = "") -> None:
        """Say how long it still is: in the notice, or in the status line once the notice has been dismissed."""
        if not self._screen.change_notice(self._sentence(waiting), name=name):
            left = ceil(self._seconds_left(waiting))
            self._screen.show_under_way(tr("Waiting, {seconds} s left").format(seconds=left), "warning")

    def _take_away(self) -> None:
        if self._waiting is not None:
            self._waiting = None
            self._screen.hide_notice()

    def _hurry(self) -> None:
        waiting = self._waiting
        if waiting is not None:
            self.end()
            self._say_going_on(waiting)
            waiting.hurry()

    def _say_going_on(self, waiting: Waiting) -> None:
        said = tr("Translating") if waiting.reason is WaitReason.LIMITS else tr("Trying again")
        self._screen.show_under_way(said, "ready")

    def _sentence(self, waiting: Waiting) -> str:
        return explain_waiting(waiting, self._service(), self._clock.now())

    def _seconds_left(self, waiting: Waiting) -> float:
        return (waiting.until - self._clock.now()).total_seconds()
