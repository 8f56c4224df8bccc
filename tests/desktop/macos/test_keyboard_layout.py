"""Where a Mac's layout has the letters."""

import ctypes
from typing import Any

import pytest

from tests.fakes.hot_keys import RecordingCarbon
from translator.desktop.hotkeys.keys import KeyShortcuts
from translator.desktop.hotkeys.macos import keys as macos
from translator.desktop.hotkeys.macos.codes import KEYS
from translator.desktop.macos.keyboard_layout import read_places
from translator.surroundings.chord import Chord
from translator.surroundings.summons import Summons

AZERTY = {0: "q", 12: "a", 6: "w", 13: "z", 41: "m", 18: "&", 19: "é", 46: ",", 49: " "}
PROPERTY = ctypes.c_void_p(5)


class LayoutCarbon:
    """Carbon with a layout; ``absent`` names what it does not have."""

    def __init__(self, layout: dict[int, str], absent: str = "") -> None:
        self._layout = layout
        self._absent = absent
        self.released: list[int] = []

    def TISCopyCurrentASCIICapableKeyboardLayoutInputSource(self) -> int | None:  # noqa: N802 - Apple's names
        return None if self._absent == "source" else 1

    def TISGetInputSourceProperty(self, source: int, name: ctypes.c_void_p) -> int | None:  # noqa: N802
        assert (source, name) == (1, PROPERTY)
        return None if self._absent == "property" else 2

    def CFDataGetBytePtr(self, content: int) -> int | None:  # noqa: N802
        assert content == 2
        return None if self._absent == "bytes" else 3

    def CFRelease(self, source: int) -> None:  # noqa: N802
        self.released.append(source)

    def LMGetKbdType(self) -> int:  # noqa: N802
        return 40

    def UCKeyTranslate(self, layout: int, place: int, *rest: Any) -> int:  # noqa: N802
        action, modifiers, keyboard, options, _, longest, length, text = rest
        assert (layout, action, modifiers, keyboard, options, longest) == (3, 3, 0, 40, 1, 4)
        if place not in self._layout:
            return -50
        text[0] = ord(self._layout[place])
        length._obj.value = 1
        return 0


def test_letters_are_where_the_layout_has_them_and_its_other_characters_are_left_out() -> None:
    carbon = LayoutCarbon(AZERTY)
    assert read_places(carbon, PROPERTY) == {"Q": 0, "A": 12, "W": 6, "Z": 13, "M": 41}
    assert carbon.released == [1]


def test_a_letter_on_two_keys_is_the_first() -> None:
    assert read_places(LayoutCarbon({3: "a", 10: "a"}), PROPERTY) == {"A": 3}


@pytest.mark.parametrize("absent", ["source", "property", "bytes"])
def test_a_layout_that_cannot_be_read_says_nothing(absent: str) -> None:
    carbon = LayoutCarbon(AZERTY, absent)
    assert read_places(carbon, PROPERTY) == {}
    assert carbon.released == ([] if absent == "source" else [1])


async def test_keys_are_taken_by_what_the_layout_writes_and_others_as_on_a_us_keyboard() -> None:
    carbon, layout = RecordingCarbon(), LayoutCarbon(AZERTY)
    keys = macos.MacKeys(carbon, lambda: read_places(layout, PROPERTY))
    shortcuts = KeyShortcuts(macos.NAME, "darwin", keys)
    wanted = (Summons.CLIPBOARD, "Ctrl+Meta+A"), (Summons.SELECTION, "Ctrl+Meta+1"), (Summons.REGION, "Ctrl+Shift+F1")
    await shortcuts.bind({summons: Chord.parse(keys) for summons, keys in wanted})
    assert [held[2] for held in carbon.held.values()] == [12, KEYS["1"], KEYS["F1"]]
    await shortcuts.close()
