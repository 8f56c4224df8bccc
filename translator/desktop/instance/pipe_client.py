"""Says something through a named pipe. Windows only, and the standard library alone."""

import threading
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from translator.desktop.instance.errors import CannotMeet, CutOff, NoAnswer, NobodyThere, NotOurs
from translator.desktop.instance.frames import body_in
from translator.desktop.instance.meeting_place import MeetingPlace

_PIECE = 4096
_PIPE_BUSY = 231  # ERROR_PIPE_BUSY: somebody else is being listened to
_ANY_PROCESS = 0xFFFFFFFF  # ASFW_ANY


class Pipes:
    """What is asked of the system."""

    def open(self, path: str) -> BinaryIO:
        """Open the pipe. Raises OSError."""
        return open(path, "r+b", buffering=0)  # noqa: PTH123 - a Path would make a folder's path of it

    def is_mine(self, pipe: BinaryIO) -> bool:
        """Return whether the same user has made it."""
        import msvcrt

        from translator.desktop.instance.windows_owner import is_servers_owner_mine

        handle: Callable[[int], int] = msvcrt.get_osfhandle  # type: ignore[attr-defined]  # there only
        return is_servers_owner_mine(handle(pipe.fileno()))

    def let_come_to_the_front(self) -> None:
        """Let the running program put its window before this one's, which the user has just started."""
        import ctypes

        windll: Any = ctypes.windll  # type: ignore[attr-defined]  # there only
        windll.user32.AllowSetForegroundWindow(_ANY_PROCESS)


def exchange(place: MeetingPlace, frame: bytes, patience: float, pipes: Pipes | None = None) -> bytes:
    r"""Send this frame and return the body of the one that comes back. Raises CannotMeet, as ``client.send`` does.

    A pipe's reading knows no end by time: it is done on a thread, which is left behind where nothing comes.
    """
    system = pipes or Pipes()
    told: list[bytes | CannotMeet] = []

    def talk() -> None:
        try:
            told.append(_talk(place, frame, system))
        except CannotMeet as fault:
            told.append(fault)

    thread = threading.Thread(target=talk, name="call", daemon=True)
    thread.start()
    thread.join(patience)
    if not told:
        raise NoAnswer
    if isinstance(told[0], CannotMeet):
        raise told[0]
    return told[0]


def _talk(place: MeetingPlace, frame: bytes, system: Pipes) -> bytes:
    try:
        pipe = system.open("\\\\.\\pipe\\" + place.pipe_name)
    except FileNotFoundError:
        raise NobodyThere from None
    except PermissionError:
        raise NotOurs from None
    except OSError as fault:
        if getattr(fault, "winerror", 0) == _PIPE_BUSY:
            raise CutOff from None
        raise CannotMeet(fault.strerror or str(fault)) from fault
    with pipe:
        if not system.is_mine(pipe):
            raise NotOurs
        system.let_come_to_the_front()
        return body_in(_answer(pipe, frame))


def _answer(pipe: BinaryIO, frame: bytes) -> Iterator[bytes]:
    """Send this, and yield what comes until the other end has no more to say. Raises OSError."""
    pipe.write(frame)
    while piece := pipe.read(_PIECE):
        yield piece
