"""Says something to the running program. The standard library alone; Windows' part is in ``pipe_client``."""

import errno
import os
import sys
import time
from typing import TYPE_CHECKING

from translator.desktop.instance.frames import Answer, FrameReader, Garbage, decode_answer, encode_call
from translator.desktop.instance.meeting_place import CannotMeet, MeetingPlace, NotOurs
from translator.desktop.instance.peer import is_mine
from translator.surroundings.summons import Call

if TYPE_CHECKING:
    import socket

_PIECE = 4096


class NobodyThere(CannotMeet):
    """No program listens."""


class NoAnswer(CannotMeet):
    """Somebody listens, but does not answer, or not as we do."""


class CutOff(CannotMeet):
    """Somebody listens, or did, but this connection came to nothing; another one may."""


def send(place: MeetingPlace, call: Call, patience: float) -> Answer:
    """Say it to the running program and return its answer, waiting for that at most so many seconds.

    Raises CannotMeet: NobodyThere, NoAnswer, CutOff, or NotOurs.
    """
    try:
        frame = encode_call(call)
    except Garbage:  # a file's name that no system has
        raise CannotMeet(os.strerror(errno.ENAMETOOLONG)) from None
    if sys.platform == "win32":
        from translator.desktop.instance.pipe_client import exchange

        return _understand(exchange(place, frame, patience))
    return _understand(_exchange(place, frame, patience))


def _exchange(place: MeetingPlace, frame: bytes, patience: float) -> bytes:
    import socket

    until = time.monotonic() + patience
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
        connection.settimeout(patience)
        _connect(connection, place)
        try:
            connection.sendall(frame)
            return _read(connection, until)
        except TimeoutError:
            raise NoAnswer from None
        except OSError:
            raise CutOff from None


def _connect(connection: "socket.socket", place: MeetingPlace) -> None:
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


def _read(connection: "socket.socket", until: float) -> bytes:
    reader = FrameReader()
    while (left := until - time.monotonic()) > 0:
        connection.settimeout(left)
        piece = connection.recv(_PIECE)
        if not piece:
            raise CutOff
        try:
            body = reader.take(piece)
        except Garbage:
            raise NoAnswer from None
        if body is not None:
            return body
    raise NoAnswer


def _understand(body: bytes) -> Answer:
    try:
        return decode_answer(body)
    except Garbage:
        raise NoAnswer from None
