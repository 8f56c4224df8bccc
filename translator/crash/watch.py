"""Writes down where the program goes wrong.

While the program runs there is one file for it in a folder of the user's state, held locked. Python's faulthandler
writes to it when a signal ends the process; unhandled exceptions are written to it as they come. A run that ends as
it should, with nothing to tell, removes its file. The next start finds what others have left, whose lock is gone with
them, and makes a report of it (``report``).

This is on the way to the first paint: it imports little, and begins in less than a millisecond.
"""

import contextlib
import faulthandler
import os
import sys
import threading
import time
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from translator import __version__
from translator.crash.file import OWN, create
from translator.crash.text import describe

if TYPE_CHECKING:
    from translator.crash.report import CrashReport

MOST_FAULTS = 20
"""Different exceptions that one run writes down. Equal ones are counted."""

_MOST_COUNTED = 9_999_999


class CrashWatch:
    """Writes down what goes wrong in this run, and finds what went wrong in earlier ones. It never raises.

    Several runs may share the folder: each has a file of its own.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        # A garbage collection may come at any moment, in the midst of writing too, and bring up another exception.
        self._lock = threading.RLock()
        self._is_noting = False
        self._to_note: list[str] = []
        self._path: Path | None = None
        self._descriptor = -1
        self._counts: dict[str, int] = {}
        self._places: dict[str, int] = {}

    def begin(self) -> None:
        """Have it written down when a signal ends this process. Where the folder cannot be written, nothing is."""
        with contextlib.suppress(OSError):
            self._path, self._descriptor = create(self._folder)
            os.write(self._descriptor, _header().encode())
            faulthandler.enable(self._descriptor)

    def write(self, kind: type[BaseException], fault: BaseException | None, trace: TracebackType | None) -> None:
        """Write down an exception that nobody handled. Safe in any thread."""
        if not issubclass(kind, Exception):  # Ctrl+C, or the end of a task
            return
        block = "".join(f"{OWN}{line}\n" for line in describe(kind, fault, trace))
        with self._lock:
            if self._path is not None:
                self._to_note.append(block)
            if not self._is_noting:
                self._note_all()

    def end(self) -> None:
        """Note that this run ends as it should. Its file stays only if there is something to tell."""
        with self._lock:
            path, self._path = self._path, None
        if path is None:
            return
        faulthandler.disable()
        with contextlib.suppress(OSError):
            os.close(self._descriptor)
            if not self._counts:
                path.unlink()

    def previous(self) -> "CrashReport | None":
        """Return what an earlier run has left and nobody was told yet: the latest, where several did."""
        from translator.crash.report import collect

        return collect(self._folder)

    def _note_all(self) -> None:
        """Write what there is to write, one after the other, also what comes up meanwhile."""
        self._is_noting = True
        with contextlib.suppress(OSError):
            while self._to_note:
                self._note(self._to_note.pop(0))
        self._is_noting = False

    def _note(self, block: str) -> None:
        """Write the block with its count, or only the count where it is there already."""
        if block not in self._counts and len(self._counts) >= MOST_FAULTS:
            block = f"{OWN}others\n"
        self._counts[block] = self._counts.get(block, 0) + 1
        count = f"{min(self._counts[block], _MOST_COUNTED):07}".encode()
        end = os.lseek(self._descriptor, 0, os.SEEK_CUR)
        if block in self._places:
            os.lseek(self._descriptor, self._places[block], os.SEEK_SET)
            os.write(self._descriptor, count)
            os.lseek(self._descriptor, end, os.SEEK_SET)
        else:
            before = f"{OWN}\n{OWN}{_now()}, ".encode()
            self._places[block] = end + len(before)
            os.write(self._descriptor, before + count + f" times: {block.removeprefix(OWN)}".encode())


def _header() -> str:
    """Return what this run is: versions, system and time, not the computer's name."""
    qt = getattr(sys.modules.get("PySide6"), "__version__", "none")
    python = ".".join(map(str, sys.version_info[:3]))
    system = f"{os.uname().sysname} {os.uname().release} {os.uname().machine}" if os.name == "posix" else sys.platform
    return f"{OWN}Translator {__version__}, Python {python}, Qt {qt}, {system}\n{OWN}Begun {_now()}\n"


def _now() -> str:
    return time.strftime("%Y-%m-%d %H:%M:%S UTC", time.gmtime())
