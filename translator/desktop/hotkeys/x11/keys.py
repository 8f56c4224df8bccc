"""Shortcuts on X11: XGrabKey, on a connection of its own. Import this on a thread: loading xcffib takes 250 ms."""

import asyncio
import logging
import os
from collections.abc import Callable, Iterable
from typing import Any

import xcffib
import xcffib.xproto

from translator.daemon_thread import open_in_thread
from translator.desktop.hotkeys.keys import KeyShortcuts, Pressed
from translator.desktop.hotkeys.x11.keyboard import Keyboard
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Outcome

NAME = "X11 (XGrabKey)"

log = logging.getLogger(__name__)
_POINTER_MAPPING = 2
_ASYNCHRONOUS = 1


def make_shortcuts(display: str = "") -> KeyShortcuts:
    """Return the shortcuts of this display; empty for the one in the environment."""
    return KeyShortcuts(NAME, "linux", X11Keys(display))


class X11Keys:
    """Takes keys by passive grabs, for every state of the lock keys.

    It connects on a thread. All else is done on the loop: a round trip takes less than a millisecond, and where the
    server hangs, so does the interface itself.
    """

    def __init__(self, display: str = "") -> None:
        self._display = display
        self._connection: Any = None
        self._root = 0
        self._keyboard = Keyboard(0, (), {}, ())
        self._held: dict[Chord, frozenset[tuple[int, int]]] = {}
        self._chords: dict[tuple[int, int], Chord] = {}
        self._released_at: dict[int, int] = {}
        self._mapping_changed = False
        self._missed: set[Chord] = set()  # not to be had on this layout, and perhaps on the next

    async def open(self, pressed: Pressed) -> bool:
        """Connect, and call this with whatever is pressed; return whether there is such a display."""
        self._pressed = pressed
        self._loop = asyncio.get_running_loop()
        try:
            # Whoever closes meanwhile finds nothing half open: all of it is set here, or nothing.
            connection, keyboard = await open_in_thread(self._connect, lambda opened: opened[0].disconnect())
        except xcffib.XcffibException as error:
            log.info("No connection to the X server: %r", error)
            return False
        self._connection, self._keyboard = connection, keyboard
        self._root = connection.setup.roots[connection.pref_screen].root
        self._descriptor: int = connection.get_file_descriptor()
        self._loop.add_reader(self._descriptor, self._read_events)
        return True

    def _connect(self) -> tuple[Any, Keyboard]:
        connect: Callable[[str | None], Any] = xcffib.connect
        connection = connect(self._display or None)
        return connection, _read_keyboard(connection)

    def take(self, chord: Chord) -> Outcome:
        """Grab these keys. Keys that this keyboard lacks are IMPOSSIBLE."""
        self._missed.discard(chord)
        if self._connection is None:
            return Outcome.IMPOSSIBLE
        try:
            outcome = self._grab(chord)
            self._read_events_soon()
        except xcffib.XcffibException as error:
            self._lose(error)
            return Outcome.IMPOSSIBLE
        return outcome

    def holds(self, chord: Chord) -> bool:
        """Return whether these are taken."""
        return chord in self._held

    def release(self, chord: Chord) -> None:
        """Let go of them."""
        self._missed.discard(chord)
        places = self._held.pop(chord, frozenset())
        self._chords = {place: owner for place, owner in self._chords.items() if owner != chord}
        if self._connection is None:
            return
        try:
            self._ungrab(places)
        except xcffib.XcffibException as error:
            self._lose(error)

    def close(self) -> None:
        """Let go of everything, with the connection."""
        connection, self._connection = self._connection, None
        self._held.clear()
        self._missed.clear()
        self._chords.clear()
        if connection is not None:
            self._loop.remove_reader(self._descriptor)
            connection.disconnect()

    # Grabs

    def _grab(self, chord: Chord) -> Outcome:
        places = _places_of(chord, self._keyboard)
        if not places:
            return Outcome.IMPOSSIBLE
        grab = self._connection.core.GrabKeyChecked
        asked = [
            grab(False, self._root, bits | locks, keycode, _ASYNCHRONOUS, _ASYNCHRONOUS)
            for keycode, bits, locks in self._with_locks(places)
        ]
        refused = 0
        for request in asked:  # all are on their way already: this waits once
            try:
                request.check()
            except xcffib.xproto.AccessError:
                refused += 1
        if refused:
            self._ungrab(places)
            return Outcome.TAKEN
        self._held[chord] = places
        self._chords |= dict.fromkeys(places, chord)
        return Outcome.BOUND

    def _ungrab(self, places: Iterable[tuple[int, int]]) -> None:
        for keycode, bits, locks in self._with_locks(places):
            self._connection.core.UngrabKey(keycode, self._root, bits | locks)
        self._connection.flush()

    def _with_locks(self, places: Iterable[tuple[int, int]]) -> list[tuple[int, int, int]]:
        return [(keycode, bits, locks) for keycode, bits in places for locks in self._keyboard.lock_masks()]

    # Events

    def _read_events_soon(self) -> None:
        """See to events that came while a reply was awaited: they are read already, and no longer in the socket."""
        self._loop.call_soon(self._read_events)

    def _read_events(self) -> None:
        """Take in all that has come."""
        try:
            while self._connection is not None and (event := self._connection.poll_for_event()) is not None:
                self._take_in(event)
            if self._mapping_changed and self._connection is not None:
                self._mapping_changed = False
                self._grab_anew()
        except xcffib.XcffibException as error:
            self._lose(error)

    def _take_in(self, event: object) -> None:
        if isinstance(event, xcffib.xproto.KeyReleaseEvent):  # before its base class, KeyPressEvent
            self._released_at[event.detail] = event.time
        elif isinstance(event, xcffib.xproto.KeyPressEvent):
            self._take_in_press(event.detail, event.state, event.time)
        elif isinstance(event, xcffib.xproto.MappingNotifyEvent):
            self._mapping_changed |= event.request != _POINTER_MAPPING

    def _take_in_press(self, keycode: int, state: int, time: int) -> None:
        """Tell of a press, unless the server repeats a key that is held: it lets go and presses in the same instant."""
        chord = self._chords.get((keycode, state & self._keyboard.relevant))
        if chord is not None and self._released_at.pop(keycode, None) != time:
            self._pressed(chord, _activation_token(time))

    def _grab_anew(self) -> None:
        """Grab the same chords on the layout that there is now.

        What is where it was is not let go of: the server tells of a mapping whenever another of several keyboards is
        used, and that is while the keys of a chord go down.
        """
        keyboard = _read_keyboard(self._connection)
        stays = keyboard.lock_masks() == self._keyboard.lock_masks()
        moved = [c for c, places in self._held.items() if not stays or places != _places_of(c, keyboard)]
        wanted = [*moved, *self._missed]
        for chord in wanted:
            self.release(chord)
        self._keyboard = keyboard
        for chord in wanted:
            outcome = self._grab(chord)
            if outcome is not Outcome.BOUND:
                self._missed.add(chord)
                log.warning("Another keyboard layout, and %s is not to be had on it: %s", chord, outcome.value)
        self._read_events_soon()

    def _lose(self, error: Exception) -> None:
        """Go on without shortcuts where the server is gone."""
        log.warning("The connection to the X server is lost: %r", error)
        self.close()


def _read_keyboard(connection: Any) -> Keyboard:  # noqa: ANN401 - xcffib has no types
    """Return the layout that there is now. Raises what xcffib raises."""
    first, last = connection.setup.min_keycode, connection.setup.max_keycode
    mapping = connection.core.GetKeyboardMapping(first, last - first + 1)
    modifiers = connection.core.GetModifierMapping()
    keysyms, keycodes = mapping.reply(), modifiers.reply()
    return Keyboard.read(
        first,
        _rows(list(keysyms.keysyms), keysyms.keysyms_per_keycode),
        _rows(list(keycodes.keycodes), keycodes.keycodes_per_modifier),
    )


def _places_of(chord: Chord, keyboard: Keyboard) -> frozenset[tuple[int, int]]:
    """Return the keycodes that it is on, each with the bits of its modifiers; none where the keyboard lacks it."""
    bits = keyboard.bits_of(chord)
    return frozenset() if bits is None else frozenset((keycode, bits) for keycode in keyboard.keycodes_of(chord.key))


def _rows(cells: list[int], width: int) -> list[list[int]]:
    return [cells[start : start + width] for start in range(0, len(cells), width)]


def _activation_token(time: int) -> str:
    """Return a startup notification's identifier: its end says when the user pressed the keys, by the server's clock.

    A window manager that is told of it knows that this window is wanted, and is not one that pushes itself forward.
    """
    return f"translator-{os.getpid()}_TIME{time}"
