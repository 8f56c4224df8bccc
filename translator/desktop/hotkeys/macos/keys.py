"""Global shortcuts on macOS: Carbon's RegisterEventHotKey, which needs no permission.

HIToolbox/CarbonEvents.h; the framework is old, and still the one way that Apple offers.
"""

import ctypes
import ctypes.util
import logging
from collections.abc import Callable, Mapping
from itertools import count
from typing import Any

from translator.desktop.hotkeys.keys import KeyShortcuts, Pressed
from translator.desktop.hotkeys.macos.codes import KEYS, MODIFIERS
from translator.desktop.macos.keyboard_layout import CARBON, find_places
from translator.surroundings.chord import Chord
from translator.surroundings.hotkeys import Outcome

NAME = "RegisterEventHotKey"

log = logging.getLogger(__name__)


def four(name: bytes) -> int:
    """Return one of Carbon's names of four letters as the number that it is."""
    return int.from_bytes(name, "big")


NO_ERROR = 0
EXISTS_ALREADY = -9878
EXCLUSIVE = 1
HOT_KEY_PRESSED = 5
KEYBOARD_CLASS = four(b"keyb")
DIRECT_OBJECT = four(b"----")
HOT_KEY_ID = four(b"hkid")
SIGNATURE = four(b"Trns")


class HotKeyID(ctypes.Structure):
    """By what a shortcut is known again."""

    _fields_ = (("signature", ctypes.c_uint32), ("id", ctypes.c_uint32))


class EventType(ctypes.Structure):
    """A kind of event."""

    _fields_ = (("event_class", ctypes.c_uint32), ("kind", ctypes.c_uint32))


HANDLER = ctypes.CFUNCTYPE(ctypes.c_int32, ctypes.c_void_p, ctypes.c_void_p, ctypes.c_void_p)
"""What Carbon calls with an event: the next handler, the event, and what was handed over with the handler."""


def make_shortcuts() -> KeyShortcuts:
    """Return this computer's shortcuts. Raises OSError and ValueError where Carbon is not as it was."""
    return KeyShortcuts(NAME, "darwin", MacKeys(open_carbon(), find_places()))


def open_carbon() -> ctypes.CDLL:
    """Return the framework, with the types of what is used of it. Raises OSError."""
    carbon = ctypes.CDLL(ctypes.util.find_library("Carbon") or CARBON)
    pointer, number = ctypes.c_void_p, ctypes.c_uint32
    carbon.GetApplicationEventTarget.restype = pointer
    carbon.GetApplicationEventTarget.argtypes = []
    carbon.RegisterEventHotKey.argtypes = [number, number, HotKeyID, pointer, number, ctypes.POINTER(pointer)]
    carbon.UnregisterEventHotKey.argtypes = [pointer]
    carbon.InstallEventHandler.argtypes = [
        pointer, HANDLER, ctypes.c_ulong, ctypes.POINTER(EventType), pointer, ctypes.POINTER(pointer),
    ]  # fmt: skip
    carbon.RemoveEventHandler.argtypes = [pointer]
    carbon.GetEventParameter.argtypes = [
        pointer, number, number, pointer, ctypes.c_ulong, pointer, ctypes.POINTER(HotKeyID),
    ]  # fmt: skip
    return carbon


class MacKeys:
    """Takes keys through the application's event target, on the thread of the window.

    ``places`` says where the layout in use has letters and digits; the others are where a US keyboard has them.
    """

    def __init__(
        self,
        carbon: Any,  # noqa: ANN401 - a framework, or what a test puts in its place
        places: Callable[[], Mapping[str, int]] = dict,
    ) -> None:
        self._carbon = carbon
        self._places = places
        self._numbers = count(1)
        self._held: dict[Chord, tuple[int, ctypes.c_void_p]] = {}
        self._installed = ctypes.c_void_p()
        self._handler = HANDLER(self._handle)  # Carbon keeps no reference

    async def open(self, pressed: Pressed) -> bool:
        """Call this with whatever is pressed; return whether Carbon lets us."""
        self._pressed = pressed
        kind = EventType(KEYBOARD_CLASS, HOT_KEY_PRESSED)
        self._target = self._carbon.GetApplicationEventTarget()
        status = self._carbon.InstallEventHandler(
            self._target, self._handler, 1, ctypes.byref(kind), None, ctypes.byref(self._installed)
        )
        return bool(status == NO_ERROR)

    def take(self, chord: Chord) -> Outcome:
        """Take these keys, for this program alone."""
        key = (KEYS | dict(self._places())).get(chord.key)
        if key is None:
            return Outcome.IMPOSSIBLE
        number, reference = next(self._numbers), ctypes.c_void_p()
        modifiers = sum(MODIFIERS[name] for name in chord.modifiers)
        status = self._carbon.RegisterEventHotKey(
            key, modifiers, HotKeyID(SIGNATURE, number), self._target, EXCLUSIVE, ctypes.byref(reference)
        )
        if status == NO_ERROR:
            self._held[chord] = number, reference
            return Outcome.BOUND
        return Outcome.TAKEN if status == EXISTS_ALREADY else Outcome.IMPOSSIBLE

    def holds(self, chord: Chord) -> bool:
        """Return whether these are taken."""
        return chord in self._held

    def release(self, chord: Chord) -> None:
        """Let go of them."""
        _, reference = self._held.pop(chord)
        self._carbon.UnregisterEventHotKey(reference)

    def close(self) -> None:
        """Let go of everything."""
        for chord in list(self._held):
            self.release(chord)
        if self._installed.value is not None:
            self._carbon.RemoveEventHandler(self._installed)
            self._installed = ctypes.c_void_p()

    def _handle(self, _: int, event: int, __: int) -> int:
        """Take in an event. Nothing may be raised into Carbon."""
        told = HotKeyID()
        status = self._carbon.GetEventParameter(
            event, DIRECT_OBJECT, HOT_KEY_ID, None, ctypes.sizeof(told), None, ctypes.byref(told)
        )
        if status == NO_ERROR and told.signature == SIGNATURE:
            self._tell(told.id)
        return NO_ERROR

    def _tell(self, number: int) -> None:
        for chord, (taken, _) in list(self._held.items()):
            if taken == number:
                try:
                    self._pressed(chord, "")
                except Exception:
                    log.exception("What a shortcut began has failed")
