"""A text taken from a program by its own Copy, and put into it by its own Paste: the clipboard is borrowed meanwhile.

The same on every platform. All of it waits, and belongs on a thread of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from translator.surroundings.copied import CannotRead, CannotReplace, ClipboardNotRestored, NothingThere, NotText

if TYPE_CHECKING:
    from translator.surroundings.copied import Copied

COPY_SECONDS = 0.5
"""How long a program may take to copy, once it was told to."""
SETTLING_SECONDS = 0.03
"""How long nothing more must come: some programs put one copy on the clipboard in several steps."""
_MOST_STEPS = 10

Kept = TypeVar("Kept")


class Board(Protocol[Kept]):
    """The platform's clipboard."""

    def change_number(self) -> int:
        """Return a number that grows whenever a program puts something on it."""
        ...

    def wait_for_change(self, since: int, seconds: float) -> bool:
        """Wait until that number is another than this; return whether it is."""
        ...

    def read(self) -> Copied:
        """Return what is on it. Raises CannotRead."""
        ...

    def keep(self) -> Kept:
        """Return all of its content. Raises CannotRead where it is not to be had in full, or marked as secret."""
        ...

    def put(self, text: str) -> bool:
        """Put a text on it; return whether that could be done."""
        ...

    def give_back(self, kept: Kept, number: int) -> None:
        """Put back what was kept, unless it has changed since it had this number. Raises ClipboardNotRestored."""
        ...


class Program(Protocol):
    """The program in front."""

    def press_copy(self) -> bool:
        """Press the keys for Copy in it; return whether it has such keys, and is in front."""
        ...

    def press_paste(self) -> bool:
        """Bring it to the front and press the keys for Paste in it; return whether that could be done."""
        ...

    def wait_until_pasted(self) -> bool:
        """Wait until it has taken what it was to paste; return whether it has."""
        ...


class Borrowing(Generic[Kept]):
    """Uses the clipboard between the program and us."""

    def __init__(self, board: Board[Kept], program: Program) -> None:
        self._board = board
        self._program = program

    def copy(self) -> str:
        """Return the text that is selected. Raises CannotRead, and ClipboardNotRestored, which has the text."""
        kept = self._board.keep()
        number = self._board.change_number()
        if not self._program.press_copy() or not self._board.wait_for_change(number, COPY_SECONDS):
            raise NothingThere
        number = self._settle()
        text, fault = "", None
        try:
            text = self._board.read().text
        except CannotRead as reason:
            fault = reason
        try:
            self._board.give_back(kept, number)
        except ClipboardNotRestored:
            raise ClipboardNotRestored(text) from fault
        if fault is not None:
            raise fault
        if not text:
            raise NotText
        return text

    def _settle(self) -> int:
        for _ in range(_MOST_STEPS):
            number = self._board.change_number()
            if not self._board.wait_for_change(number, SETTLING_SECONDS):
                break
        return number

    def paste(self, text: str) -> None:
        """Put a text in the place of what is selected. Raises CannotReplace, and ClipboardNotRestored."""
        try:
            kept = self._board.keep()
        except CannotRead as reason:  # what cannot be given back is not touched
            raise CannotReplace from reason
        untouched = self._board.change_number()
        is_put = self._board.put(text)
        number = self._board.change_number()
        if number == untouched:  # there is nothing to be given back
            raise CannotReplace
        try:
            is_pasted = is_put and self._program.press_paste() and self._program.wait_until_pasted()
        finally:
            self._board.give_back(kept, number)
        if not is_pasted:
            raise CannotReplace
