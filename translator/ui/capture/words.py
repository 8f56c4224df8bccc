"""Why no picture of the screen can be had, in one sentence."""

from translator.i18n import tr
from translator.masking import tidy
from translator.surroundings.copied import CannotGrab, CannotRead, NotAllowed


def explain_ungrabbed(problem: CannotRead) -> str:
    """Return the sentence for this."""
    if isinstance(problem, NotAllowed):
        return tr("The system does not let Translator see the screen. Allow it under Screen Recording in its settings.")
    reason = tidy(problem.reason) if isinstance(problem, CannotGrab) else ""
    if reason:
        return tr("No picture of the screen can be taken: {reason}.").format(reason=reason.rstrip("."))
    return tr("No picture of the screen can be taken here.")
