"""Counts, from inside, what a running app holds."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QMessageLogContext, QObject, QtMsgType, qInstallMessageHandler
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from tests.bench.probes import own_mb, resident_mb
from tests.soak.use.figures import Figures
from tests.support.watched_log import send_qt_messages_to_log

_SELF = Path("/proc/self")


def count(at: float) -> Figures:
    """Return what there is now, ``at`` so many seconds. All garbage is collected for it."""
    rss_mb = resident_mb()
    windows = QApplication.topLevelWidgets()
    roots: list[QObject] = [each for each in windows if each.parent() is None]
    if application := QApplication.instance():
        roots.append(application)
    return Figures(
        at=round(at, 1),
        rss_mb=round(rss_mb, 2),
        own_mb=round(own_mb(), 2),
        threads=len([*(_SELF / "task").iterdir()]),
        tasks=len(asyncio.all_tasks()),
        descriptors=len([*(_SELF / "fd").iterdir()]),
        windows=len(windows),
        objects=_objects_below(roots),
        held=sum(isinstance(each, QObject) for each in Shiboken.getAllValidWrappers()),
    )


def _objects_below(roots: list[QObject]) -> int:
    """Return how many there are, with these: Qt names each on a line.

    ``findChildren`` would make a Python object of each, and PySide keeps many of those when their window has gone: to
    count so took 100 kB with each new window.
    """
    lines = 0

    def take_note(kind: QtMsgType, _context: QMessageLogContext, _message: str) -> None:
        nonlocal lines
        lines += kind is QtMsgType.QtDebugMsg

    qInstallMessageHandler(take_note)
    try:
        for each in roots:
            each.dumpObjectTree()
    finally:
        send_qt_messages_to_log()
    return lines
