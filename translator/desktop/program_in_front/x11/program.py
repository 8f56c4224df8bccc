"""The program in front on X11, as the one to copy from and to paste into. For a thread that may wait."""

from translator.desktop.clipboard.x11.board import CLIPBOARD, PRIMARY, Kept, X11Board
from translator.desktop.clipboard.x11.receiving import Receiving
from translator.desktop.program_in_front.x11.keys import CTRL, INSERT, SHIFT, C, V, press_keys
from translator.desktop.program_in_front.x11.windows import (
    Front,
    Kind,
    bring_to_front,
    is_inside,
    is_same_program,
    last_touched,
    wait_until_in_front,
)
from translator.desktop.x11.server import Server
from translator.surroundings.copied import CannotRead, NothingThere

_TAKE_SECONDS = 1.0
_SETTLING_SECONDS = 0.05  # a program may ask for several formats, one after the other
_HALF = 1 << 31  # times of the server are 32 bits, and begin anew

_COPY = {Kind.ORDINARY: (CTRL, C), Kind.TERMINAL: (CTRL, SHIFT, C)}
_PASTE = {Kind.ORDINARY: (CTRL, V), Kind.TERMINAL: (SHIFT, INSERT), Kind.BY_SELECTION: (SHIFT, INSERT)}


class X11Program:
    """Presses keys in the window that was in front."""

    def __init__(self, board: X11Board, front: Front) -> None:
        self._board = board
        self._server = board.server
        self._front = front

    def press_copy(self) -> bool:
        """Press the keys for Copy in it; return whether it has such keys, and is in front."""
        keys = _COPY.get(self._front.kind)
        return keys is not None and self._come() and press_keys(self._server, *keys)

    def press_paste(self) -> bool:
        """Bring it to the front and press the keys for Paste in it; return whether that could be done."""
        return self._come() and press_keys(self._server, *_PASTE[self._front.kind])

    def wait_until_pasted(self) -> bool:
        """Wait until it has taken what it was to paste; return whether it has."""
        if not self._board.wait_until_taken(self._is_its, _TAKE_SECONDS):
            return False
        while self._board.wait_until_taken(self._is_its, _SETTLING_SECONDS):
            pass
        return True

    def _come(self) -> bool:
        bring_to_front(self._server, self._front.window)
        return wait_until_in_front(self._server, self._front.window)

    def _is_its(self, window: int) -> bool:
        return is_same_program(self._server, window, self._front.window)


class PasteBoard:
    """The clipboard, and in a terminal the primary selection with it, from which Shift+Insert pastes there."""

    def __init__(self, board: X11Board, front: Front) -> None:
        self._board = board
        self._is_terminal = front.kind is not Kind.ORDINARY
        self._selections = (CLIPBOARD, PRIMARY) if self._is_terminal else (CLIPBOARD,)
        self.change_number = board.change_number
        self.wait_for_change = board.wait_for_change
        self.read = board.read
        self.give_back = board.give_back

    def keep(self) -> Kept:
        """Return all of its content. Raises CannotRead."""
        return self._board.keep(self._selections)

    def put(self, text: str) -> bool:
        """Put a text on it; return whether that could be done."""
        # Without the end of the line, which would have a shell obey the last one.
        return self._board.put(text.rstrip("\r\n") if self._is_terminal else text, self._selections)


def selected_at_once(board: X11Board, front: Front) -> str:
    """Return the text of the primary selection where it is certainly what is selected now, else nothing.

    Programs leave there what was selected once, in another tab or before a click took the selection away. So its owner
    must be the program in front, and the selecting what the user did last in that window. Raises CannotRead.
    """
    server = board.server
    owner = server.owner_of(PRIMARY)
    if not owner or not is_same_program(server, owner, front.window) or not _is_fresh(server, owner, front):
        return ""
    try:
        return board.read(PRIMARY).text
    except NothingThere:
        return ""
    except CannotRead:
        if front.kind is Kind.BY_SELECTION:  # nothing else can be tried
            raise
        return ""


def _is_fresh(server: Server, owner: int, front: Front) -> bool:
    touched = last_touched(server, front.window)
    if touched is None:  # old toolkits do not say; those let go of the selection when it is taken away
        return is_inside(server, owner, front.window)
    told = Receiving(server, PRIMARY).fetch("TIMESTAMP", most=64)
    if told is None or not told.numbers():
        return False
    return (told.numbers()[0] - touched) % (2 * _HALF) < _HALF
