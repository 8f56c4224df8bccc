"""What the popup says where there is nothing to translate, or no way to put it in place."""

from translator.i18n import tr
from translator.surroundings.copied import (
    CannotRead,
    MarkedSecret,
    NotAllowed,
    NothingThere,
    NothingVisible,
    NotText,
    OwnerHangs,
    TooMuch,
)
from translator.surroundings.obstacles import Obstacle
from translator.surroundings.summons import Summons
from translator.ui.capture.words import explain_ungrabbed
from translator.ui.vocabulary import Severity


def explain_unread(problem: CannotRead, summons: Summons) -> tuple[str, Severity]:
    """Return why there is nothing to translate, and how bad that is. ``summons`` says what was to be read."""
    if summons is Summons.REGION:
        return explain_ungrabbed(problem), "warning"
    if isinstance(problem, NothingVisible):
        return tr("There are only blanks and invisible characters here."), "info"
    if summons is Summons.SELECTION and (sentence := _explain_unselected(problem)):
        return sentence, "info"
    match problem:
        case NothingThere():
            return tr("The clipboard is empty. Copy a text in any program, then press the keys again."), "info"
        case NotText():
            return tr("What was copied is neither a text nor a picture."), "info"
        case MarkedSecret():
            return tr("The program that it comes from has marked it as secret. It was not read."), "info"
        case OwnerHangs():
            return tr("The program that it comes from does not answer, so it could not be read."), "warning"
        case TooMuch():
            return tr("It is too large. Copy a part of it, or open it as a file."), "warning"
        case NotAllowed():
            return tr("The system does not let Translator read it until you allow that in its settings."), "warning"
        case _:
            return tr("It could not be read."), "warning"


def _explain_unselected(problem: CannotRead) -> str:
    """Return what is said of a selection alone; nothing where the same is said of the clipboard."""
    match problem:
        case NothingThere():
            return tr("Nothing is selected. Select a text in any program, then press the keys again.")
        case NotText():
            return tr("What is selected is no text.")
        case MarkedSecret():  # it would have to pass the clipboard, and mostly it is not itself what is marked
            return tr(
                "The clipboard holds a secret, which was left alone. Copy the text, then translate the clipboard."
            )
        case _:
            return ""


def explain_obstacle(obstacle: Obstacle) -> str:
    """Return why the translation can be copied only, and not be put in the place of the selected text."""
    match obstacle:
        case Obstacle.WAYLAND:
            return tr("This desktop lets no program type into another, so the translation has to be pasted by hand.")
        case Obstacle.PERMISSION:
            return tr(
                "To replace text in other programs, allow Translator to control the computer in the system's settings."
            )
        case Obstacle.NOBODY_IN_FRONT:
            return tr("No other program was in front, so there is nothing to replace.")
        case Obstacle.UNSUPPORTED:
            return tr("This system offers no way to replace text in another program.")
