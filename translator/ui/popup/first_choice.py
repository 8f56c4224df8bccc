"""What the popup does while nothing has been chosen yet that translates."""

from translator.i18n import tr
from translator.ui.popup.neighbours import Neighbours
from translator.ui.popup.screen import PopupShown
from translator.ui.popup.way_to_window import WayToWindow
from translator.ui.vocabulary import Action


class FirstChoice:
    """Translates. Before the first choice it offers that instead, and translates as soon as it is made."""

    def __init__(self, screen: PopupShown, beside: Neighbours, to_window: WayToWindow) -> None:
        self._screen = screen
        self._translating = beside.translating
        self._preferences = beside.preferences
        self._ways = beside.ways
        self._to_window = to_window
        self._is_awaited = False
        beside.preferences.listen(lambda _settings: self._follow_preferences())

    def translate(self) -> None:
        """Translate what stands in the source, or have it wait for the choice."""
        self._is_awaited = self._preferences.is_first_run
        if self._is_awaited:
            self._translating.look_again()
            self.offer()
            return
        self._translating.translate()
        self._screen.show_deliverable(there=self._translating.is_running)

    def offer(self) -> None:
        """Say that nothing has been chosen yet, and lead to where it is."""
        choose = Action(tr("Choose how to translate"), "chooseServiceButton", self._open_welcome)
        self._screen.show_notice(tr("Nothing has been chosen yet that translates."), "info", [choose])

    def let_go(self) -> None:
        """Take note that the text is gone: none waits any more."""
        self._is_awaited = False

    def _follow_preferences(self) -> None:
        """Translate what had to wait, now that something has been chosen that does."""
        if self._is_awaited and not self._preferences.is_first_run:
            self._screen.hide_notices()
            self.translate()

    def _open_welcome(self) -> None:
        self._to_window.make_way()
        self._ways.open_welcome()
