"""The program in front on X11, for the window: quick to remember it, and never held up by it."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from translator.daemon_thread import call_in_daemon_thread
from translator.surroundings.copied import CannotReplace, NothingThere, OwnerHangs
from translator.surroundings.obstacles import Obstacle

if TYPE_CHECKING:
    from translator.desktop.clipboard.own_use import OwnUse
    from translator.desktop.program_in_front.x11.windows import Front
    from translator.desktop.x11.server import Server

_LONGEST_SECONDS = 30.0  # each wait on the way has a limit of its own, far below this


class X11ProgramInFront:
    """Reads from and writes to the window that was in front when it was told to remember it."""

    def __init__(self, own_use: OwnUse, display: str | None = None) -> None:
        self._own_use = own_use
        self._display = display
        self._front: Front | None = None
        self._server: Server | None = None

    async def warm(self) -> None:
        """Load what ``remember`` needs, and ask the server once, so that it takes a millisecond the first time, too."""

        def load() -> Server | None:
            from translator.desktop.program_in_front.x11 import program  # noqa: F401 - what is used later
            from translator.desktop.program_in_front.x11.windows import find_front
            from translator.desktop.x11.server import FAULTS, Server

            try:
                server = Server(self._display)
            except FAULTS:
                return None
            try:
                find_front(server)
            except FAULTS:
                server.close()
                return None
            return server

        with suppress(TimeoutError):  # then the first time takes longer
            server = await call_in_daemon_thread(load, _LONGEST_SECONDS)
            if self._server is None:
                self._server = server
            elif server is not None:
                server.close()

    def remember(self) -> None:
        """Take note of which window is in front now. Asks the X server alone, which answers at once."""
        from translator.desktop.program_in_front.x11.windows import find_front
        from translator.desktop.x11.server import FAULTS

        try:
            self._front = find_front(self._line())
        except FAULTS:
            self._front = self._server = None

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be replaced there; None where it can."""
        return Obstacle.NOBODY_IN_FRONT if self._front is None or self._front.is_own else None

    async def selected_text(self) -> str:
        """Return the text selected in it. Raises CannotRead, and ClipboardNotRestored."""
        front = self._front
        if front is None or front.is_own:
            raise NothingThere
        try:
            return await call_in_daemon_thread(lambda: _read(self._own_use, front, self._display), _LONGEST_SECONDS)
        except TimeoutError:
            raise OwnerHangs from None

    async def replace(self, text: str) -> None:
        """Paste this over what is selected in it. Raises CannotReplace, and ClipboardNotRestored."""
        front = self._front
        if front is None or front.is_own:
            raise CannotReplace
        try:
            await call_in_daemon_thread(lambda: _replace(self._own_use, front, text, self._display), _LONGEST_SECONDS)
        except TimeoutError:
            raise CannotReplace from None

    def return_focus(self) -> None:
        """Give it the keyboard back."""
        from translator.desktop.program_in_front.x11.windows import bring_to_front
        from translator.desktop.x11.server import FAULTS

        if self._front is None or self._front.is_own:
            return
        try:
            bring_to_front(self._line(), self._front.window)
        except FAULTS:
            self._server = None

    def _line(self) -> Server:
        from translator.desktop.x11.server import Server

        if self._server is None:
            self._server = Server(self._display)
        return self._server


def _read(own_use: OwnUse, front: Front, display: str | None) -> str:
    from translator.desktop.clipboard.x11.board import X11Board
    from translator.desktop.program_in_front.borrowing import Borrowing
    from translator.desktop.program_in_front.x11.program import X11Program, selected_at_once
    from translator.desktop.x11.server import FAULTS

    try:
        with own_use.going_on(), X11Board(own_use, display) as board:
            return selected_at_once(board, front) or Borrowing(board, X11Program(board, front)).copy()
    except FAULTS:
        raise NothingThere from None


def _replace(own_use: OwnUse, front: Front, text: str, display: str | None) -> None:
    from translator.desktop.clipboard.x11.board import X11Board
    from translator.desktop.program_in_front.borrowing import Borrowing
    from translator.desktop.program_in_front.x11.program import PasteBoard, X11Program
    from translator.desktop.x11.server import FAULTS

    try:
        with own_use.going_on(), X11Board(own_use, display) as board:
            Borrowing(PasteBoard(board, front), X11Program(board, front)).paste(text)
    except FAULTS:
        raise CannotReplace from None
