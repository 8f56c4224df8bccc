"""Content that is put on selections byte for byte, and handed out on a thread of its own.

Qt's clipboard could not give back what another program had offered: it knows no types but a format's own name, and no
items but bytes.
"""

import select
import socket
import struct
import sys
import threading
import time
from collections.abc import Callable, Mapping
from typing import Any

import xcffib
import xcffib.xproto

from translator.desktop.x11.server import FAULTS, Property, Server

Formats = Mapping[str, Property]
"""What is offered: the name of each target, and what is handed out for it."""

PORTION = 64 * 1024
"""Bytes beyond which content is handed out piece by piece."""

_GIVEN_UP_SECONDS = 10.0  # a program that takes nothing more of a large content has gone

_NOTIFY = "=B3xIIIII8x"  # a SelectionNotify event: its number, time, requestor, selection, target, property


class _Transfer:
    """A large content on its way to one program."""

    def __init__(self, content: Property, done: Callable[[], None]) -> None:
        self.content = content
        self.done = done
        self.sent = 0
        self.touched = time.monotonic()

    def next_piece(self) -> Property:
        """Return the next piece; the last is empty."""
        piece = self.content.content[self.sent : self.sent + PORTION]
        self.sent += len(piece)
        self.touched = time.monotonic()
        return Property(self.content.type, self.content.bits, piece)


class Owning:
    """Owns selections, by name, from ``start`` on until other programs take them over.

    ``fetched`` is called on that thread with the window of whoever has been handed a content in full, and with the
    format's name. ``window`` is the owner that others see.
    """

    def __init__(
        self, selections: Mapping[str, Formats], fetched: Callable[[int, str], None] = lambda _window, _target: None,
        display: str | None = None,
    ) -> None:  # fmt: skip
        self._offered = selections
        self._fetched = fetched
        self._server = Server(display)
        self.window = self._server.window
        self._selections = dict(zip(self._server.atoms(selections), selections, strict=True))
        self._since: dict[str, int] = {}
        self._transfers: dict[tuple[int, int], _Transfer] = {}
        self._stopping, self._stop = socket.socketpair()
        self._thread = threading.Thread(target=self._serve, daemon=True, name="selection-owner")

    def start(self) -> bool:
        """Take the selections; return whether all were had. To be called once."""
        now = self._server.timestamp()
        for name, atom in zip(self._offered, self._server.atoms(self._offered), strict=True):
            self._server.core.SetSelectionOwner(self.window, atom, now)
            if self._server.owner_of(name) == self.window:
                self._since[name] = now
        has_all = len(self._since) == len(self._offered)
        self._thread.start()
        return has_all

    def stop(self) -> None:
        """Let go of everything, and wait until that is done."""
        try:
            self._stop.send(b".")
        except OSError:  # it has ended by itself
            return
        self._thread.join()

    @property
    def is_over(self) -> bool:
        """Whether other programs have taken over everything."""
        return not self._since

    # On the thread

    def _serve(self) -> None:
        try:
            while self._since or self._transfers:
                event = self._server.next_event(0)
                if event is not None:
                    self._take(event)
                elif self._is_stopped():
                    break
        except FAULTS:
            pass  # the display has gone, and its clipboard with it
        finally:
            self._since.clear()
            self._offered = {}  # whoever still asks whether it is over does not keep what may be 128 MB
            self._server.close()
            self._stop.close()
            self._stopping.close()

    def _is_stopped(self) -> bool:
        """Wait until there is something to do, without a tick while nothing is under way."""
        self._drop_abandoned()
        patience = _GIVEN_UP_SECONDS if self._transfers else None
        stopping = self._stopping.fileno()
        readable, _, _ = select.select([self._server.descriptor, stopping], [], [], patience)
        return stopping in readable

    def _take(self, event: Any) -> None:  # noqa: ANN401 - the library's events have no common type
        kinds = xcffib.xproto
        if isinstance(event, kinds.SelectionRequestEvent):
            self._answer(event)
        elif isinstance(event, kinds.SelectionClearEvent):
            self._since.pop(self._selections.get(event.selection, ""), None)
        elif isinstance(event, kinds.PropertyNotifyEvent) and event.state == kinds.Property.Delete:
            self._go_on((event.window, event.atom))

    def _answer(self, event: Any) -> None:  # noqa: ANN401 - likewise
        place = event.property or event.target  # clients from before the ICCCM leave the place open
        name = self._selections.get(event.selection)
        is_given = name in self._since and self._give(event.requestor, event.target, place, str(name))
        place = place if is_given else 0
        told = struct.pack(_NOTIFY, 31, event.time, event.requestor, event.selection, event.target, place)
        self._server.core.SendEvent(False, event.requestor, 0, told)
        self._server.connection.flush()

    def _give(self, window: int, target: int, place: int, selection: str) -> bool:
        """Put what is asked for into its place; return whether there is such a thing."""
        name = "".join(self._server.names([target]))
        if name == "TARGETS":
            listed = self._server.atoms(["TARGETS", "TIMESTAMP", "MULTIPLE", *self._offered[selection]])
            self._server.write_property(window, place, _numbers("ATOM", listed))
        elif name == "TIMESTAMP":
            self._server.write_property(window, place, _numbers("INTEGER", [self._since[selection]]))
        elif name == "MULTIPLE":
            return self._give_several(window, place, selection)
        elif name in self._offered[selection]:
            self._give_content(window, place, self._offered[selection][name], lambda: self._fetched(window, name))
        else:
            return False
        return True

    def _give_several(self, window: int, place: int, selection: str) -> bool:
        """Answer the pairs of target and place that are listed in the place, and strike out those that are not had."""
        listed = self._server.read_property(window, place, most=PORTION)
        if listed is None:
            return False
        pairs = list(listed.numbers())
        for index in range(0, len(pairs) - 1, 2):
            if not self._give(window, pairs[index], pairs[index + 1], selection):
                pairs[index + 1] = 0
        self._server.write_property(window, place, _numbers("ATOM_PAIR", pairs))
        return True

    def _give_content(self, window: int, place: int, content: Property, done: Callable[[], None]) -> None:
        if len(content.content) <= PORTION:
            self._server.write_property(window, place, content)
            done()
            return
        self._transfers[window, place] = _Transfer(content, done)
        events = xcffib.xproto.EventMask.PropertyChange
        self._server.core.ChangeWindowAttributes(window, xcffib.xproto.CW.EventMask, [events])
        self._server.write_property(window, place, _numbers("INCR", [len(content.content)]))

    def _go_on(self, way: tuple[int, int]) -> None:
        transfer = self._transfers.get(way)
        if transfer is None:
            return
        piece = transfer.next_piece()
        self._server.write_property(*way, piece)
        self._server.connection.flush()
        if not piece.content:
            del self._transfers[way]
            transfer.done()

    def _drop_abandoned(self) -> None:
        latest = time.monotonic() - _GIVEN_UP_SECONDS
        for way in [way for way, transfer in self._transfers.items() if transfer.touched < latest]:
            del self._transfers[way]


def _numbers(kind: str, numbers: list[int]) -> Property:
    return Property(kind, 32, b"".join(number.to_bytes(4, sys.byteorder) for number in numbers))
