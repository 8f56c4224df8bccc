"""What works while no window need be open: the popup, the shortcuts, the tray. Imported after the first paint."""

import asyncio
from collections.abc import Awaitable, Callable

from translator.desktop.activation import insist, take_activation
from translator.desktop.hotkeys.find_shortcuts import find_shortcuts
from translator.desktop.instance.serving import make_server
from translator.desktop.memory import give_memory_back
from translator.desktop.program_in_front.finding import find_program_in_front
from translator.desktop.sight import sees_copies
from translator.running.opening import Opening
from translator.running.resident.calls import PopupCalls
from translator.running.resident.copied_files import CopiedFiles
from translator.running.resident.pictures import PopupPictures
from translator.running.resident.popup_parts import focus_to_read, make_popup, say_not_restored, selected_here
from translator.running.resident.tray_parts import Tray
from translator.running.running_window import RunningWindow
from translator.running.workings import Workings
from translator.session import PopupSession
from translator.surroundings.summons import Call, Summons
from translator.ui.loop.tasks import Tasks, close_in_turn
from translator.ui.popup.popup import Popup
from translator.ui.popup.speaking import add_reading_aloud
from translator.ui.shortcuts.words import name_of
from translator.ui.watching.copy_watch import CopyWatch

PREPARED_AFTER = 2.0
"""Seconds after which the popup is made, so that it is there at once; nobody is held up who begins to type."""

SETTLED_AFTER = 10.0
"""Seconds after that when everything is loaded, and what loading took can be given back."""


class Resident:
    """Answers what shortcuts, the tray and other processes ask for.

    A run that is apart from the one that all of these reach has none. What is here shares ``workings`` with the window.
    """

    def __init__(self, opening: Opening, workings: Workings, running: RunningWindow) -> None:
        self._opening = opening
        self._workings = workings
        self._running = running
        self._tasks = Tasks()
        self._front = find_program_in_front(workings.own_use)
        self._watch = CopyWatch(
            workings.clipboard, workings.lasting_preferences, self._show_copied, self._show_watching,
            is_seen=sees_copies(),
        )  # fmt: skip
        self._make_popup(opening.session.popup)
        self._tray = Tray(
            opening, lambda: self._running, workings.lasting_preferences, workings.shortcuts, self._summon, self._pause
        )
        workings.clipboard.listen_to_own(self._watch.ignore)
        self._join_window()
        instance = opening.standing.instance
        self._server = make_server(instance, self.answer) if instance else None

    def _make_popup(self, before: PopupSession) -> None:
        """Make what shows the popup, and what is read into it."""
        opening, workings, running = self._opening, self._workings, self._running
        self.popup = popup = make_popup(opening, workings, running, self._front, before)
        self._pictures = PopupPictures(opening, workings, running.do.settings, running.do.guide, popup, self._front)
        self._calls = PopupCalls(
            popup, CopiedFiles(workings.clipboard), self._front, self._pictures.read,
            lambda: say_not_restored(popup), focus_to_read(popup),
            selected_here=selected_here,
        )  # fmt: skip
        add_reading_aloud(popup, opening.theme, workings.reading_aloud)
        popup.when_made(self._insist_for)

    def _join_window(self) -> None:
        self._opening.window.view.status.watching.clicked.connect(self._watch.stop_watching)
        self._running.has_tray = lambda: self._tray.presenter.has_tray
        self._watch.tell()

    def show_through(self, opening: Opening, running: RunningWindow) -> Callable[[], Awaitable[None]]:
        """Work beside this window from now on, in the language that is spoken now: what has words is made anew.

        What the desktop has given us stays: the shortcuts, the place in the tray, the clipboard's news, the socket.
        Return what ends the popup that was there before.
        """
        popup, pictures, calls = self.popup, self._pictures, self._calls
        handed = popup.hand_over()
        self._opening, self._running = opening, running
        self._make_popup(popup.session())
        self._join_window()
        self._tray.say_anew()
        self._tasks.start("popup", self.popup.prepare())
        if handed is not None:
            self.popup.take_over(handed)

        async def end() -> None:
            await close_in_turn(calls, pictures, popup)
            popup.delete()

        return end

    def start(self) -> None:
        """Set it to work. The event loop must be running."""
        self._tasks.start("popup", self._prepare_popup())
        self._tray.start()
        self._workings.shortcuts.start(lambda: find_shortcuts(name_of), self._follow_shortcut)
        if self._server:
            self._server.start()

    async def close(self) -> None:
        """Be called no more, end everything that runs, and let go of every shortcut."""
        instance = self._opening.standing.instance
        if self._server and instance:
            await self._server.close()
            instance.stop_listening()  # the lock is held to the end of the process: what is being kept is still ours
        await close_in_turn(
            self._workings.shortcuts, self._tray, self._watch, self._calls, self._pictures, self._tasks, self.popup,
        )  # fmt: skip

    def session(self) -> PopupSession:
        """Return what of the popup is to be the same the next time."""
        return self.popup.session()

    def _show_copied(self, text: str) -> None:
        self._calls.show_copied(text)

    def _show_watching(self, watching: bool) -> None:
        self._opening.window.view.status.show_watching(watching=watching)

    # What is asked for

    def answer(self, call: Call) -> None:
        """Do what is asked for, by whomever."""
        take_activation(call.activation)
        match call.summons:
            case Summons.OPEN:
                self._open(call)
            case Summons.CLIPBOARD:
                self._calls.show_clipboard()
            case Summons.SELECTION:
                self._calls.show_selection()
            case Summons.REGION:
                self._pictures.choose_region()

    def _open(self, call: Call) -> None:
        """Bring the window to the front, and into it what came with the call."""
        self._opening.window.bring_back()
        self._tasks.start("front", insist(int(self._opening.window.winId())))
        source, target = self._opening.parse_tag(call.source), self._opening.parse_tag(call.target)
        self._running.take_in(source, target, call.file, call.others)

    def _insist_for(self, popup: Popup) -> None:
        window = popup.window
        window.focus.refused.connect(lambda: self._tasks.start("popup in front", insist(int(window.winId()))))

    def _follow_shortcut(self, summons: Summons, activation: str) -> None:
        self.answer(Call(summons, activation))

    def _summon(self, summons: Summons) -> None:
        self.answer(Call(summons))

    def _pause(self, paused: bool) -> None:
        """Leave the keys to other programs, and copying twice as well."""
        self._workings.shortcuts.set_paused(paused=paused)
        self._watch.is_paused = paused

    async def _prepare_popup(self) -> None:
        if not self._opening.options.background:
            await asyncio.sleep(PREPARED_AFTER)
        await self._front.warm()
        await self.popup.prepare()
        await asyncio.sleep(SETTLED_AFTER)
        await asyncio.to_thread(give_memory_back)
