"""What is said of an error, and the words it is made from."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from typing import NamedTuple

from translator.i18n import tr
from translator.translation.errors import TranslationError


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
    """What happened, the step the window offers, and the same step as a sentence for the terminal."""

    sentence: str
    step: NextStep
    command_step: str


class Words(NamedTuple):
    """The words for a kind of error.

    ``{service}``, ``{detail}``, ``{name}``, ``{when}`` and ``{limit}`` are filled in; ``absent`` is said for an empty
    detail.
    """

    sentence: str
    step: NextStep
    command_step: str
    absent: str = ""


Table = Mapping[type[TranslationError], Words]
"""The words for some kinds of errors. Those of an ancestor hold for a kind that has none."""


def unreachable(
    kind: type[TranslationError], sentence: str, command_step: str, step: NextStep = NextStep.OPEN_SETTINGS
) -> Table:
    """Return the words for an error whose ``detail`` is a host."""
    return {kind: Words(sentence, step, command_step, tr("its host"))}
