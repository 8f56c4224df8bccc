"""Why nothing comes for a while, and for how long, in one sentence; for window and command line alike."""

from collections.abc import Mapping
from datetime import datetime
from math import ceil

from translator.i18n import tr
from translator.joining import sentences
from translator.masking import tidy
from translator.messages import explain
from translator.messages.message import unnamed_service
from translator.translation.request import Waiting, WaitReason


def seconds_left(waiting: Waiting, now: datetime) -> int:
    """Return how many seconds the wait has left at ``now`` (aware), rounded up; 0 once it is over."""
    return max(0, ceil((waiting.until - now).total_seconds()))


def explain_waiting(waiting: Waiting, service: str, now: datetime) -> str:
    """Return one sentence on what is waited for, with the seconds left."""
    return _explain(waiting, service, str(seconds_left(waiting, now)), {
        WaitReason.LIMITS: tr("Keeping within the limits of {service}; going on in {n} s."),
        WaitReason.SERVER_ASKS: tr("{service} asks to wait {n} s."),
        WaitReason.TRYING_AGAIN: tr("Trying again in {n} s."),
    })  # fmt: skip


def explain_end_of_waiting(waiting: Waiting, service: str) -> str:
    """Return the same with the time at which it ends: this stays as it is while the seconds go by."""
    return _explain(waiting, service, f"{waiting.until.astimezone():%H:%M:%S}", {
        WaitReason.LIMITS: tr("Keeping within the limits of {service}; going on at {when}."),
        WaitReason.SERVER_ASKS: tr("{service} asks to wait until {when}."),
        WaitReason.TRYING_AGAIN: tr("Trying again at {when}."),
    })  # fmt: skip


def _explain(waiting: Waiting, service: str, when: str, words: Mapping[WaitReason, str]) -> str:
    sentence = words[waiting.reason]
    sentence = sentence.format(service=tidy(service) or unnamed_service(sentence), n=when, when=when)
    if waiting.reason is not WaitReason.TRYING_AGAIN or waiting.error is None:
        return sentence
    return sentences(explain(waiting.error).sentence, sentence)
