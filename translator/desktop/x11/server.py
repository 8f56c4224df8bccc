"""A line of one's own to the X server, beside Qt's: nothing that it waits for holds up the window."""

import io
import select
import struct
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

import xcffib
import xcffib.res
import xcffib.xfixes
import xcffib.xkb
import xcffib.xproto
import xcffib.xtest

_PORTION = 64 * 1024  # bytes read at a time; xcffib makes an object of each
_CHANGE_PROPERTY = 18
_FORMAT_BYTES = {8: 1, 16: 2, 32: 4}


class NoServer(Exception):
    """There is no X server to be reached, or it has gone."""


FAULTS = (NoServer, xcffib.XcffibException)
"""What any request may raise when the server has gone."""


@dataclass(frozen=True, slots=True)
class Property:
    """A window's property: the name of its type, the bits of its items (8, 16 or 32), and its bytes."""

    type: str
    bits: int
    content: bytes = field(repr=False)

    def numbers(self) -> tuple[int, ...]:
        """Return its 32-bit items; none where it has others."""
        if self.bits != 32:
            return ()
        return struct.unpack(f"={len(self.content) // 4}I", self.content)


class Server:
    """One connection, for one thread. ``window`` is an unmapped window of its own; ``changes`` counts new owners.

    Raises NoServer.
    """

    def __init__(self, display: str | None = None) -> None:
        try:
            connect: Callable[[str | None], Any] = xcffib.connect
            self.connection = connect(display)
        except xcffib.XcffibException as fault:
            raise NoServer from fault
        self.core = self.connection.core
        screen = self.connection.setup.roots[self.connection.pref_screen]
        self.root: int = screen.root
        self.changes: dict[int, int] = {}
        self._atoms: dict[str, int] = {}
        self._names: dict[int, str] = {}
        self._waiting = select.poll()
        self._waiting.register(self.connection.get_file_descriptor(), select.POLLIN)
        self.window = self._make_window(screen.root_visual)

    def _make_window(self, visual: int) -> int:
        window: int = self.connection.generate_id()
        mask, events = xcffib.xproto.CW.EventMask, xcffib.xproto.EventMask.PropertyChange
        kind = xcffib.xproto.WindowClass.InputOutput
        self.core.CreateWindow(0, window, self.root, -1, -1, 1, 1, 0, kind, visual, mask, [events])
        return window

    def close(self) -> None:
        """Hang up; the window goes with it."""
        self.connection.disconnect()

    # Names

    def atom(self, name: str) -> int:
        """Return the number that stands for this name."""
        return self.atoms((name,))[0]

    def atoms(self, names: Iterable[str]) -> list[int]:
        """Return the numbers that stand for these names, in one go."""
        wanted = list(names)
        # A name that a program chose may have any bytes: they are read, and written again, as Latin-1.
        asked = {name: name.encode("latin-1") for name in wanted if name not in self._atoms}
        cookies = [(name, self.core.InternAtom(False, len(raw), raw)) for name, raw in asked.items()]
        for name, cookie in cookies:
            self._atoms[name] = cookie.reply().atom
        return [self._atoms[name] for name in wanted]

    def names(self, atoms: Iterable[int]) -> list[str]:
        """Return the names of these numbers, in one go; what has none is left out."""
        wanted = list(atoms)
        cookies = [(atom, self.core.GetAtomName(atom)) for atom in wanted if atom not in self._names]
        for atom, cookie in cookies:
            try:
                self._names[atom] = cookie.reply().name.raw.decode("latin-1")
            except xcffib.Error:
                continue
        return [self._names[atom] for atom in wanted if atom in self._names]

    # Properties

    def read_property(self, window: int, name: int, *, most: int, delete: bool = False) -> Property | None:
        """Return a property, or None where the window has none; what is beyond ``most`` bytes is cut off."""
        pieces: list[bytes] = []
        while True:
            offset = sum(map(len, pieces)) // 4
            try:
                reply = self.core.GetProperty(delete, window, name, 0, offset, _PORTION // 4).reply()
            except xcffib.Error:  # the window has gone
                return None
            if not reply.type:
                return None
            pieces.append(reply.value.raw)
            if not reply.bytes_after or sum(map(len, pieces)) >= most:
                return Property("".join(self.names([reply.type])), reply.format, b"".join(pieces)[:most])

    def write_property(self, window: int, name: int, value: Property) -> None:
        """Give a window this property. Nothing is said where the window has gone."""
        items = len(value.content) // _FORMAT_BYTES[value.bits]
        kind = self.atom(value.type)
        # By hand: the library would make an object of every byte.
        head = struct.pack("=xB2xIIIB3xI", 0, window, name, kind, value.bits, items)
        self.core.send_request(_CHANGE_PROPERTY, io.BytesIO(head + value.content))

    # Selections

    def owner_of(self, selection: str) -> int:
        """Return the window that owns a selection; 0 where none does."""
        owner: int = self.core.GetSelectionOwner(self.atom(selection)).reply().owner
        return owner

    def count_changes(self, selection: str) -> None:
        """Count from now on in ``changes``, under the selection's number, how often it gets an owner or loses it."""
        fixes = self.connection(xcffib.xfixes.key)
        fixes.QueryVersion(5, 0).reply()
        masks = xcffib.xfixes.SelectionEventMask
        mask = masks.SetSelectionOwner | masks.SelectionWindowDestroy | masks.SelectionClientClose
        atom = self.atom(selection)
        self.changes.setdefault(atom, 0)
        fixes.SelectSelectionInput(self.window, atom, mask)
        self.owner_of(selection)

    def timestamp(self) -> int:
        """Return the server's time now, in milliseconds. Other events that are waiting are dropped."""
        name = self.atom("TRANSLATOR_TIME")
        self.write_property(self.window, name, Property("STRING", 8, b""))
        while True:
            event = self.next_event(5)
            if event is None:
                raise NoServer
            if isinstance(event, xcffib.xproto.PropertyNotifyEvent) and event.atom == name:
                now: int = event.time
                return now

    # Events

    @property
    def descriptor(self) -> int:
        """Return what becomes readable when the server says something."""
        number: int = self.connection.get_file_descriptor()
        return number

    def next_event(self, seconds: float) -> Any | None:  # noqa: ANN401 - the library's events have no common type
        """Return the next event, waited for; None where none came. Errors of requests made unchecked are dropped."""
        end = time.monotonic() + seconds
        while True:
            event = self._poll()
            if event is not None:
                return event
            left = end - time.monotonic()
            if left <= 0 or not self._waiting.poll(max(1, left * 1000)):
                return self._poll()

    def _poll(self) -> Any | None:  # noqa: ANN401 - likewise
        try:
            self.connection.flush()
            while True:
                try:
                    event = self.connection.poll_for_event()
                    break
                except xcffib.Error:
                    continue
        except xcffib.ConnectionException as fault:
            raise NoServer from fault
        if isinstance(event, xcffib.xfixes.SelectionNotifyEvent):
            self.changes[event.selection] = self.changes.get(event.selection, 0) + 1
        return event
