"""What the icon in the tray shows, when it is there, and what its menu has done."""

from collections.abc import Callable, Mapping
from dataclasses import replace

from translator.i18n import tr
from translator.language.tag import LanguageTag
from translator.settings import Settings
from translator.surroundings.summons import Summons
from translator.ui.desktop_ports import TrayHost
from translator.ui.preferences import Preferences
from translator.ui.tray.screen import Target, TrayOrders, TrayScreen, TrayState


class TrayPresenter:
    """Shows the icon while the desktop has a tray. ``name_of`` returns a language's name.

    Nothing is made of the icon before there is a tray to show it, and nothing ticks.
    """

    def __init__(
        self, screen: TrayScreen, host: TrayHost, preferences: Preferences, name_of: Callable[[LanguageTag], str],
        orders: TrayOrders,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._host = host
        self._preferences = preferences
        self._name_of = name_of
        self._orders = orders
        self._keys: Mapping[Summons, str] = {}
        self._is_paused = False
        self._is_shown = False
        self._shown: TrayState | None = None
        self._changed: Callable[[], None] = lambda: None
        screen.listen(self)

    @property
    def has_tray(self) -> bool:
        """Whether there is a tray that shows the icon."""
        return self._is_shown

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever the tray has come or gone."""
        self._changed = changed

    def start(self) -> None:
        """Look for a tray. The event loop must be running."""
        self._preferences.listen(self._follow_settings)
        self._host.listen(self._follow_host)
        self._follow_host()

    async def close(self) -> None:
        """Go out of the tray."""
        await self._host.close()
        if self._is_shown:
            self._is_shown = False
            self._screen.disappear()

    def show_keys(self, keys: Mapping[Summons, str]) -> None:
        """Say beside each line which keys do the same, where there are any."""
        self._keys = {summons: words for summons, words in keys.items() if words}
        self.refresh()

    def refresh(self) -> None:
        """Show how things stand now."""
        if self._is_shown and (state := self._state()) != self._shown:
            self._shown = state
            self._screen.show_state(state)

    def say_anew(self) -> None:
        """Show how things stand in the language that is spoken now: icon and menu are made anew for that."""
        if self._is_shown:
            self._screen.disappear()
            self._shown = self._state()
            self._screen.appear(self._shown)

    # What the menu does

    def summon(self, summons: Summons) -> None:
        """Bring this up."""
        self._orders.summon(summons)

    def choose_target(self, tag: LanguageTag) -> None:
        """Translate into this language."""
        self._orders.choose_target(tag)
        self._shown = None  # what was clicked in the menu has its tick already, whatever came of it
        self.refresh()

    def pick_target(self) -> None:
        """Let the user choose among all languages."""
        self._orders.pick_target()

    def set_watching(self, wanted: bool) -> None:
        """Translate whatever is copied, or no longer."""
        if wanted != self._preferences.settings.watch_clipboard:
            self._preferences.change(replace(self._preferences.settings, watch_clipboard=wanted))

    def set_paused(self, wanted: bool) -> None:
        """Leave the shortcuts to other programs until the user wants them back, or the program starts anew."""
        if wanted != self._is_paused:
            self._is_paused = wanted
            self._orders.pause(wanted)
            self.refresh()

    def follow_opening(self) -> None:
        """Show the languages as they are now."""
        self.refresh()

    def quit(self) -> None:
        """End the program."""
        self._orders.quit()

    # What it follows

    def _follow_settings(self, _settings: Settings) -> None:
        self.refresh()

    def _follow_host(self) -> None:
        if self._host.is_there == self._is_shown:
            return
        self._is_shown = self._host.is_there
        if self._is_shown:
            self._shown = self._state()
            self._screen.appear(self._shown)
        else:
            self._screen.disappear()
        self._changed()

    def _state(self) -> TrayState:
        watches = self._preferences.settings.watch_clipboard
        current = self._orders.target()
        tags = dict.fromkeys([*self._orders.targets(), current])
        targets = tuple(Target(tag, self._name_of(tag), tag == current) for tag in tags)
        return TrayState(_tooltip(watches, self._is_paused), watches, self._is_paused, self._keys, targets)


def _tooltip(watches: bool, is_paused: bool) -> str:
    if watches and is_paused:
        return tr("Translator: watching the clipboard, shortcuts paused")
    if watches:
        return tr("Translator: watching the clipboard")
    return tr("Translator: shortcuts paused") if is_paused else tr("Translator")
