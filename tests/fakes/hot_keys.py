"""The systems' own calls for hot keys, which write down what they are asked: user32.dll, and Carbon."""

import ctypes
from dataclasses import dataclass, field
from typing import Any

from translator.desktop.hotkeys.macos.keys import EXISTS_ALREADY, HOT_KEY_ID, SIGNATURE, HotKeyID
from translator.desktop.hotkeys.windows import ALREADY_REGISTERED


@dataclass
class RecordingUser32:
    """Windows. ``taken`` are the modifiers and keys that another program has."""

    held: dict[int, tuple[int, int]] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)
    error: int = 0

    def RegisterHotKey(self, window: None, number: int, modifiers: int, key: int) -> int:  # noqa: N802 - Windows' name
        keys = modifiers, key
        if keys in self.taken or keys in self.held.values():
            self.error = ALREADY_REGISTERED
            return 0
        self.held[number] = keys
        return 1

    def UnregisterHotKey(self, window: None, number: int) -> int:  # noqa: N802 - Windows' name
        return int(self.held.pop(number, None) is not None)

    def last_error(self) -> int:
        return self.error


@dataclass
class RecordingCarbon:
    """macOS. It keeps what it is given by the reference that it hands out, and lets the test press keys."""

    held: dict[int, tuple[int, int, int]] = field(default_factory=dict)
    taken: set[tuple[int, int]] = field(default_factory=set)
    options: list[int] = field(default_factory=list)
    status: int = 0
    handler: Any = None
    handlers_removed: int = 0
    _references: int = 0
    _pressed: HotKeyID = field(default_factory=HotKeyID)

    def GetApplicationEventTarget(self) -> int:  # noqa: N802 - Apple's names, here and below
        return 42

    def InstallEventHandler(self, target: int, handler: Any, count: int, kinds: Any, data: None, out: Any) -> int:  # noqa: N802
        assert (target, count) == (42, 1)
        self.handler = handler
        out._obj.value = 7
        return self.status

    def RemoveEventHandler(self, reference: ctypes.c_void_p) -> int:  # noqa: N802
        assert reference.value == 7
        self.handlers_removed += 1
        return 0

    def RegisterEventHotKey(self, key: int, modifiers: int, told: HotKeyID, target: int, options: int, out: Any) -> int:  # noqa: N802
        assert told.signature == SIGNATURE
        self.options.append(options)
        if (modifiers, key) in self.taken or (modifiers, key) in [held[1:] for held in self.held.values()]:
            return EXISTS_ALREADY
        self._references += 1
        out._obj.value = self._references
        self.held[self._references] = (told.id, modifiers, key)
        return 0

    def UnregisterEventHotKey(self, reference: ctypes.c_void_p) -> int:  # noqa: N802
        assert reference.value is not None
        del self.held[reference.value]
        return 0

    def GetEventParameter(self, event: int, name: int, kind: int, _: None, size: int, __: None, out: Any) -> int:  # noqa: N802
        assert (event, kind, size) == (99, HOT_KEY_ID, 8)
        ctypes.memmove(out, ctypes.byref(self._pressed), size)
        return 0

    def press(self, modifiers: int, key: int, signature: int = SIGNATURE) -> None:
        """Press keys, as the user does."""
        for number, *keys in list(self.held.values()):
            if keys == [modifiers, key] and self.handler is not None:
                self._pressed = HotKeyID(signature, number)
                assert self.handler(None, 99, None) == 0
