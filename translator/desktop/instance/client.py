"""Says something to the running program. The standard library alone."""

import errno
import os
import sys

from translator.desktop.instance.errors import CannotMeet, NoAnswer
from translator.desktop.instance.frames import Answer, Garbage, decode_answer, encode_call
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.surroundings.summons import Call


def send(place: MeetingPlace, call: Call, patience: float) -> Answer:
    """Say it to the running program and return its answer, waiting for that at most so many seconds.

    Raises CannotMeet: NobodyThere, NoAnswer, CutOff, or NotOurs.
    """
    try:
        frame = encode_call(call)
    except Garbage:  # a file's name that no system has
        raise CannotMeet(os.strerror(errno.ENAMETOOLONG)) from None
    try:
        return decode_answer(_exchange(place, frame, patience))
    except Garbage:
        raise NoAnswer from None


def _exchange(place: MeetingPlace, frame: bytes, patience: float) -> bytes:
    if sys.platform == "win32":
        from translator.desktop.instance.pipe_client import exchange
    else:
        from translator.desktop.instance.socket_client import exchange
    return exchange(place, frame, patience)
