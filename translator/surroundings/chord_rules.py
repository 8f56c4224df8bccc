"""Which keys make a good global shortcut: such a one is taken from every other program for as long as this one runs.

Sources of the tables: the keyboard pages of GNOME, KDE Plasma, Xfce, Windows and macOS, and of the browsers, terminals,
editors and office suites that most people use.
"""

from collections.abc import Collection, Iterator
from enum import Enum

from translator.surroundings.chord import FUNCTION_KEYS, Chord


class ChordFault(Enum):
    """Why keys are not to be had as a global shortcut."""

    NO_MODIFIER = "no_modifier"
    """Alone, the key is needed for typing, or for moving about in a text."""
    SHIFT_ALONE = "shift_alone"
    """With nothing but Shift, likewise."""
    WRITES_CHARACTER = "writes_character"
    """They write a character on some layouts: Ctrl+Alt is AltGr on Windows, and Option is much the same on a Mac."""
    EDITS_EVERYWHERE = "edits_everywhere"
    """Every program needs them for a text: to copy, to undo, to save, to move about."""
    IN_COMMON_USE = "in_common_use"
    """Many programs use them."""
    RESERVED = "reserved"
    """The system keeps them for itself."""


_WINDOWS, _MAC = "win32", "darwin"
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_DIGITS = "0123456789"
_EDITING = frozenset(("Insert", "Delete", "Home", "End", "PgUp", "PgDown", "Left", "Right", "Up", "Down"))
_ARROWS = ("Left", "Right", "Up", "Down")


def _chords(modifiers: str, keys: Collection[str]) -> frozenset[Chord]:
    return frozenset(Chord.parse(f"{modifiers}+{key}") for key in keys)


_TWELVE = FUNCTION_KEYS[:12]
_RESERVED_EVERYWHERE = _chords("Alt", ("F4",)) | _chords("Ctrl+Alt", ("Delete",))
_RESERVED_ON_LINUX = (
    _chords("Alt", ("Space", "F1", "F2", "F3", "F5", "F6", "F7", "F8", "F9", "F10"))
    | _chords("Ctrl", _TWELVE[:4])
    | _chords("Ctrl+Alt", (*_TWELVE, *_ARROWS, "T", "L"))
    | _chords("Ctrl+Alt+Shift", _ARROWS)
    | _chords("Meta", (*"ADEGHLMNPQRSTVW", *_DIGITS, *_ARROWS, "Space", "PgUp", "PgDown", "Home"))
    | _chords("Shift+Meta", (*_ARROWS, "PgUp", "PgDown", "Space", "S", "R"))
    | _chords("Ctrl+Meta", (*_ARROWS, "D"))
)
_RESERVED_ON_MAC = (
    _chords("Shift+Meta", ("3", "4", "5", "6", "Q"))
    | _chords("Ctrl", (*_TWELVE[:8], *_ARROWS, "Space"))
    | _chords("Ctrl+Meta", ("Q", "F", "Space", "D"))
    | _chords("Alt+Meta", ("D", "H", "M", "W", "Space"))
    | _chords("Meta", ("Space", "F1", "F2", "F3", "F5"))
)
# Select all, Copy, Find, New, Open, Print, Quit, Save, Paste, Close, Cut, Redo and Undo, whatever the program.
_EDITING_LETTERS = "ACFNOPQSVWXYZ"
_EDITS_EVERYWHERE = _chords("Ctrl", _EDITING_LETTERS) | _chords("Ctrl+Shift", "Z")
_EDITS_EVERYWHERE_ON_MAC = _chords("Meta", _EDITING_LETTERS) | _chords("Shift+Meta", "Z")
_IN_COMMON_USE = (
    _chords("Ctrl+Shift", (*"ABCFINOPQRSTUVWXZ", "Space"))
    | _chords("Ctrl", ("F4", "F5", "F6", "Space", "Pause"))
    | _chords("Alt+Meta", ("I", "C", "V", "J", "U", "F", "S", "T"))
)
_FIRST_CHOICE = (("Ctrl", "Shift"), ("Alt", "Shift"))


def fault_of(chord: Chord, platform: str) -> ChordFault | None:
    """Return why these keys will not do on a platform (as ``sys.platform`` names it); None where they will."""
    if _is_reserved(chord, platform):
        return ChordFault.RESERVED
    if chord.is_character or chord.key == "Space":
        return _fault_of_character(chord, platform)
    if chord.key in _EDITING:
        return _fault_of_editing(chord, platform)
    plain = set(chord.modifiers) <= {"Shift"}
    if chord in _IN_COMMON_USE or (plain and chord.key in (*_TWELVE, "Menu")):
        return ChordFault.IN_COMMON_USE
    return None


def _is_reserved(chord: Chord, platform: str) -> bool:
    if chord in _RESERVED_EVERYWHERE or chord.key == "Print":
        return True
    if platform == _MAC:
        return chord in _RESERVED_ON_MAC
    if platform == _WINDOWS:  # and F12 alone belongs to the debugger
        return "Meta" in chord.modifiers or chord in _chords("Alt", ("Space",)) or chord == Chord((), "F12")
    return chord in _RESERVED_ON_LINUX


def _fault_of_character(chord: Chord, platform: str) -> ChordFault | None:
    pressed = set(chord.modifiers)
    if not pressed:
        return ChordFault.NO_MODIFIER
    if pressed == {"Shift"}:
        return ChordFault.SHIFT_ALONE
    if _writes(pressed, platform):
        return ChordFault.WRITES_CHARACTER
    if chord in (_EDITS_EVERYWHERE_ON_MAC if platform == _MAC else _EDITS_EVERYWHERE):
        return ChordFault.EDITS_EVERYWHERE
    # The other letters that programs have commands for, and those that open their menus.
    alone = {"Meta"} if platform == _MAC else {"Alt"}
    if chord in _IN_COMMON_USE or pressed in (alone, {"Ctrl"}) or (platform == _MAC and pressed == {"Shift", "Meta"}):
        return ChordFault.IN_COMMON_USE
    return None


def _writes(pressed: set[str], platform: str) -> bool:
    if platform == _MAC:
        return "Alt" in pressed and pressed <= {"Alt", "Shift"}
    return platform == _WINDOWS and {"Ctrl", "Alt"} <= pressed


def _fault_of_editing(chord: Chord, platform: str) -> ChordFault | None:
    pressed = set(chord.modifiers)
    if not pressed:
        return ChordFault.NO_MODIFIER
    if pressed == {"Shift"}:
        return ChordFault.SHIFT_ALONE
    # Alone or with Shift, one modifier moves, selects, deletes and goes back.
    strong = pressed - {"Shift"}
    if len(strong) != 1 or not (platform == _MAC or strong <= {"Ctrl", "Alt"}):
        return None
    edits = strong <= ({"Meta", "Alt"} if platform == _MAC else {"Ctrl"}) and not chord.key.startswith("Pg")
    return ChordFault.EDITS_EVERYWHERE if edits else ChordFault.IN_COMMON_USE


def propose_free(taken: Collection[Chord], preferred: Chord, platform: str) -> Iterator[Chord]:
    """Yield chords like the preferred one, the most alike first, that are good shortcuts and not among the taken.

    Whether another program has them is not known here.
    """
    families = (_letters, _function_keys) if preferred.is_character else (_function_keys, _letters)
    yielded = {*taken, preferred}
    for family in families:
        for modifiers in (preferred.modifiers, *_FIRST_CHOICE):
            for key in family(preferred.key):
                chord = Chord(modifiers, key)
                if chord not in yielded and fault_of(chord, platform) is None:
                    yielded.add(chord)
                    yield chord


def _function_keys(preferred: str) -> list[str]:
    return _nearest_first(_TWELVE, preferred)


def _letters(preferred: str) -> list[str]:
    return _nearest_first(_DIGITS if preferred in _DIGITS else _LETTERS, preferred)


def _nearest_first(keys: Collection[str], preferred: str) -> list[str]:
    listed = list(keys)
    if preferred not in listed:
        return listed
    place = listed.index(preferred)
    return sorted(listed, key=lambda key: abs(listed.index(key) - place))
