"""Tells on standard error what is waited for: a terminal sees the seconds go by, a file gets one line for each wait.

Where a person sits at the terminal, Enter ends a wait at once.
"""

import asyncio
import sys
from collections.abc import Callable
from contextlib import suppress

from translator import clock
from translator.commands.terminal import say
from translator.i18n import tr
from translator.joining import sentences
from translator.text.display import neutralise
from translator.translation.request import Waiting, WaitReason
from translator.waiting_words import explain_waiting, seconds_left

_ERASE_LINE = "\r\x1b[2K"


class WaitingLine:
    """The line for one translation by ``service``. Every method is called within the event loop."""

    def __init__(self, service: str) -> None:
        self._service = service
        self._enter = EnterKey()
        self._ticking: asyncio.Task[None] | None = None
        self._told_of_limits = False

    def show(self, waiting: Waiting) -> None:
        """Say what is waited for, until ``clear``."""
        self.clear()
        if sys.stderr.isatty():
            self._enter.call(waiting.hurry)
            self._ticking = asyncio.create_task(self._tick(waiting), name="waiting line")
        elif self._is_news(waiting):
            say(explain_waiting(waiting, self._service, clock.now()))

    def clear(self) -> None:
        """Take the line away, if there is one."""
        if self._ticking is not None:
            self._ticking.cancel()
            self._ticking = None
            self._enter.forget()
            self._write("")

    def _is_news(self, waiting: Waiting) -> bool:
        """Tell whether a file should have a line on it: long texts wait for their limits again and again."""
        if waiting.reason is not WaitReason.LIMITS:
            return True
        told, self._told_of_limits = self._told_of_limits, True
        return not told

    async def _tick(self, waiting: Waiting) -> None:
        with suppress(BrokenPipeError):
            while seconds_left(waiting, clock.now()):
                words = explain_waiting(waiting, self._service, clock.now())
                keys = tr("Enter goes on at once, Ctrl+C stops.") if self._enter.is_heard else tr("Ctrl+C stops.")
                self._write(sentences(neutralise(words), keys))
                await asyncio.sleep(1)

    def _write(self, words: str) -> None:
        sys.stderr.write(_ERASE_LINE + words)
        sys.stderr.flush()


class EnterKey:
    """Enter, pressed at the terminal that standard input is. ``is_heard`` says whether anything comes of it now."""

    def __init__(self) -> None:
        self.is_heard = False

    def call(self, pressed: Callable[[], None]) -> None:
        """Call this at each Enter from now on, where standard input is a terminal that can be listened to."""

        def read() -> None:
            if not sys.stdin.readline():  # its end: it would be told again and again
                self.forget()
            pressed()

        if not sys.stdin.isatty():
            return
        with suppress(NotImplementedError, OSError, ValueError):  # Windows' loop cannot listen to a terminal
            asyncio.get_running_loop().add_reader(sys.stdin.fileno(), read)
            self.is_heard = True

    def forget(self) -> None:
        """Call nobody any more."""
        if self.is_heard:
            asyncio.get_running_loop().remove_reader(sys.stdin.fileno())
            self.is_heard = False
