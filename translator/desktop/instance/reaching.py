"""Reaches the running program, also while it is only starting. The standard library alone."""

import time
from collections.abc import Callable
from typing import NamedTuple, Protocol

from translator.desktop.instance.client import send
from translator.desktop.instance.errors import CutOff, NoAnswer, NobodyThere, NotStarted
from translator.desktop.instance.frames import Answer
from translator.desktop.instance.instance import Instance, become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.surroundings.summons import Call

PATIENCE_SECONDS = 20.0
"""How long a running program may take to answer: it may be only starting, or just ending."""

AGAIN_SECONDS = 0.02
"""Between two tries."""


class Patience(NamedTuple):
    """How long to try, in seconds, and by which clock."""

    seconds: float = PATIENCE_SECONDS
    now: Callable[[], float] = time.monotonic
    rest: Callable[[float], None] = time.sleep


class Started(Protocol):
    """A process that was started to be the instance."""

    def poll(self) -> int | None:
        """Return its exit status once it has ended."""
        ...


def reach(place: MeetingPlace, call: Call, patience: Patience, started: Started | None = None) -> Answer:
    """Say it to the running program; wait for one that was ``started``. Raises CannotMeet, and NobodyThere at once."""
    until = patience.now() + patience.seconds
    while (left := until - patience.now()) > 0:
        try:
            return send(place, call, left)
        except NobodyThere:
            if started is None:
                raise
            # One that ends with 0 has found that another one was quicker.
            if started.poll():
                raise NotStarted from None
        except CutOff:
            pass
        patience.rest(AGAIN_SECONDS)
    raise NoAnswer


def become_instance_or_reach(place: MeetingPlace, call: Call, patience: Patience) -> Instance | Answer:
    """Return what makes this process the instance, or else the answer of the one that is. Raises CannotMeet.

    Where the other one ends meanwhile, this one takes its place.
    """
    until = patience.now() + patience.seconds
    while (left := until - patience.now()) > 0:
        instance = become_instance(place)
        if instance is not None:
            return instance
        try:
            return send(place, call, left)
        except (NobodyThere, CutOff):  # it does not listen yet, or no more
            patience.rest(AGAIN_SECONDS)
    raise NoAnswer
