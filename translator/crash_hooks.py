"""Hears of every exception that nobody handles, in whatever thread, slot or task."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)

Write = Callable[[type[BaseException], BaseException | None, TracebackType | None], None]


def hear_faults(write: Write) -> None:
    """Log every unhandled exception and hand it to ``write``.

    Those in slots would otherwise be swallowed by Qt, or end the program.
    """

    def hear(kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        log.error("Something went wrong inside", exc_info=(kind, fault, trace) if fault is not None else None)
        write(kind, fault, trace)

    def hear_thread(arguments: threading.ExceptHookArgs) -> None:
        if not issubclass(arguments.exc_type, SystemExit):
            hear(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def hear_unraisable(arguments: "sys.UnraisableHookArgs") -> None:
        sys.__unraisablehook__(arguments)
        write(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = hear
    threading.excepthook = hear_thread
    sys.unraisablehook = hear_unraisable
