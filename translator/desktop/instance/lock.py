"""The lock that makes a process the one instance. It goes with the process, however that ends."""

import os
import sys
from pathlib import Path


class Taken(Exception):
    """Another process holds the lock."""


class Lock:
    """Held from the moment it is made until it is released, or this process ends. Raises Taken, and OSError."""

    def __init__(self, path: Path) -> None:
        # Never removed: who had opened the file before would hold the lock of a file that nobody else sees.
        self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o600)
        try:
            _hold(self._descriptor)
        except BaseException:
            self.release()
            raise

    def release(self) -> None:
        """Let others have it."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1


if sys.platform == "win32":

    def _hold(descriptor: int) -> None:
        import msvcrt

        try:
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        except PermissionError as fault:
            raise Taken from fault

else:

    def _hold(descriptor: int) -> None:
        import fcntl

        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as fault:
            raise Taken from fault
