"""The program in front on Windows and macOS."""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Protocol

from translator.daemon_thread import call_in_daemon_thread
from translator.desktop.program_in_front.borrowing import Borrowing
from translator.surroundings.copied import CannotReplace, NotAllowed, NothingThere, OwnerHangs
from translator.surroundings.obstacles import Obstacle

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.desktop.clipboard.counted import CountedBoard
    from translator.desktop.clipboard.own_use import OwnUse

_LONGEST_SECONDS = 30.0
_FRONT_SECONDS = 1.0
_LOOKING_SECONDS = 0.01
PASTING_SECONDS = 0.25
"""How long a program has to take what it was told to paste: neither system tells when it has."""


class NativeDesktop(Protocol):
    """A system's own calls. A program in front is known by a number; 0 is none."""

    def in_front(self) -> int:
        """Return the program in front, unless it is this one."""
        ...

    def is_allowed(self) -> bool:
        """Return whether the user lets this program press keys."""
        ...

    def is_answering(self, program: int) -> bool:
        """Return whether the program is alive, as far as can be told."""
        ...

    def bring_to_front(self, program: int) -> None:
        """Ask for the program to be in front."""
        ...

    def press_copy(self, program: int) -> bool:
        """Press its keys for Copy, whatever else is held down; return whether that was possible."""
        ...

    def press_paste(self, program: int) -> bool:
        """Press its keys for Paste; return whether that was possible."""
        ...


@dataclass(frozen=True, slots=True)
class Waiting:
    """How time passes, in seconds."""

    now: Callable[[], float] = time.monotonic
    sleep: Callable[[float], None] = time.sleep


class NativeProgramInFront:
    """Reads from and writes to the program that was in front when it was told to remember it."""

    def __init__(
        self, desktop: NativeDesktop, make_board: Callable[[], CountedBoard[Any]], own_use: OwnUse,
        waiting: Waiting | None = None,
    ) -> None:  # fmt: skip
        """``make_board`` opens the clipboard, on the thread that uses it."""
        self._desktop = desktop
        self._make_board = make_board
        self._own_use = own_use
        self._waiting = waiting or Waiting()
        self._program = 0

    async def warm(self) -> None:
        """There is nothing to load."""

    def remember(self) -> None:
        """Take note of which program is in front now."""
        self._program = self._desktop.in_front()

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be replaced there; None where it can."""
        if not self._desktop.is_allowed():
            return Obstacle.PERMISSION
        return None if self._program else Obstacle.NOBODY_IN_FRONT

    async def selected_text(self) -> str:
        """Return the text selected in it. Raises CannotRead, and ClipboardNotRestored."""
        program = self._program  # another one may be in front by the time that a thread reads
        if not program:
            raise NothingThere
        if not self._desktop.is_allowed():
            raise NotAllowed
        try:
            return await call_in_daemon_thread(lambda: self._read(program), _LONGEST_SECONDS)
        except TimeoutError:
            raise OwnerHangs from None

    async def replace(self, text: str) -> None:
        """Paste this over what is selected in it. Raises CannotReplace, and ClipboardNotRestored."""
        program = self._program
        if self.obstacle is not None:
            raise CannotReplace
        try:
            await call_in_daemon_thread(lambda: self._write(program, text), _LONGEST_SECONDS)
        except TimeoutError:
            raise CannotReplace from None

    def return_focus(self) -> None:
        """Give it the keyboard back."""
        if self._program:
            self._desktop.bring_to_front(self._program)

    # On a thread

    def _read(self, program: int) -> str:
        with self._own_use.going_on(), self._make_board() as board:
            return Borrowing(board, _Keys(self._desktop, program, self._waiting)).copy()

    def _write(self, program: int, text: str) -> None:
        with self._own_use.going_on(), self._make_board() as board:
            Borrowing(board, _Keys(self._desktop, program, self._waiting)).paste(text)


class _Keys:
    """Presses keys in one program."""

    def __init__(self, desktop: NativeDesktop, program: int, waiting: Waiting) -> None:
        self._desktop = desktop
        self._program = program
        self._waiting = waiting

    def press_copy(self) -> bool:
        """Press the keys for Copy in it; return whether it is in front."""
        return self._come() and self._desktop.press_copy(self._program)

    def press_paste(self) -> bool:
        """Bring it to the front and press the keys for Paste in it; return whether that could be done."""
        return self._come() and self._desktop.press_paste(self._program)

    def wait_until_pasted(self) -> bool:
        """Give it time to paste; return whether it is alive."""
        if not self._desktop.is_answering(self._program):
            return False
        self._waiting.sleep(PASTING_SECONDS)
        return True

    def _come(self) -> bool:
        if self._desktop.in_front() == self._program:
            return True
        self._desktop.bring_to_front(self._program)
        end = self._waiting.now() + _FRONT_SECONDS
        while self._desktop.in_front() != self._program:
            if self._waiting.now() >= end:
                return False
            self._waiting.sleep(_LOOKING_SECONDS)
        return True
