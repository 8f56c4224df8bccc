"""The tray, joined to what its menu does; and what closing the window means."""

import sys
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from translator.assets import resources
from translator.desktop.tray.find import find_tray_host
from translator.language.tag import LanguageTag
from translator.running.opening import Opening
from translator.running.running_window import RunningWindow
from translator.surroundings.hotkeys import Outcome
from translator.surroundings.summons import Summons
from translator.ui.preferences import Preferences
from translator.ui.shortcuts.presenter import ShortcutsPresenter
from translator.ui.shortcuts.wanted import wanted_chords
from translator.ui.shortcuts.words import in_words
from translator.ui.tray.closing import Closing
from translator.ui.tray.icon import TrayIcon
from translator.ui.tray.presenter import TrayPresenter
from translator.ui.tray.screen import TrayOrders
from translator.ui.tray.stay_question import StayDialog


class Tray:
    """The icon while there is a tray, its menu, and the window's way into it.

    ``running`` returns what works behind the window now; ``summon`` brings something up; ``pause`` is told whether the
    shortcuts are to be left to other programs.
    """

    def __init__(
        self, opening: Opening, running: Callable[[], RunningWindow], preferences: Preferences,
        shortcuts: ShortcutsPresenter, summon: Callable[[Summons], None], pause: Callable[[bool], None],
    ) -> None:  # fmt: skip
        self._preferences = preferences
        self._shortcuts = shortcuts
        window, languages = opening.window, opening.languages

        def choose_target(tag: LanguageTag) -> None:
            running().take_in(None, tag, "")

        def pick_target() -> None:
            window.bring_back()
            running().do.menus.open_target(window.view.bar.target)

        orders = TrayOrders(
            summon, languages.targets_at_hand, lambda: languages.wanted_target, choose_target, pick_target, pause,
            window.quit,
        )  # fmt: skip
        self.presenter = TrayPresenter(
            TrayIcon(resources() / "icons" / "tray"), find_tray_host(), preferences,
            lambda tag: running().name_of(tag), orders,
        )  # fmt: skip
        self._closing = Closing(
            window, StayDialog(opening.theme, window), preferences, lambda: self.presenter.has_tray
        )  # fmt: skip
        self.presenter.listen(self._closing.follow_tray)
        window.may_end = self._closing.may_end
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            end = partial(_called_without_arguments, self._closing.end_session)
            # At once: the desktop asks every window next, and waits for none of them.
            application.commitDataRequest.connect(end, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Look for a tray. The event loop must be running."""
        self._shortcuts.listen(self._show_keys)
        self.presenter.start()
        self._show_keys()

    def say_anew(self) -> None:
        """Say everything in the language that is spoken now."""
        self._closing.take_question_back()
        self.presenter.say_anew()

    async def close(self) -> None:
        """Go out of the tray."""
        await self._closing.close()
        await self.presenter.close()

    def _show_keys(self) -> None:
        self.presenter.show_keys(_keys_of(self._shortcuts, self._preferences))


def _keys_of(shortcuts: ShortcutsPresenter, preferences: Preferences) -> dict[Summons, str]:
    """Return what to press, in words, for each shortcut that works."""
    standing, wanted = shortcuts.standing, wanted_chords(preferences.settings.shortcuts)
    bound = {summons: each for summons, each in standing.bound.items() if each.outcome is Outcome.BOUND}
    if standing.desktop_chooses:
        return {summons: each.keys for summons, each in bound.items()}
    return {summons: in_words(wanted[summons], sys.platform) for summons in bound if summons in wanted}


def _called_without_arguments(does: Callable[[], None], *_arguments: object) -> None:
    does()
