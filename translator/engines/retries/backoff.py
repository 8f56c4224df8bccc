"""When to try again what failed for a reason that passes."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    ConnectionRefused,
    NameNotFound,
    NotConnectedInTime,
)
from translator.translation.errors.limits import RateLimited
from translator.translation.errors.servers import ServerFailed
from translator.translation.request import WaitReason

LONGEST_WAIT = 120.0
"""Seconds. Nobody sits before a screen for longer: the error says when to come back instead."""

_BASE = 0.5
_CAP = 20.0
_JITTER = 0.25
_TRIES = 3
_TRIES_OF: tuple[tuple[type[TranslationError], int], ...] = (
    (RateLimited, 9),  # limits are mostly those of a minute: with the pauses that ``limits`` keeps, these outlast it
    (ServerFailed, 4),
    (NotConnectedInTime, 2),
    (ConnectionRefused, 2),  # a wrong port or name is told within a second
    (NameNotFound, 2),
)


@dataclass(frozen=True, slots=True)
class Pause:
    """How long to wait before the next try, in seconds, and why."""

    seconds: float
    reason: WaitReason


def pause_after(error: TranslationError, tries: int, now: datetime, chance: float) -> Pause | None:
    """Return how long to wait after this many tries, the last of which ended so; None where to give up.

    A service that says when to come back is taken at its word, with up to a quarter of a second more, so that many
    do not come back at once. Otherwise the wait is exponential with full jitter: evenly from nothing to half a second,
    doubled with each try, twenty at most (Marc Brooker, "Exponential Backoff And Jitter", AWS Architecture Blog,
    2015). ``chance`` is evenly from 0 to 1.
    """
    if not error.is_passing or tries >= tries_for(error):
        return None
    if error.retry_at is None:
        return Pause(chance * min(_CAP, _BASE * 2.0 ** (tries - 1)), WaitReason.TRYING_AGAIN)
    asked = max(0.0, (error.retry_at - now).total_seconds())
    return Pause(asked + chance * _JITTER, WaitReason.SERVER_ASKS) if asked <= LONGEST_WAIT else None


def tries_for(error: TranslationError) -> int:
    """Return how often at most a request is sent that ends like this: more often what is likelier to pass."""
    return next((tries for kind, tries in _TRIES_OF if isinstance(error, kind)), _TRIES)


def later(now: datetime, seconds: float) -> datetime:
    """Return the time so many seconds from now; what is beyond the calendar is its end."""
    try:
        return now + timedelta(seconds=seconds)
    except OverflowError:
        return datetime.max.replace(tzinfo=now.tzinfo)
