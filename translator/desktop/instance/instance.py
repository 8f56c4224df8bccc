"""That this process is the one instance: its lock, and where it listens from the first moment on."""

import contextlib
import socket
import sys

from translator.desktop.instance.errors import CannotMeet
from translator.desktop.instance.lock import Lock, Taken
from translator.desktop.instance.meeting_place import MeetingPlace

WAITING = 16
"""Connections that wait until somebody takes them; more are kept out by the system."""


class Instance:
    """Holds what only one process may hold. ``listener`` is bound already, so that nobody finds nobody there.

    Who connects before the program is at work waits in the system's queue. There is no ``listener`` on Windows.
    """

    def __init__(self, place: MeetingPlace, lock: Lock, listener: socket.socket | None) -> None:
        self.place = place
        self.listener = listener
        self._lock = lock

    def stop_listening(self) -> None:
        """Be found no more. The lock stays: what is still being written is not read by the next one."""
        if self.listener is not None:
            with contextlib.suppress(OSError):
                self.place.socket.unlink()
            self.listener.close()
            self.listener = None

    def release(self) -> None:
        """Let another process be the instance."""
        self.stop_listening()
        self._lock.release()


def become_instance(place: MeetingPlace) -> Instance | None:
    """Return what makes this process the instance; None where another one is. Raises CannotMeet."""
    place.prepare()
    try:
        lock = Lock(place.lock)
    except Taken:
        return None
    except OSError as fault:
        raise CannotMeet(fault.strerror or str(fault)) from fault
    try:
        return Instance(place, lock, None if sys.platform == "win32" else _listen(place))
    except OSError as fault:
        lock.release()
        raise CannotMeet(fault.strerror or str(fault)) from fault  # a path too long has no strerror


def _listen(place: MeetingPlace) -> socket.socket:
    # Whatever is in that place was left by one that was killed, or put there: the lock says that nobody listens.
    place.socket.unlink(missing_ok=True)
    listener = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
    try:
        listener.bind(str(place.socket))
        place.socket.chmod(0o600)
        listener.listen(WAITING)
        listener.setblocking(False)
    except BaseException:
        listener.close()
        raise
    return listener
