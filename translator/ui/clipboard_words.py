"""Why what is on the clipboard cannot be had, in a sentence."""

from translator.i18n import tr
from translator.surroundings.copied import (
    CannotRead,
    MarkedSecret,
    NotAllowed,
    NothingThere,
    NotText,
    OwnerHangs,
    TooMuch,
)


def sentence_of(reason: CannotRead) -> str:
    """Return the sentence for this reason."""
    match reason:
        case NotText():
            return tr("There is neither text nor a picture on the clipboard.")
        case MarkedSecret():
            return tr("What is on the clipboard is marked as secret. It was not read.")
        case OwnerHangs():
            return tr("The program that holds the copied text does not answer.")
        case TooMuch():
            return tr("What is on the clipboard is too large.")
        case NotAllowed():
            return tr("The system does not let Translator read the clipboard.")
        case NothingThere() | _:
            return tr("There is no text on the clipboard.")
