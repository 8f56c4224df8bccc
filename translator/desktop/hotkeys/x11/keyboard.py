"""Which keycodes and which modifier bits a chord is on an X11 keyboard, as its mapping says just now."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import Self

from translator.desktop.hotkeys.x11.keysyms import ALT, NUM_LOCK, SCROLL_LOCK, SUPER, keysym_of, us_keycode_of
from translator.surroundings.chord import Chord

SHIFT, LOCK, CONTROL = 1, 2, 4


@dataclass(frozen=True, slots=True)
class Keyboard:
    """A mapping. ``keysyms`` has the columns of each keycode from ``first_keycode`` on (GetKeyboardMapping).

    ``modifiers`` are the bits of Ctrl, Alt, Shift and Meta, those that exist; ``locks`` those of Caps Lock, Num Lock
    and Scroll Lock, which may be on while a shortcut is pressed.
    """

    first_keycode: int
    keysyms: tuple[tuple[int, ...], ...]
    modifiers: dict[str, int]
    locks: tuple[int, ...]

    @classmethod
    def read(
        cls, first_keycode: int, keysyms: Sequence[Sequence[int]], modifier_keycodes: Sequence[Sequence[int]]
    ) -> Self:
        """Return what the server's two mappings say. ``modifier_keycodes`` are those of each bit, from Shift on."""
        columns = tuple(tuple(row) for row in keysyms)

        def bit_of(wanted: frozenset[int]) -> int:
            for index, keycodes in enumerate(modifier_keycodes):
                rows = (columns[keycode - first_keycode] for keycode in keycodes if keycode >= first_keycode)
                if any(not wanted.isdisjoint(row) for row in rows):
                    return 1 << index
            return 0

        found = {"Ctrl": CONTROL, "Alt": bit_of(ALT), "Shift": SHIFT, "Meta": bit_of(SUPER)}
        locks = (LOCK, bit_of(NUM_LOCK), bit_of(SCROLL_LOCK))
        modifiers = {name: bit for name, bit in found.items() if bit}
        return cls(first_keycode, columns, modifiers, tuple(dict.fromkeys(bit for bit in locks if bit)))

    @property
    def relevant(self) -> int:
        """The bits that tell one chord from another."""
        return sum(set(self.modifiers.values()))

    def keycodes_of(self, key: str) -> tuple[int, ...]:
        """Return the keys that write this in the first of the layouts that has it; where none has, as on a US one."""
        keysym = keysym_of(key)
        columns = {
            self.first_keycode + index: row.index(keysym) for index, row in enumerate(self.keysyms) if keysym in row
        }
        if columns:
            first = min(columns.values())
            return tuple(keycode for keycode, column in columns.items() if column == first)
        keycode = us_keycode_of(key)
        if keycode is None or not 0 <= keycode - self.first_keycode < len(self.keysyms):
            return ()
        return (keycode,)

    def bits_of(self, chord: Chord) -> int | None:
        """Return the chord's modifiers as bits; None where this keyboard lacks one."""
        if any(name not in self.modifiers for name in chord.modifiers):
            return None
        return sum({self.modifiers[name] for name in chord.modifiers})

    def lock_masks(self) -> list[int]:
        """Return every combination of the locks, none of them included."""
        return [sum(some) for count in range(len(self.locks) + 1) for some in combinations(self.locks, count)]
