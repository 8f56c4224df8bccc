"""The clipboard of X11 for a moment's use: kept, changed, watched, and given back byte for byte. For one thread."""

import threading
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import Self

from translator.desktop.clipboard.content import KDE_HINT
from translator.desktop.clipboard.own_use import OwnUse
from translator.desktop.clipboard.x11.owning import Formats, Owning
from translator.desktop.clipboard.x11.reading import read_copied, refuse_secret
from translator.desktop.clipboard.x11.receiving import Receiving
from translator.desktop.x11.server import Property, Server
from translator.surroundings.copied import ClipboardNotRestored, Copied, NothingThere, TooMuch

CLIPBOARD, PRIMARY = "CLIPBOARD", "PRIMARY"

MOST_KEPT = 128 * 1024 * 1024
"""Bytes, over all formats, that are kept to be given back."""

_KEEPING_PATIENCE = 1.0  # seconds; a program that is alive may have to draw a picture first

# These are no content: what the selection says of itself, and wishes that do something to it (ICCCM 2.6.2 and 2.6.3).
_NOT_CONTENT = frozenset(
    ("TARGETS", "MULTIPLE", "TIMESTAMP", "SAVE_TARGETS", "DELETE", "INSERT_SELECTION", "INSERT_PROPERTY")
)


@dataclass(frozen=True, slots=True)
class Kept:
    """What was on selections, by their names: all formats of each. None at all where it had no owner."""

    selections: Mapping[str, Formats] = field(repr=False)


class X11Board:
    """Uses the clipboard for a moment. Raises NoServer."""

    def __init__(self, own_use: OwnUse, display: str | None = None) -> None:
        self._own_use = own_use
        self._display = display
        self.server = Server(display)
        self.server.count_changes(CLIPBOARD)
        self._clipboard = self.server.atom(CLIPBOARD)
        self._put: Owning | None = None
        self._taken = threading.Condition()
        self._takers: list[int] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        if self._put is not None:
            self._put.stop()
        self.server.close()

    # Watching

    def change_number(self) -> int:
        """Return a number that grows whenever a program puts something on the clipboard."""
        self.server.owner_of(CLIPBOARD)  # whatever happened before this is told before its answer
        while self.server.next_event(0) is not None:
            pass
        return self.server.changes[self._clipboard]

    def wait_for_change(self, since: int, seconds: float) -> bool:
        """Wait until that number is another than this; return whether it is."""
        end = time.monotonic() + seconds
        while self.change_number() == since:
            left = end - time.monotonic()
            if left <= 0:
                return False
            self.server.next_event(left)
        return True

    # Reading and keeping

    def read(self, selection: str = CLIPBOARD) -> Copied:
        """Return what is on it. Raises CannotRead."""
        return read_copied(Receiving(self.server, selection))

    def keep(self, selections: Sequence[str] = (CLIPBOARD,)) -> Kept:
        """Return all of their content. Raises CannotRead where it is not to be had in full, or marked as secret."""
        return Kept({name: self._keep(name) for name in selections})

    def _keep(self, selection: str) -> Formats:
        try:
            offered = Receiving(self.server, selection).formats()
        except NothingThere:
            return {}
        receiving = Receiving(self.server, selection, _KEEPING_PATIENCE)
        refuse_secret(receiving, offered)
        kept: dict[str, Property] = {}
        left = MOST_KEPT
        for name in offered:
            content = None if name in _NOT_CONTENT else receiving.fetch(name, most=left)
            if content is not None:
                kept[name] = content
                left -= len(content.content)
                if left <= 0:
                    raise TooMuch
        return kept

    # Changing and giving back

    def put(self, text: str, selections: Sequence[str] = (CLIPBOARD,)) -> bool:
        """Put a text on these selections, until they are given back; return whether they were to be had."""
        formats = text_on_offer(text)
        self._put = Owning(dict.fromkeys(selections, formats), self._note_taker, self._display)
        return self._put.start()

    def _note_taker(self, window: int, target: str) -> None:
        if target != KDE_HINT:
            with self._taken:
                self._takers.append(window)
                self._taken.notify()

    def wait_until_taken(self, by: Callable[[int], bool], seconds: float) -> bool:
        """Wait until the text was handed to a window for which ``by`` holds; return whether it was."""
        end = time.monotonic() + seconds
        while True:
            with self._taken:
                self._taken.wait_for(lambda: bool(self._takers), max(0.0, end - time.monotonic()))
                takers, self._takers = self._takers, []
            if any(map(by, takers)):
                return True
            if time.monotonic() >= end:
                return False

    def give_back(self, kept: Kept, number: int) -> None:
        """Put back what was kept, unless the clipboard has changed again since it had this number.

        Raises ClipboardNotRestored.
        """
        if self.change_number() != number:  # what somebody has copied meanwhile is what the user wants to have
            return
        full = {name: formats for name, formats in kept.selections.items() if formats}
        for name in kept.selections.keys() - full.keys():
            self.server.core.SetSelectionOwner(0, self.server.atom(name), self.server.timestamp())
            self.server.owner_of(name)  # by the answer, it is done
        self._own_use.leave(lambda owner: owner == 0)
        if full:
            self._give_back(full)

    def _give_back(self, selections: Mapping[str, Formats]) -> None:
        owning = Owning(selections, display=self._display)
        self._own_use.leave(lambda owner: owner == owning.window and not owning.is_over)
        if not owning.start():
            raise ClipboardNotRestored


def text_on_offer(text: str) -> dict[str, Property]:
    """Return a text in the formats that programs of X11 ask for, marked so that clipboard histories leave it out."""
    encoded = text.encode("utf-8", "replace")
    formats = {
        "UTF8_STRING": Property("UTF8_STRING", 8, encoded),
        "text/plain;charset=utf-8": Property("text/plain;charset=utf-8", 8, encoded),
        "text/plain": Property("text/plain", 8, encoded),
        "TEXT": Property("UTF8_STRING", 8, encoded),
        KDE_HINT: Property(KDE_HINT, 8, b"secret"),
    }
    with suppress(UnicodeEncodeError):  # those who can read nothing else get nothing
        formats["STRING"] = Property("STRING", 8, text.encode("latin-1"))
    return formats
