"""Where Qt finds no screen to show windows on.

It says so to its message handler, in words for whoever builds programs, and then ends the process by SIGABRT. That
leaves a core dump and a report of a crash where nothing has gone wrong inside.
"""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import NoReturn

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler, qWarning

_NO_SCREEN = "no Qt platform plugin could be initialized"


@contextmanager
def hearing_of_no_screen(leave: Callable[[], NoReturn]) -> Iterator[None]:
    """Call ``leave`` where Qt finds no screen within this block. It has to end the process: Qt would.

    What Qt says on the way to that is left out; where there is a screen after all, it is said in the end.
    """
    said: list[str] = []

    def hear(kind: QtMsgType, context: QMessageLogContext, message: str) -> None:
        if kind is not QtMsgType.QtFatalMsg:
            category = context.category or "default"
            said.append(message if category == "default" else f"{category}: {message}")
        elif _NO_SCREEN in message:
            leave()
        else:
            sys.stderr.write("\n".join([*said, message, ""]))

    before = qInstallMessageHandler(hear)
    try:
        yield
    finally:
        qInstallMessageHandler(before)
        for message in said:
            qWarning(message)
