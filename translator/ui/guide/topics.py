"""Where in the guide it says what to do about an error, or an incomplete translation."""

from translator.translation.errors.base import TranslationError
from translator.translation.request import IncompleteReason

TROUBLESHOOTING = "troubleshooting"
FIRST_RUN = "first-run"


def topic_of_error(error: TranslationError) -> str:
    """Return the topic about errors of this kind."""
    return f"{TROUBLESHOOTING}#{error.code}"


def topic_of_incomplete(reason: IncompleteReason) -> str:
    """Return the topic about translations that are incomplete for this reason."""
    return f"{TROUBLESHOOTING}#incomplete_{reason}"
