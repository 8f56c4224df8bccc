"""What is said of an error, and the words it is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from translator.i18n import ptr
from translator.translation.errors.base import TranslationError


class NextStep(Enum):
    """What the user can do about it; the window has a button for each."""

    RETRY = "retry"
    WAIT = "wait"
    ENTER_KEY = "enter_key"
    CHOOSE_MODEL = "choose_model"
    CHOOSE_PICTURE_MODEL = "choose_picture_model"
    OPEN_SETTINGS = "open_settings"
    ALLOW_ONCE = "allow_once"


@dataclass(frozen=True, slots=True)
class Message:
    """What happened, the step the window offers, and the same step as sentences for the terminal.

    ``doctor_step`` is that as ``translator doctor`` says it, which advises nobody to run it; it may be empty.
    """

    sentence: str
    step: NextStep
    command_step: str
    doctor_step: str


class Words(NamedTuple):
    """The words for a kind of error.

    ``{service}``, ``{detail}``, ``{name}``, ``{when}`` and ``{limit}`` are filled in; ``bare`` is the sentence where
    there is no detail, if it needs another. ``doctor_step`` is the step without the doctor, where it is another.
    """

    sentence: str
    step: NextStep
    command_step: str
    bare: str = ""
    doctor_step: str | None = None


Table = Mapping[type[TranslationError], Words]
"""The words for some kinds of errors. Those of an ancestor hold for a kind that has none."""


def unnamed_service(sentence: str) -> str:
    """Return what stands in this sentence, whose field for it is ``{service}``, for a service without a name."""
    if sentence.startswith("{service}"):
        return ptr("in place of a service's name, where a sentence begins", "The service")
    return ptr("in place of a service's name, inside a sentence", "the service")
