"""Says something through the socket. Not on Windows; the standard library alone."""

import socket
import time
from collections.abc import Iterator

from translator.desktop.instance.errors import CannotMeet, CutOff, NobodyThere, NotOurs
from translator.desktop.instance.frames import body_in
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.peer import is_mine

_PIECE = 4096


def exchange(place: MeetingPlace, frame: bytes, patience: float) -> bytes:
    """Send this frame and return the body of the one that comes back. Raises CannotMeet, as ``client.send`` does."""
    until = time.monotonic() + patience
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(patience)
        _connect(connection, place)
        return body_in(_answer(connection, frame, until))


def _connect(connection: socket.socket, place: MeetingPlace) -> None:
    try:
        connection.connect(str(place.socket))
    except (FileNotFoundError, NotADirectoryError, ConnectionRefusedError):
        raise NobodyThere from None
    except PermissionError:
        raise NotOurs from None
    except (TimeoutError, BlockingIOError):  # its queue is full
        raise CutOff from None
    except OSError as fault:
        raise CannotMeet(fault.strerror or str(fault)) from fault
    if not is_mine(connection):
        raise NotOurs


def _answer(connection: socket.socket, frame: bytes, until: float) -> Iterator[bytes]:
    """Send this, and yield what comes until the other end has no more to say. Raises OSError; TimeoutError is one."""
    connection.sendall(frame)
    while (left := until - time.monotonic()) > 0:
        connection.settimeout(left)
        piece = connection.recv(_PIECE)
        if not piece:
            return
        yield piece
    raise TimeoutError
