"""The popup of this very process, as a user calls it: by real keys, and by the command."""

import asyncio
import subprocess
import sys
import time
from collections.abc import Callable
from typing import Any

from tests.support.keyboard import CTRL_SHIFT_F1, ESCAPE, Keyboard

REST_SECONDS = 0.15
REST_OF_CALLS_SECONDS = 0.5
"""More than three calls a second are refused (see desktop/instance/reception.py)."""

_COMMAND = [sys.executable, "-m", "translator", "--clipboard"]
_PATIENCE_SECONDS = 30


class CalledPopup:
    """The popup, as a user sees it. It needs a window manager."""

    def __init__(self) -> None:
        self._keyboard = Keyboard()

    @property
    def window(self) -> Any:
        """The popup's window; None as long as there is none."""
        from PySide6.QtWidgets import QApplication

        return next((each for each in QApplication.topLevelWidgets() if each.objectName() == "popupWindow"), None)

    async def wait_until_it_can_be_called(self) -> None:
        """Press the shortcut until it answers."""
        await _until(lambda: self.window is not None)
        end = time.monotonic() + _PATIENCE_SECONDS
        while not self.window.isVisible():
            assert time.monotonic() < end, "the shortcut does not answer"
            self.press()
            await asyncio.sleep(0.5)
        await self.shut(REST_SECONDS)

    async def open_by(self, call: Callable[[], float], rest: float = REST_SECONDS) -> float:
        """Have it opened, and closed again; return after how many milliseconds it was painted."""
        milliseconds = await self.show_by(call)
        await self.shut(rest)
        return milliseconds

    async def show_by(self, call: Callable[[], float]) -> float:
        """Have it opened; return after how many milliseconds it was painted."""
        from tests.bench.probes import Painted

        painted = Painted(self.window)
        begun = call()
        await _until(lambda: painted.at)
        return (painted.at - begun) * 1000

    def press(self) -> float:
        """Press the shortcut; return when."""
        return self._keyboard.press(CTRL_SHIFT_F1)

    def run_command(self) -> float:
        """Start ``translator --clipboard``, as a shortcut of the desktop's does; return when."""
        begun = time.monotonic()
        self.command = subprocess.Popen(_COMMAND, stdin=subprocess.DEVNULL)
        return begun

    def close(self) -> None:
        """Take the hand from the keyboard."""
        self._keyboard.close()

    async def shut(self, rest: float) -> None:
        """Press Escape, once it has the keyboard."""
        window = self.window
        await _until(lambda: self._keyboard.focus() == window.winId())
        self._keyboard.press(ESCAPE)
        await _until(lambda: not window.isVisible())
        await asyncio.sleep(rest)


async def _until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, "the popup did not get there"
        await asyncio.sleep(0.002)
