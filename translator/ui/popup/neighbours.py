"""What stands beside the popup's presenter."""

from collections.abc import Callable
from dataclasses import dataclass

from translator.translation.request import Usage
from translator.ui.desktop_ports import ProgramInFront
from translator.ui.popup.delivery import Delivery
from translator.ui.popup.languages import PopupLanguages
from translator.ui.popup.screen import WaysOut
from translator.ui.preferences import Preferences
from translator.ui.translate.presenter import TranslatePresenter


@dataclass(frozen=True, slots=True)
class Neighbours:
    """What the popup's presenter and its parts work with.

    ``begun`` is called where another text takes the place of the source; ``count_in`` is told what goes on the same
    bill as the translation. ``is_private`` says whether nothing is kept now.
    """

    translating: TranslatePresenter
    languages: PopupLanguages
    delivery: Delivery
    preferences: Preferences
    front: ProgramInFront
    ways: WaysOut
    begun: Callable[[], None]
    count_in: Callable[[Usage], None]
    is_private: Callable[[], bool]
