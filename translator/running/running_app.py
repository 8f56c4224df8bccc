"""The running program: its window, and what works beside it, from the first paint to the end."""

import asyncio
from dataclasses import replace

from translator.running.opening import Opening
from translator.running.resident.resident import Resident
from translator.running.running_window import RunningWindow
from translator.running.workings import Workings
from translator.session import Session
from translator.ui.tasks import close_in_turn


class RunningApp:
    """Owns everything that works once the program is there, and ends it in the order in which that can end.

    A run that is apart has its window alone: shortcuts, popup and tray are the other's.
    """

    def __init__(self, opening: Opening, the_end: asyncio.Event) -> None:
        self._opening = opening
        self.workings = Workings(opening, self._session)
        self.window = RunningWindow(opening, self.workings)
        self.resident = None if opening.standing.is_apart else Resident(opening, self.workings, self.window)
        opening.window.closed.connect(the_end.set)

    async def run(self, the_end: asyncio.Event) -> None:
        """Work until the end, then end everything that runs and keep what is to be kept."""
        self.window.start()
        if self.resident:
            self.resident.start()
        self.workings.start()
        await the_end.wait()
        self._opening.window.hide()
        beside = (self.resident,) if self.resident else ()
        await close_in_turn(*beside, self.window, self.workings)

    def _session(self) -> Session:
        """Return the session as it is."""
        popup = self.resident.session() if self.resident else self._opening.session.popup
        return replace(self.window.session(), popup=popup)
