"""Keys as the shortcuts' portal has them: how they are asked for, and what it says of those that it gave."""

from typing import Any

from translator.desktop.bus.portal_requests import option_in, value_of
from translator.surroundings.chord import Chord

_MODIFIERS = {"Ctrl": "CTRL", "Alt": "ALT", "Shift": "SHIFT", "Meta": "LOGO"}
_KEYS = {
    "Space": "space", "PgUp": "Page_Up", "PgDown": "Page_Down", "ScrollLock": "Scroll_Lock",
}  # fmt: skip


def trigger_of(chord: Chord) -> str:
    """Return the chord as https://specifications.freedesktop.org/shortcuts/latest writes it: CTRL+SHIFT+F1."""
    key = chord.key.lower() if chord.is_character else _KEYS.get(chord.key, chord.key)
    return "+".join((*(_MODIFIERS[name] for name in chord.modifiers), key))


def triggers_in(results: dict[str, Any]) -> dict[str, str]:
    """Return what to press for each shortcut that is bound, in the desktop's words, by its identifier."""
    listed = value_of(results.get("shortcuts"))
    if not isinstance(listed, list):
        return {}
    pairs = [item for item in listed if isinstance(item, tuple) and len(item) == 2]
    return {name: option_in(facts, "trigger_description") for name, facts in pairs if isinstance(name, str)}
