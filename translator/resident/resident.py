"""What works while no window need be open: the popup, the shortcuts, the tray. Imported after the first paint."""

from collections.abc import Callable

from translator.desktop.instance.serving import make_server
from translator.opening import Opening
from translator.running_window import RunningWindow
from translator.surroundings.summons import Call, Summons
from translator.workings import Workings


class Resident:
    """Answers what shortcuts, the tray and other processes ask for, and decides how long the program lives.

    ``quit_program`` ends it.
    """

    def __init__(
        self, opening: Opening, workings: Workings, running: RunningWindow, quit_program: Callable[[], None]
    ) -> None:
        self._opening = opening
        self._workings = workings
        self._running = running
        self._quit = quit_program
        opening.window.closed.connect(quit_program)
        instance = opening.standing.instance
        self._server = make_server(instance, self.answer) if instance else None
        # Here are made, in this order: the clipboard and the program in front; the popup; speech; the shortcuts; the
        # tray and the clipboard's watch; the capture of a part of the screen.

    def start(self) -> None:
        """Set it to work. The event loop must be running."""
        if self._server:
            self._server.start()

    async def close(self) -> None:
        """Be called no more, end everything that runs, and let go of every shortcut."""
        instance = self._opening.standing.instance
        if self._server and instance:
            await self._server.close()
            instance.stop_listening()  # the lock is held to the end of the process: what is being kept is still ours

    def answer(self, call: Call) -> None:
        """Do what is asked for, by whomever."""
        if call.summons is Summons.OPEN:
            self._open(call)

    def _open(self, call: Call) -> None:
        """Bring the window to the front, and into it what came with the call."""
        self._opening.window.bring_back()
        self._running.take_in(self._opening.parse_tag(call.source), self._opening.parse_tag(call.target), call.file)
