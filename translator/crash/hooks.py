"""Hears of every exception that nobody handles, in whatever thread, slot or task."""

import logging
import sys
import threading
from collections.abc import Callable
from types import TracebackType

log = logging.getLogger(__name__)

Write = Callable[[type[BaseException], BaseException | None, TracebackType | None], None]


def hear_faults(write: Write) -> None:
    """Log every unhandled exception, and hand to ``write`` all that we log as an error of our own.

    Those in slots would otherwise be swallowed by Qt, or end the program.
    """

    def hear(kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        log.error("Something went wrong inside", exc_info=(kind, fault or kind(), trace))
        _let_go()

    def hear_thread(arguments: threading.ExceptHookArgs) -> None:
        if not issubclass(arguments.exc_type, SystemExit):
            hear(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    def hear_unraisable(arguments: "sys.UnraisableHookArgs") -> None:
        sys.__unraisablehook__(arguments)
        write(arguments.exc_type, arguments.exc_value, arguments.exc_traceback)

    sys.excepthook = hear
    threading.excepthook = hear_thread
    sys.unraisablehook = hear_unraisable
    logging.getLogger("translator").addHandler(_Listener(write))


def _let_go() -> None:
    """Forget the fault, which Python keeps for debuggers with all that the failed functions held.

    A QPainter among that would go on painting a widget that is gone, which ends the program.
    """
    for name in ("last_type", "last_value", "last_traceback", "last_exc"):
        vars(sys).pop(name, None)


class _Listener(logging.Handler):
    """Hands exceptions in the log on, and the log itself to where it goes where nobody listens."""

    def __init__(self, write: Write) -> None:
        super().__init__()
        self._write = write

    def emit(self, record: logging.LogRecord) -> None:
        if record.levelno >= logging.ERROR and record.exc_info and record.exc_info[0]:
            self._write(*record.exc_info)
        usual = logging.lastResort
        if usual and record.levelno >= usual.level and not logging.getLogger().handlers:
            usual.handle(record)
