"""The app as it stays in the tray, with its popup: ``python -m tests.bench.in_tray WHAT BASE_URL SCALE``.

It starts as it does for a shortcut, without its window, and ends when it has been measured. WHAT is ``popup`` or
``idle``. There has to be a window manager, text on the clipboard, and a service at BASE_URL; where that is empty, the
demo translates.
"""

import asyncio
import gc
import json
import subprocess
import sys
import time
from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

from tests.bench.keyboard import CTRL_SHIFT_F1, ESCAPE, Keyboard
from tests.bench.probes import Painted, Rest, memory_mb, tell, wakeups
from tests.bench.row import Scale
from translator import cli
from translator.places import find_places
from translator.settings import DEMO_ID, Service, Settings
from translator.storage.settings_file import SettingsFile
from translator.ui import plain_import

_COMMAND = [sys.executable, "-m", "translator", "--clipboard"]
_FIRST_OPENINGS = 300
"""Unmeasured: what is made once is made, and the heap has found its size."""

_REST_SECONDS = 0.15
_REST_OF_CALLS_SECONDS = 0.5
"""More than three calls a second are refused (see desktop/instance/reception.py)."""

_PATIENCE_SECONDS = 30
_SETTLED_SECONDS = 13.0
"""After which all is loaded, and what loading took is given back (see resident.py)."""

_restore_import = plain_import.restore_import


async def measure_popup(scale: Scale) -> dict[str, Any]:
    """Open it by the shortcut, by the command, and again and again."""
    popup = Popup()
    await popup.wait_until_it_can_be_called()
    by_key = [await popup.open_by(popup.press) for _ in range(20 * scale.tries)]
    by_command = [await popup.open_by(popup.run_command, _REST_OF_CALLS_SECONDS) for _ in range(4 * scale.tries)]
    for _ in range(min(_FIRST_OPENINGS, scale.openings)):
        await popup.open_by(popup.press, rest=0)
    before = _resident_mb()
    for _ in range(scale.openings):
        await popup.open_by(popup.press, rest=0)
    popup.close()
    return {"key_ms": by_key, "command_ms": by_command, "grown_mb": max(0.0, _resident_mb() - before)}


async def measure_idle(scale: Scale) -> dict[str, Any]:
    """Look at it while nobody wants anything of it, once it has been of use."""
    popup = Popup()
    await popup.wait_until_it_can_be_called()
    for _ in range(scale.tries):
        await popup.open_by(popup.press, _REST_OF_CALLS_SECONDS)
    popup.close()
    await asyncio.sleep(min(_SETTLED_SECONDS, scale.seconds))
    seconds = 1.5 * scale.seconds
    at_rest, woken = Rest(), wakeups()
    await asyncio.sleep(seconds)
    return {
        "cpu_percent": at_rest.cpu_percent(),
        "wakeups": (wakeups() - woken) / seconds,
        "settled_mb": memory_mb(),
    }


class Popup:
    """The popup, as a user sees it."""

    def __init__(self) -> None:
        self._keyboard = Keyboard()

    @property
    def _window(self):
        from PySide6.QtWidgets import QApplication

        return next((each for each in QApplication.topLevelWidgets() if each.objectName() == "popupWindow"), None)

    async def wait_until_it_can_be_called(self) -> None:
        """Press the shortcut until it answers."""
        await _until(lambda: self._window is not None)
        end = time.monotonic() + _PATIENCE_SECONDS
        while not self._window.isVisible():
            assert time.monotonic() < end, "the shortcut does not answer"
            self.press()
            await asyncio.sleep(0.5)
        await self._shut(_REST_SECONDS)

    async def open_by(self, call: Callable[[], float], rest: float = _REST_SECONDS) -> float:
        """Have it opened, and closed again; return after how many milliseconds it was painted."""
        painted = Painted(self._window)
        begun = call()
        await _until(lambda: painted.at)
        await self._shut(rest)
        return (painted.at - begun) * 1000

    def press(self) -> float:
        """Press the shortcut; return when."""
        return self._keyboard.press(CTRL_SHIFT_F1)

    def run_command(self) -> float:
        """Start ``translator --clipboard``, as a shortcut of the desktop's does; return when."""
        begun = time.monotonic()
        self._command = subprocess.Popen(_COMMAND, stdin=subprocess.DEVNULL)
        return begun

    def close(self) -> None:
        """Take the hand from the keyboard."""
        self._keyboard.close()

    async def _shut(self, rest: float) -> None:
        """Press Escape, once it has the keyboard."""
        await _until(lambda: self._keyboard.focus() == self._window.winId())
        self._keyboard.press(ESCAPE)
        await _until(lambda: not self._window.isVisible())
        await asyncio.sleep(rest)


async def _until(condition: Callable[[], object]) -> None:
    end = time.monotonic() + _PATIENCE_SECONDS
    while not condition():
        assert time.monotonic() < end, "the popup did not get there"
        await asyncio.sleep(0.002)


def _settings(base_url: str) -> Settings:
    if not base_url:
        return Settings(DEMO_ID)
    return Settings("here", (Service("here", "Here", base_url=base_url, model="mock"),))


def _resident_mb() -> float:
    """Return what this process has in memory (RSS), in MB of 1,000,000 bytes, once all garbage is gone."""
    gc.collect()
    status = Path("/proc/self/status").read_text(encoding="ascii")
    kilobytes = next(line.split()[1] for line in status.splitlines() if line.startswith("VmRSS:"))
    return int(kilobytes) * 1024 / 1e6


def watch(measure: Callable[[], Awaitable[dict[str, Any]]]) -> None:
    """Do what the app does before it imports its window; then have it measured while it works."""
    _restore_import()
    from PySide6.QtWidgets import QApplication

    from translator import app

    async def beside() -> None:
        tell(await measure())
        for window in QApplication.topLevelWidgets():
            if window.objectName() == "mainWindow":
                window.closed.emit()

    app.work = partial(app.work, beside=beside)


if __name__ == "__main__":
    what, scale = {"popup": measure_popup, "idle": measure_idle}[sys.argv[1]], Scale(**json.loads(sys.argv[3]))
    SettingsFile(find_places().settings_file).save(_settings(sys.argv[2]))
    plain_import.restore_import = partial(watch, partial(what, scale))
    sys.exit(cli.main(["--background"]))
