"""How a command ended: its exit status, and what went wrong in words."""

from dataclasses import dataclass
from enum import IntEnum

from translator.i18n import tr
from translator.joining import listed, sentences
from translator.messages import explain, no_such_service
from translator.service_choice import UnknownService
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import Unreachable
from translator.translation.errors.keys import KeyProblem
from translator.translation.errors.limits import LimitReached
from translator.translation.errors.models import NoModel

MOST_MODELS = 12
"""How many of a service's models are named where none is chosen."""


class Status(IntEnum):
    """The exit statuses. Findings never change them."""

    COMPLETE = 0
    FAILED = 1
    USAGE = 2
    INCOMPLETE = 3
    KEY = 4
    UNREACHABLE = 5
    LIMIT = 6
    INTERRUPTED = 130


class UsageProblem(Exception):
    """What was asked for cannot be done as it was asked. The message says why."""

    def __init__(self, sentence: str, step: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.step = step


def unknown_service(unknown: UnknownService) -> UsageProblem:
    """Return the words for a service that is not there."""
    return UsageProblem(*no_such_service(unknown.name, unknown.known))


@dataclass(frozen=True, slots=True)
class Problem:
    """What went wrong, in the words of the terminal. ``code`` is for programs."""

    code: str
    sentence: str
    step: str


def status_of(error: TranslationError) -> Status:
    """Return the exit status for an error."""
    kinds = {
        NoModel: Status.USAGE,
        KeyProblem: Status.KEY,
        Unreachable: Status.UNREACHABLE,
        LimitReached: Status.LIMIT,
    }
    return next((status for kind, status in kinds.items() if isinstance(error, kind)), Status.FAILED)


def problem_of(error: TranslationError, *, in_doctor: bool = False) -> Problem:
    """Return the words for an error; where no model is chosen, with the names of some that can be.

    ``in_doctor`` says that it is the doctor who tells it.
    """
    message = explain(error)
    step = message.doctor_step if in_doctor else message.command_step
    if isinstance(error, NoModel) and error.available:
        names = listed(error.available[:MOST_MODELS])
        is_all = len(error.available) <= MOST_MODELS
        words = tr("The service offers: {names}.") if is_all else tr("The service offers these and others: {names}.")
        step = sentences(step, words.format(names=names))
    return Problem(error.code, message.sentence, step)
