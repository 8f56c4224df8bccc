"""Which keys make a good global shortcut."""

import pytest

from translator.settings import Shortcuts
from translator.surroundings.chord import FUNCTION_KEYS, MODIFIERS, OTHER_KEYS, Chord
from translator.surroundings.chord_rules import ChordFault, fault_of, propose_free

PLATFORMS = ("linux", "win32", "darwin")
DEFAULTS = [Shortcuts().clipboard, Shortcuts().selection, Shortcuts().region]


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize("keys", DEFAULTS)
def test_the_defaults_have_no_fault_anywhere(keys: str, platform: str) -> None:
    assert fault_of(Chord.parse(keys), platform) is None


@pytest.mark.parametrize(
    ("keys", "platform", "fault"),
    [
        ("A", "linux", ChordFault.NO_MODIFIER),
        ("Space", "win32", ChordFault.NO_MODIFIER),
        ("Home", "darwin", ChordFault.NO_MODIFIER),
        ("Shift+A", "linux", ChordFault.SHIFT_ALONE),
        ("Shift+Left", "win32", ChordFault.SHIFT_ALONE),
        ("Ctrl+Alt+E", "win32", ChordFault.WRITES_CHARACTER),
        ("Ctrl+Alt+Shift+7", "win32", ChordFault.WRITES_CHARACTER),
        ("Ctrl+Alt+E", "linux", None),
        ("Alt+E", "darwin", ChordFault.WRITES_CHARACTER),
        ("Alt+Shift+E", "darwin", ChordFault.WRITES_CHARACTER),
        ("Alt+E", "linux", ChordFault.IN_COMMON_USE),
        ("Alt+Shift+E", "win32", None),
        ("Ctrl+C", "linux", ChordFault.EDITS_EVERYWHERE),
        ("Ctrl+C", "win32", ChordFault.EDITS_EVERYWHERE),
        ("Meta+C", "darwin", ChordFault.EDITS_EVERYWHERE),
        ("Shift+Meta+Z", "darwin", ChordFault.EDITS_EVERYWHERE),
        *((f"Ctrl+{key}", "linux", ChordFault.EDITS_EVERYWHERE) for key in (*"AVXZYSFP", "Insert", "Home", "Left")),
        ("Ctrl+Shift+Z", "win32", ChordFault.EDITS_EVERYWHERE),
        ("Alt+Left", "darwin", ChordFault.EDITS_EVERYWHERE),
        ("Ctrl+C", "darwin", ChordFault.IN_COMMON_USE),
        ("Ctrl+B", "linux", ChordFault.IN_COMMON_USE),
        ("Ctrl+PgUp", "linux", ChordFault.IN_COMMON_USE),
        ("Ctrl+Shift+T", "linux", ChordFault.IN_COMMON_USE),
        ("Ctrl+Shift+Y", "linux", None),
        ("Ctrl+Shift+Left", "linux", ChordFault.EDITS_EVERYWHERE),
        ("Meta+Left", "darwin", ChordFault.EDITS_EVERYWHERE),
        ("Alt+Left", "win32", ChordFault.IN_COMMON_USE),
        ("Ctrl+Alt+Home", "linux", None),
        ("F1", "linux", ChordFault.IN_COMMON_USE),
        ("F12", "win32", ChordFault.RESERVED),
        ("F13", "win32", None),
        ("Shift+F10", "win32", ChordFault.IN_COMMON_USE),
        ("Menu", "linux", ChordFault.IN_COMMON_USE),
        ("Pause", "linux", None),
        ("Alt+F4", "linux", ChordFault.RESERVED),
        ("Alt+F4", "win32", ChordFault.RESERVED),
        ("Alt+F2", "linux", ChordFault.RESERVED),
        ("Ctrl+Alt+F7", "linux", ChordFault.RESERVED),
        ("Ctrl+Alt+Delete", "win32", ChordFault.RESERVED),
        ("Ctrl+Shift+Print", "linux", ChordFault.RESERVED),
        ("Meta+L", "linux", ChordFault.RESERVED),
        ("Meta+B", "linux", None),
        ("Meta+B", "win32", ChordFault.RESERVED),
        ("Alt+Space", "win32", ChordFault.RESERVED),
        ("Shift+Meta+4", "darwin", ChordFault.RESERVED),
        ("Meta+Space", "darwin", ChordFault.RESERVED),
        ("Ctrl+Meta+B", "darwin", None),
    ],
)
def test_what_is_wrong_with_keys_is_told(keys: str, platform: str, fault: ChordFault | None) -> None:
    assert fault_of(Chord.parse(keys), platform) is fault


@pytest.mark.parametrize("platform", PLATFORMS)
@pytest.mark.parametrize(
    "keys", ["Ctrl+Shift+F1", "Ctrl+Shift+F12", "Meta+A", "Ctrl+Shift+5", "Alt+Shift+F15", "Pause"]
)
def test_what_is_proposed_is_good_and_new_and_each_time_another(keys: str, platform: str) -> None:
    preferred, taken = Chord.parse(keys), {Chord.parse("Ctrl+Shift+F2"), Chord.parse("Alt+Shift+E")}
    proposed = list(propose_free(taken, preferred, platform))
    assert len(proposed) == len(set(proposed)) > 5
    assert {fault_of(chord, platform) for chord in proposed} == {None}
    assert not {preferred, *taken} & set(proposed)


def test_the_nearest_key_with_the_same_modifiers_is_proposed_first() -> None:
    taken = {Chord.parse("Ctrl+Shift+F2"), Chord.parse("Ctrl+Shift+F3")}
    proposed = propose_free(taken, Chord.parse("Ctrl+Shift+F1"), "linux")
    assert str(next(proposed)) == "Ctrl+Shift+F4"
    assert str(next(propose_free((), Chord.parse("Meta+Y"), "linux"))) == "Meta+X"


def test_every_chord_has_a_verdict_on_every_platform() -> None:
    """No keys that can be recorded make the rules fail, and none without a modifier but function keys pass."""
    keys = (*"A9", *FUNCTION_KEYS, *OTHER_KEYS)
    sets = [tuple(name for bit, name in enumerate(MODIFIERS) if number >> bit & 1) for number in range(16)]
    passed = {
        chord for platform in PLATFORMS for key in keys for some in sets
        if fault_of(chord := Chord(some, key), platform) is None
    }  # fmt: skip
    alone = {chord.key for chord in passed if not chord.modifiers}
    assert alone == {*FUNCTION_KEYS[12:], "Pause", "ScrollLock"}
