"""Shortcuts in words."""

from translator.i18n import ptr, tr
from translator.surroundings.chord import Chord
from translator.surroundings.chord_rules import ChordFault
from translator.surroundings.summons import Summons

_NAMES = {"darwin": {"Alt": "Option", "Meta": "Cmd"}, "win32": {"Meta": "Win"}}
_ELSEWHERE = {"Meta": "Super"}


def name_of(summons: Summons) -> str:
    """Return what a shortcut does."""
    return {
        Summons.OPEN: tr("Open Translator"),
        Summons.CLIPBOARD: tr("Translate the clipboard"),
        Summons.SELECTION: tr("Translate the selection"),
        Summons.REGION: tr("Translate a part of the screen"),
    }[summons]


def in_words(chord: Chord, platform: str) -> str:
    """Return the keys as they are written on the keyboards of a platform (as ``sys.platform`` names it).

    Where Ctrl and Shift are called otherwise by those who read the interface, they are here as in its menus.
    """
    names = {"Ctrl": ptr("a key", "Ctrl"), "Shift": ptr("a key", "Shift")} | _NAMES.get(platform, _ELSEWHERE)
    return "+".join((*(names.get(modifier, modifier) for modifier in chord.modifiers), chord.key))


def fault_in_words(fault: ChordFault) -> str:
    """Return what is wrong with keys that were pressed."""
    return {
        ChordFault.NO_MODIFIER: tr("Add Ctrl or Alt: alone, this key is needed for typing."),
        ChordFault.SHIFT_ALONE: tr("Add Ctrl or Alt: with Shift alone, this key is needed for typing."),
        ChordFault.WRITES_CHARACTER: tr("These keys write a character on some keyboards."),
        ChordFault.EDITS_EVERYWHERE: tr("Every program needs these keys for editing, and would lose them."),
        ChordFault.IN_COMMON_USE: tr("Many programs use these keys, and will not get them."),
        ChordFault.RESERVED: tr("The system keeps these keys for itself."),
    }[fault]
