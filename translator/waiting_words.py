"""Why nothing comes for a while, and for how long, in one sentence; for window and command line alike."""

from datetime import datetime
from math import ceil

from translator.i18n import tr
from translator.masking import tidy
from translator.messages import explain
from translator.translation.request import Waiting, WaitReason


def seconds_left(waiting: Waiting, now: datetime) -> int:
    """Return how many seconds the wait has left at ``now`` (aware), rounded up; 0 once it is over."""
    return max(0, ceil((waiting.until - now).total_seconds()))


def explain_waiting(waiting: Waiting, service: str, now: datetime) -> str:
    """Return one sentence on what is waited for, with the seconds left."""
    seconds = seconds_left(waiting, now)
    name = tidy(service) or tr("The service")
    if waiting.reason is WaitReason.LIMITS:
        return tr("Keeping within the limits of {service}; going on in {n} s.").format(service=name, n=seconds)
    if waiting.reason is WaitReason.SERVER_ASKS:
        return tr("{service} asks to wait {n} s.").format(service=name, n=seconds)
    again = tr("Trying again in {n} s.").format(n=seconds)
    return f"{explain(waiting.error).sentence} {again}" if waiting.error else again
