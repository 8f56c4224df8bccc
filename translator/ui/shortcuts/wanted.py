"""Which keys the user wants for what, as the settings say it."""

from collections.abc import Mapping
from dataclasses import replace

from translator.settings import Settings, Shortcuts
from translator.surroundings.chord import Chord, InvalidChord
from translator.surroundings.summons import SHORTCUTS, Summons

_DEFAULTS = Shortcuts()


def keys_for(summons: Summons, shortcuts: Shortcuts) -> str:
    """Return the keys as they are written in the settings; empty for none."""
    return {
        Summons.CLIPBOARD: shortcuts.clipboard,
        Summons.SELECTION: shortcuts.selection,
        Summons.REGION: shortcuts.region,
    }[summons]


def chord_for(summons: Summons, shortcuts: Shortcuts) -> Chord | None:
    """Return the keys; None where there are none, or what is written names none."""
    try:
        return Chord.parse(keys_for(summons, shortcuts))
    except InvalidChord:
        return None


def default_for(summons: Summons) -> Chord | None:
    """Return the keys that are there until others are chosen."""
    return chord_for(summons, _DEFAULTS)


def wanted_chords(shortcuts: Shortcuts) -> Mapping[Summons, Chord]:
    """Return the keys for everything that has some."""
    chords = ((summons, chord_for(summons, shortcuts)) for summons in SHORTCUTS)
    return {summons: chord for summons, chord in chords if chord is not None}


def with_chord(settings: Settings, summons: Summons, chord: Chord | None) -> Settings:
    """Return settings in which these keys are for this; None for no keys."""
    keys, shortcuts = str(chord or ""), settings.shortcuts
    changed = {
        Summons.CLIPBOARD: replace(shortcuts, clipboard=keys),
        Summons.SELECTION: replace(shortcuts, selection=keys),
        Summons.REGION: replace(shortcuts, region=keys),
    }[summons]
    return replace(settings, shortcuts=changed)
