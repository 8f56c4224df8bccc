"""The running program: its window, and what works beside it, from the first paint to the end."""

import asyncio
import gc
from pathlib import Path

from translator.assets import resources
from translator.desktop.memory import give_memory_back
from translator.i18n import install, interface_language
from translator.locales.chosen import language_for
from translator.running.opening import Opening, fill_anew
from translator.running.resident.resident import Resident
from translator.running.running_window import RunningWindow
from translator.running.workings import Workings
from translator.session import Session
from translator.settings import Settings
from translator.ui.loop.tasks import InTurn, close_in_turn

_LOOK_AGAIN_AFTER = 0.2
"""Seconds, while something is read that the window has to wait for."""


class RunningApp:
    """Owns everything that works once the program is there, and ends it in the order in which that can end.

    A run that is apart has its window alone: shortcuts, popup and tray are the other's. ``catalogues`` is the folder of
    the languages' words, by default our own.
    """

    def __init__(self, opening: Opening, the_end: asyncio.Event, catalogues: Path | None = None) -> None:
        self._opening = opening
        self._catalogues = catalogues or resources() / "i18n"
        self._spoken = interface_language()
        self._switching = InTurn()
        self.workings = Workings(opening, self._session)
        self.window = RunningWindow(opening, self.workings)
        self.resident = None if opening.standing.is_apart else Resident(opening, self.workings, self.window)
        self.workings.lasting_preferences.listen(self._follow_settings)
        self._the_end = the_end
        opening.window.closed.connect(the_end.set)

    async def run(self, the_end: asyncio.Event) -> None:
        """Work until the end, then end everything that runs and keep what is to be kept."""
        self.window.start()
        if self.resident:
            self.resident.start()
        self.workings.start()
        await the_end.wait()
        self._opening.window.hide()
        await self._switching.finish()
        beside = (self.resident,) if self.resident else ()
        await close_in_turn(*beside, self.window, self.workings.session, self.workings)

    def open_file(self, path: str) -> None:
        """Bring the window to the front, with this file's text as source, unless the program is about to end."""
        if not self._the_end.is_set():
            self._opening.window.bring_back()
            self.window.take_in(None, None, path)

    def _session(self) -> Session:
        """Return the session as it is."""
        popup = self.resident.session() if self.resident else self._opening.session.popup
        return self.window.session()._replace(popup=popup)

    # Another language

    def _follow_settings(self, settings: Settings) -> None:
        wanted = language_for(settings.interface_language)
        if wanted != self._spoken:
            self._spoken = wanted
            self._switching.do(lambda: self._speak(wanted))

    async def _speak(self, language: str) -> None:
        """Say everything in this language. The windows are made anew for that; what works behind them stays."""
        while self.window.is_busy and not self._the_end.is_set():  # noqa: ASYNC110 - many things may be read, by many
            await asyncio.sleep(_LOOK_AGAIN_AFTER)
        if language != self._spoken or self._the_end.is_set():
            return  # the user has chosen another meanwhile, or leaves
        before, handed = self.window, self.window.hand_over()
        install(self._catalogues, lambda: language)
        self._opening.theme.apply_again()  # each language has fonts of its own
        self._opening, left = fill_anew(self._opening)
        self.workings.show_through(self._opening)
        self.window = RunningWindow(self._opening, self.workings)
        end_popup = self.resident.show_through(self._opening, self.window) if self.resident else None
        self.window.take_over(handed)
        await before.close()
        if end_popup is not None:
            await end_popup()
        for part in left:
            part.deleteLater()
        del before, handed, left, end_popup
        await asyncio.sleep(0)  # Qt deletes them now
        gc.collect()  # a window is thousands of objects, in circles: by itself, Python looks at them ever more rarely
        await asyncio.to_thread(give_memory_back)  # there were two of each window: 4 to 11 MB
