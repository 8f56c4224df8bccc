"""The one event loop: run until the program's end, which a signal of the system brings, too."""

import asyncio
import contextlib
import logging
import signal
import sys
from collections.abc import Callable, Coroutine
from typing import Any

from PySide6.QtWidgets import QApplication

from translator.ui.loop.qt_loop import QtLoop

log = logging.getLogger(__name__)


def run(app: QApplication, main: Callable[[asyncio.Event], Coroutine[Any, Any, None]]) -> None:
    """Run the window until ``main`` returns. It is given an event that a signal of the system sets."""
    app.setQuitOnLastWindowClosed(False)
    the_end = asyncio.Event()

    async def until_the_end() -> None:
        loop = asyncio.get_running_loop()
        loop.set_exception_handler(_hear)
        for number in (signal.SIGINT, signal.SIGTERM):
            # Windows has no such handlers; there the window is closed by its messages.
            with contextlib.suppress(NotImplementedError):
                loop.add_signal_handler(number, the_end.set)
        await main(the_end)

    with asyncio.Runner(loop_factory=lambda: QtLoop(app, the_end.set)) as runner:
        runner.run(until_the_end())


def _hear(loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    """Take an exception that no task of the loop handled to where those of slots and threads go."""
    fault = context.get("exception")
    if fault is None:
        loop.default_exception_handler(context)
        return
    log.error("%s", context.get("message", ""))
    sys.excepthook(type(fault), fault, fault.__traceback__)
