"""What another program offers on a selection, asked for in the way of the ICCCM (section 2), large content included."""

import time
from typing import Any

import xcffib.xproto

from translator.desktop.x11.server import Property, Server
from translator.surroundings.copied import PATIENCE_SECONDS, NothingThere, OwnerHangs, TooMuch

_LONGEST_SECONDS = 10.0  # however steadily it drips
_NEW_VALUE = 0


class Receiving:
    """Asks for the content of one selection, a format at a time.

    ``patience`` is how many seconds its owner may do nothing at all. Whoever got OwnerHangs or TooMuch asks nothing
    more with the same server: what was under way would be taken for the answer.
    """

    def __init__(self, server: Server, selection: str, patience: float = PATIENCE_SECONDS) -> None:
        self._server = server
        self._selection, self._place = server.atoms((selection, f"TRANSLATOR_{selection}"))
        self._name = selection
        self._patience = patience

    def formats(self) -> list[str]:
        """Return what the owner offers. Raises NothingThere where there is no owner, and OwnerHangs."""
        if not self._server.owner_of(self._name):
            raise NothingThere
        listed = self.fetch("TARGETS", most=65536)
        return self._server.names(listed.numbers()) if listed else []

    def fetch(self, target: str, *, most: int) -> Property | None:
        """Return the content in this format, or None where the owner refuses. Raises OwnerHangs, and TooMuch."""
        end = time.monotonic() + _LONGEST_SECONDS
        wanted, window = self._server.atom(target), self._server.window
        self._server.core.DeleteProperty(window, self._place)
        self._server.core.ConvertSelection(window, self._selection, wanted, self._place, xcffib.xproto.Time.CurrentTime)
        if not self._is_answered(wanted, end):
            return None
        answer = self._server.read_property(window, self._place, most=most + 1, delete=True)
        if answer is not None and answer.type == "INCR":
            if sum(answer.numbers()[:1]) > most:  # at least so many bytes
                raise TooMuch
            return self._collect(most, end)
        return _within(answer, most)

    def _is_answered(self, wanted: int, end: float) -> bool:
        while True:
            event = self._next(end)
            if not isinstance(event, xcffib.xproto.SelectionNotifyEvent):
                continue
            if (event.selection, event.target) == (self._selection, wanted):
                return bool(event.property)

    def _collect(self, most: int, end: float) -> Property | None:
        pieces: list[bytes] = []
        size = 0
        while True:
            self._wait_for_piece(end)
            piece = self._server.read_property(self._server.window, self._place, most=most + 1, delete=True)
            if piece is None:
                raise OwnerHangs
            if not piece.content:
                return Property(piece.type, piece.bits, b"".join(pieces))
            pieces.append(piece.content)
            size += len(piece.content)
            if size > most:
                raise TooMuch

    def _wait_for_piece(self, end: float) -> None:
        while True:
            event = self._next(end)
            is_change = isinstance(event, xcffib.xproto.PropertyNotifyEvent) and event.state == _NEW_VALUE
            if is_change and (event.window, event.atom) == (self._server.window, self._place):
                return

    def _next(self, end: float) -> Any:  # noqa: ANN401 - the library's events have no common type
        event = self._server.next_event(min(self._patience, end - time.monotonic()))
        if event is None:
            raise OwnerHangs
        return event


def _within(answer: Property | None, most: int) -> Property | None:
    if answer is not None and len(answer.content) > most:
        raise TooMuch
    return answer
