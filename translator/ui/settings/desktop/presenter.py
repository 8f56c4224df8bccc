"""The settings of how the program lives on the desktop: in the tray, from the login on, beside what is copied."""

from __future__ import annotations

import asyncio
from dataclasses import replace
from typing import TYPE_CHECKING, Protocol

from translator.i18n import tr
from translator.ui.loop.tasks import Tasks

if TYPE_CHECKING:
    from translator.settings import OnClose, Settings
    from translator.ui.desktop_ports import Autostart
    from translator.ui.preferences import Preferences
    from translator.ui.settings.at_hand import DesktopAtHand


class DesktopCommands(Protocol):
    """What the controls do."""

    def choose_on_close(self, on_close: OnClose) -> None:
        """Do this when the window is closed."""
        ...

    def set_autostart(self, wanted: bool) -> None:
        """Start at login, or not."""
        ...

    def set_watching(self, wanted: bool) -> None:
        """Translate whatever is copied, or not."""
        ...


class DesktopScreen(Protocol):
    """The page."""

    def listen(self, commands: DesktopCommands) -> None:
        """Let the controls do this."""
        ...

    def show_on_close(self, on_close: OnClose, *, has_tray: bool) -> None:
        """Show what closing the window does, and whether there is a tray to stay in."""
        ...

    def offer_autostart(self, *, offered: bool) -> None:
        """Let the program be started at login, or say nothing of it."""
        ...

    def show_autostart(self, *, on: bool, problem: str = "") -> None:
        """Show whether the program starts at login, and what kept it from being changed."""
        ...

    def show_watching(self, *, wanted: bool, possible: bool) -> None:
        """Show whether what is copied is translated, and whether that can be."""
        ...


class DesktopSettingsPresenter:
    """Shows what is set, and applies each change at once. The desktop's own list is read and written on a thread."""

    def __init__(self, screen: DesktopScreen, preferences: Preferences, at_hand: DesktopAtHand) -> None:
        self._screen = screen
        self._preferences = preferences
        self._at_hand = at_hand
        self._tasks = Tasks()
        self._wanted: bool | None = None
        """Whether the program is to start at login, until that is on its way to the desktop."""
        screen.listen(self)
        screen.offer_autostart(offered=at_hand.autostart is not None)
        preferences.listen(self._show)
        self._show(preferences.settings)

    def refresh(self) -> None:
        """Show how things stand, for a page that is about to be shown. The event loop must be running."""
        self._show(self._preferences.settings)
        self._settle_autostart()

    async def close(self) -> None:
        """Wait until what was switched is written."""
        await self._tasks.finish()

    def choose_on_close(self, on_close: OnClose) -> None:
        """Do this when the window is closed."""
        self._change(replace(self._preferences.settings, on_close=on_close))

    def set_watching(self, wanted: bool) -> None:
        """Translate whatever is copied, or not."""
        self._change(replace(self._preferences.settings, watch_clipboard=wanted))

    def set_autostart(self, wanted: bool) -> None:
        """Start at login, or not."""
        self._wanted = wanted
        self._settle_autostart()

    def _change(self, settings: Settings) -> None:
        if settings != self._preferences.settings:
            self._preferences.change(settings)

    def _show(self, settings: Settings) -> None:
        self._screen.show_on_close(settings.on_close, has_tray=self._at_hand.has_tray())
        possible = self._at_hand.sees_copies
        self._screen.show_watching(wanted=settings.watch_clipboard and possible, possible=possible)

    def _settle_autostart(self) -> None:
        """Bring the desktop's list and the switch together, unless that is under way: it goes on until they are."""
        if self._at_hand.autostart and not self._tasks.is_running("autostart"):
            self._tasks.start("autostart", self._settle(self._at_hand.autostart))

    async def _settle(self, autostart: Autostart) -> None:
        """Write what is wanted, one after the other, as a thread cannot be called back; then show what is so."""
        problem = ""
        while True:
            if self._wanted is not None:
                problem = await self._write(autostart)
            on = await asyncio.to_thread(autostart.is_on)
            if self._wanted is None:  # else the user has switched again
                self._screen.show_autostart(on=on, problem=problem)
                return

    async def _write(self, autostart: Autostart) -> str:
        """Write what is wanted, and return why it could not be."""
        wanted, self._wanted = bool(self._wanted), None
        try:
            await asyncio.to_thread(autostart.set_on, on=wanted)
        except OSError as fault:
            return tr("This could not be changed: {reason}.").format(reason=fault.strerror or str(fault))
        return ""
