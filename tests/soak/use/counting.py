"""Counts, from inside, what a running app holds."""

import asyncio
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from shiboken6 import Shiboken

from tests.bench.probes import own_mb, resident_mb
from tests.soak.use.figures import Figures

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
        objects=sum(1 + len(root.findChildren(QObject)) for root in roots),
        held=sum(isinstance(each, QObject) for each in Shiboken.getAllValidWrappers()),
    )
