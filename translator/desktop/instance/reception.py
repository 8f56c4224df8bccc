"""What every kind of server does with what it is sent: calls are passed on, everything else is turned away."""

import logging
from collections import deque
from collections.abc import Callable

from translator.desktop.instance.frames import Answer, FrameReader, Garbage, decode_call, encode_answer
from translator.surroundings.summons import Call

log = logging.getLogger(__name__)

MOST_AT_ONCE = 8
"""Connections that are listened to at a time."""

DEADLINE_SECONDS = 2.0
"""How long one connection may take for its call, and to take its answer."""

MOST_CALLS = 6
PER_SECONDS = 2.0
"""So many calls are passed on within so many seconds: a shortcut that is held down calls thirty times a second."""


class Reception:
    """Passes calls on to ``answer``, and says what became of them. ``now`` is a clock in seconds."""

    def __init__(self, answer: Callable[[Call], None], now: Callable[[], float]) -> None:
        self._answer = answer
        self._now = now
        self._passed: deque[float] = deque(maxlen=MOST_CALLS)

    def visit(self) -> "Visit":
        """Return what takes one connection's call."""
        return Visit(self._judge)

    def _judge(self, body: bytes) -> Answer:
        try:
            call = decode_call(body)
        except Garbage:
            return Answer.REFUSED
        now = self._now()
        if len(self._passed) == MOST_CALLS and now - self._passed[0] < PER_SECONDS:
            return Answer.BUSY
        self._passed.append(now)
        try:
            self._answer(call)
        except Exception:  # whatever it was, the next call is answered
            log.exception("A call could not be answered")
            return Answer.REFUSED
        return Answer.OK


class Visit:
    """One connection, as far as it has come."""

    def __init__(self, judge: Callable[[bytes], Answer]) -> None:
        self._judge = judge
        self._reader = FrameReader()

    def take(self, piece: bytes) -> bytes | None:
        """Return what is to be sent back once the call is there; until then None."""
        try:
            body = self._reader.take(piece)
        except Garbage:
            return encode_answer(Answer.REFUSED)
        return None if body is None else encode_answer(self._judge(body))
