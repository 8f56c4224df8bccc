"""The settings of the global shortcuts: new keys, what is wrong with them, and what to do where there are none."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Literal, Protocol

from translator.i18n import tr
from translator.surroundings.chord_rules import ChordFault, fault_of, propose_free
from translator.surroundings.hotkeys import Bound, Outcome
from translator.surroundings.summons import SHORTCUTS, Summons
from translator.ui.shortcuts.wanted import chord_for, default_for, keys_for
from translator.ui.shortcuts.words import fault_in_words, in_words, name_of

if TYPE_CHECKING:
    from translator.settings import Settings
    from translator.surroundings.chord import Chord
    from translator.ui.preferences import Preferences
    from translator.ui.settings.at_hand import ShortcutsAtHand

Way = Literal["keys", "desktop", "none"]
"""The program takes keys, the desktop gives some out, or no shortcuts are to be had."""

_NOBODY = Bound(Outcome.BOUND)


@dataclass(frozen=True, slots=True)
class _Refusal:
    """Why keys were not taken, and which might be in their place."""

    sentence: str
    free: Chord | None = None


class ShortcutCommands(Protocol):
    """What the controls do."""

    def begin_recording(self, summons: Summons) -> None:
        """Get ready for new keys to be pressed."""
        ...

    def end_recording(self) -> None:
        """Take note that none are awaited any more."""
        ...

    def record(self, summons: Summons, chord: Chord | None) -> None:
        """Take the keys that were pressed; None for no keys."""
        ...

    def refuse(self, summons: Summons) -> None:
        """Say that no shortcut can have the key that was pressed."""
        ...

    def reset(self, summons: Summons) -> None:
        """Take the keys that were there in the beginning."""
        ...

    def use_free(self, summons: Summons) -> None:
        """Take the keys that are proposed."""
        ...

    def set_double_copy(self, wanted: bool) -> None:
        """Translate what is copied twice, or not."""
        ...

    def copy_command(self, summons: Summons) -> None:
        """Put the command on the clipboard."""
        ...


class ShortcutsScreen(Protocol):
    """The page."""

    def listen(self, commands: ShortcutCommands) -> None:
        """Let the controls do this."""
        ...

    def show_way(self, way: Way) -> None:
        """Show what there is to be done where shortcuts are had this way."""
        ...

    def show_keys(self, summons: Summons, keys: str) -> None:
        """Show these keys; empty for none."""
        ...

    def show_problem(self, summons: Summons, sentence: str, free: str = "") -> None:
        """Say what is wrong with the keys, and propose those in ``free``; nothing where they are empty."""
        ...

    def show_reset(self, summons: Summons, *, offered: bool) -> None:
        """Offer the keys of the beginning."""
        ...

    def show_double_copy(self, *, wanted: bool, possible: bool) -> None:
        """Show whether what is copied twice is translated, and whether it could be."""
        ...

    def show_command(self, summons: Summons, command: str, *, copied: bool) -> None:
        """Show the command to bind, and whether it is on the clipboard now."""
        ...


class ShortcutsSettingsPresenter:
    """Shows how things stand, and applies each change at once."""

    def __init__(self, screen: ShortcutsScreen, preferences: Preferences, at_hand: ShortcutsAtHand) -> None:
        self._screen = screen
        self._preferences = preferences
        self._at_hand = at_hand
        self._refused: dict[Summons, _Refusal] = {}
        self._copied: Summons | None = None
        screen.listen(self)
        preferences.listen(self._follow_settings)
        at_hand.presenter.listen(self.show)
        self.show()

    def close(self) -> None:
        """Follow the shortcuts no more."""
        self._at_hand.presenter.listen_no_more(self.show)

    # Commands

    def begin_recording(self, summons: Summons) -> None:
        """Get ready for new keys to be pressed."""
        self._refused.pop(summons, None)
        self._at_hand.presenter.set_recording(recording=True)
        self.show()

    def end_recording(self) -> None:
        """Take note that none are awaited any more."""
        self._at_hand.presenter.set_recording(recording=False)
        self.show()

    def record(self, summons: Summons, chord: Chord | None) -> None:
        """Take the keys that were pressed, or say why not. What others use as well is the user's choice."""
        reason = self._reason_against(summons, chord) if chord is not None else ""
        if reason and chord is not None:
            keys = in_words(chord, self._at_hand.platform)
            said = tr("{keys}: {reason}").format(keys=keys, reason=reason)
            self._refused[summons] = _Refusal(said, self._like(chord))
            self.show()
        else:
            self._change(summons, chord)

    def refuse(self, summons: Summons) -> None:
        """Say that no shortcut can have the key that was pressed."""
        said = tr("This key cannot be part of a shortcut. Letters, digits and F1 to F24 can.")
        self._refused[summons] = _Refusal(said)
        self.show()

    def reset(self, summons: Summons) -> None:
        """Take the keys that were there in the beginning."""
        self._change(summons, default_for(summons))

    def use_free(self, summons: Summons) -> None:
        """Take the keys that are proposed."""
        refused = self._refused.get(summons)
        free = refused.free if refused else self._bound(summons).free
        if free is not None:
            self._change(summons, free)

    def set_double_copy(self, wanted: bool) -> None:
        """Translate what is copied twice, or not."""
        settings = self._preferences.settings
        if wanted != settings.shortcuts.double_copy:
            self._preferences.change(replace(settings, shortcuts=replace(settings.shortcuts, double_copy=wanted)))

    def copy_command(self, summons: Summons) -> None:
        """Put the command on the clipboard."""
        self._at_hand.copy(self._command(summons))
        self._copied = summons
        self.show()

    def _change(self, summons: Summons, chord: Chord | None) -> None:
        self._refused.pop(summons, None)
        if str(chord or "") != keys_for(summons, self._preferences.settings.shortcuts):
            self._at_hand.presenter.change(summons, chord)
        self.show()

    def _reason_against(self, summons: Summons, chord: Chord) -> str:
        shortcuts = self._preferences.settings.shortcuts
        owner = next((s for s in SHORTCUTS if s is not summons and chord_for(s, shortcuts) == chord), None)
        if owner is not None:
            return tr("They are the shortcut for “{action}” already.").format(action=name_of(owner))
        fault = fault_of(chord, self._at_hand.platform)
        return "" if fault in (None, ChordFault.IN_COMMON_USE) else fault_in_words(fault)

    def _like(self, chord: Chord) -> Chord | None:
        """Return keys like these that are good for a shortcut, and none of the user's own."""
        own = (chord_for(summons, self._preferences.settings.shortcuts) for summons in SHORTCUTS)
        return next(propose_free([taken for taken in own if taken], chord, self._at_hand.platform), None)

    # What is shown

    def _follow_settings(self, _settings: Settings) -> None:
        self.show()

    def show(self) -> None:
        """Show how things stand."""
        shortcuts = self._preferences.settings.shortcuts
        self._screen.show_way(self._way)
        self._screen.show_double_copy(wanted=shortcuts.double_copy, possible=self._at_hand.sees_copies)
        for summons in SHORTCUTS:
            chord = chord_for(summons, shortcuts)
            self._screen.show_keys(summons, self._keys(summons, chord))
            self._show_problem(summons, chord)
            self._screen.show_reset(summons, offered=chord != default_for(summons) and self._way == "keys")
            self._screen.show_command(summons, self._command(summons), copied=summons is self._copied)

    @property
    def _way(self) -> Way:
        standing = self._at_hand.presenter.standing
        if standing.is_known and not standing.name:
            return "none"
        return "desktop" if standing.desktop_chooses else "keys"

    def _keys(self, summons: Summons, chord: Chord | None) -> str:
        if self._way == "desktop":
            return self._bound(summons).keys
        return self._in_words(chord)

    def _bound(self, summons: Summons) -> Bound:
        return self._at_hand.presenter.standing.bound.get(summons, _NOBODY)

    def _command(self, summons: Summons) -> str:
        return f"{self._at_hand.command} --{summons.value}"

    def _show_problem(self, summons: Summons, chord: Chord | None) -> None:
        refused = self._refused.get(summons)
        if refused is not None:
            self._screen.show_problem(summons, refused.sentence, self._in_words(refused.free))
            return
        bound = self._bound(summons)
        free = self._in_words(bound.free if chord else None)
        self._screen.show_problem(summons, self._problem(summons, chord, bound.outcome), free)

    def _in_words(self, chord: Chord | None) -> str:
        return in_words(chord, self._at_hand.platform) if chord else ""

    def _problem(self, summons: Summons, chord: Chord | None, outcome: Outcome) -> str:
        """Return what is wrong with the keys as they are set."""
        written = keys_for(summons, self._preferences.settings.shortcuts)
        if chord is None:
            return tr("“{text}” names no keys.").format(text=written) if written else ""
        if outcome is Outcome.TAKEN:
            return tr("Another program has these keys.")
        if outcome is Outcome.IMPOSSIBLE:
            return tr("These keys cannot be used here.")
        fault = fault_of(chord, self._at_hand.platform) if self._way == "keys" else None
        return fault_in_words(fault) if fault in (ChordFault.EDITS_EVERYWHERE, ChordFault.IN_COMMON_USE) else ""
