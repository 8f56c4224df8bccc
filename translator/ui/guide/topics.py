"""Where in the guide it says what to do about an error, an incomplete translation, or a finding."""

from translator.translation.checks.finding import Check
from translator.translation.errors.base import TranslationError
from translator.translation.request import IncompleteReason

TROUBLESHOOTING = "troubleshooting"
FIRST_RUN = "first-run"
SHORTCUTS = "shortcuts"


def topic_of_error(error: TranslationError) -> str:
    """Return the topic about errors of this kind."""
    return f"{TROUBLESHOOTING}#{error.code}"


def topic_of_incomplete(reason: IncompleteReason) -> str:
    """Return the topic about translations that are incomplete for this reason."""
    return f"{TROUBLESHOOTING}#incomplete_{reason}"


def topic_of_finding(check: Check) -> str:
    """Return the topic about what this check finds."""
    return f"{TROUBLESHOOTING}#finding_{check}"
