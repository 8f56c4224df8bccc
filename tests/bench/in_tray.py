"""The app as it stays in the tray, with its popup: ``python -m tests.bench.in_tray WHAT BASE_URL SCALE``.

It starts as it does for a shortcut, without its window, and ends when it has been measured. WHAT is ``popup`` or
``idle``. There has to be a window manager, text on the clipboard, and a service at BASE_URL; where that is empty, the
demo translates.
"""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from tests.bench.probes import Rest, memory_mb, resident_mb, tell, wakeups
from tests.bench.row import Scale
from tests.support.called_popup import REST_OF_CALLS_SECONDS, CalledPopup
from translator import cli
from translator.places import find_places
from translator.settings import DEMO_ID, Service, Settings
from translator.storage.settings.settings_file import SettingsFile
from translator.ui.loop import plain_import

_FIRST_OPENINGS = 300
"""Unmeasured: what is made once is made, and the heap has found its size."""

_SETTLED_SECONDS = 13.0
"""After which all is loaded, and what loading took is given back (see resident.py)."""

_restore_import = plain_import.restore_import


async def measure_popup(scale: Scale) -> dict[str, Any]:
    """Open it by the shortcut, by the command, and again and again."""
    popup = CalledPopup()
    await popup.wait_until_it_can_be_called()
    by_key = [await popup.open_by(popup.press) for _ in range(20 * scale.tries)]
    by_command = [await popup.open_by(popup.run_command, REST_OF_CALLS_SECONDS) for _ in range(4 * scale.tries)]
    for _ in range(min(_FIRST_OPENINGS, scale.openings)):
        await popup.open_by(popup.press, rest=0)
    before = resident_mb()
    for _ in range(scale.openings):
        await popup.open_by(popup.press, rest=0)
    popup.close()
    return {"key_ms": by_key, "command_ms": by_command, "grown_mb": max(0.0, resident_mb() - before)}


async def measure_idle(scale: Scale) -> dict[str, Any]:
    """Look at it while nobody wants anything of it, once it has been of use."""
    popup = CalledPopup()
    await popup.wait_until_it_can_be_called()
    for _ in range(scale.tries):
        await popup.open_by(popup.press, REST_OF_CALLS_SECONDS)
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


def _settings(base_url: str) -> Settings:
    if not base_url:
        return Settings(DEMO_ID)
    return Settings("here", (Service("here", "Here", base_url=base_url, model="mock"),))


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
    _restore_import()  # the app has imported no PySide6 yet where it imports what follows
    what, scale = {"popup": measure_popup, "idle": measure_idle}[sys.argv[1]], Scale(**json.loads(sys.argv[3]))
    SettingsFile(find_places().settings_file).save(_settings(sys.argv[2]))
    plain_import.restore_import = partial(watch, partial(what, scale))
    sys.exit(cli.main(["--background"]))
