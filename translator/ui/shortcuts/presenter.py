"""Binds the keys that the settings name, and says where another program has them."""

from __future__ import annotations

import sys
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from translator.i18n import tr
from translator.joining import listed
from translator.surroundings.hotkeys import Bound, Outcome
from translator.ui.loop.tasks import Tasks
from translator.ui.shortcuts.wanted import wanted_chords, with_chord
from translator.ui.shortcuts.words import in_words, name_of
from translator.ui.vocabulary import Action

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable, Mapping, Sequence

    from translator.settings import Settings
    from translator.surroundings.chord import Chord
    from translator.surroundings.summons import Summons
    from translator.ui.desktop_ports import Shortcuts
    from translator.ui.preferences import Preferences
    from translator.ui.vocabulary import Severity

NOTICE = "shortcuts"
"""The name under which the notice stays."""


class ConflictScreen(Protocol):
    """Where a conflict is said."""

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it, with next steps, until it is dismissed or taken away."""
        ...

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays under this name."""
        ...


@dataclass(frozen=True, slots=True)
class Standing:
    """How things stand with the shortcuts. ``is_known`` is not set until it is known whether there are any.

    ``name`` is the way they are had, empty where there is none; ``bound`` what became of each, when keys were last
    asked for.
    """

    is_known: bool = False
    name: str = ""
    desktop_chooses: bool = False
    bound: Mapping[Summons, Bound] = field(default_factory=dict)


class ShortcutsPresenter:
    """Follows the settings. The keys are let go of while shortcuts are paused, and while new ones are being pressed.

    ``open_page`` shows where they are changed.
    """

    def __init__(
        self, preferences: Preferences, screen: ConflictScreen, open_page: Callable[[], None],
        platform: str = sys.platform,
    ) -> None:  # fmt: skip
        self._preferences = preferences
        self._screen = screen
        self._open_page = open_page
        self._platform = platform
        self._tasks = Tasks()
        self._shortcuts: Shortcuts | None = None
        self._pressed: Callable[[Summons, str], None] = lambda _summons, _activation: None
        self._listeners: list[Callable[[], None]] = []
        self._wanted: Mapping[Summons, Chord] | None = None
        self._bound: Mapping[Summons, Bound] = {}
        self._said: set[tuple[Summons, Chord]] = set()
        self._noticed: set[tuple[Summons, Chord]] = set()
        self._is_paused = False
        self._is_recording = False
        preferences.listen(self._follow_settings)

    def start(self, find: Callable[[], Awaitable[Shortcuts]], pressed: Callable[[Summons, str], None]) -> None:
        """Find the way to shortcuts and take the keys; ``pressed`` is called with each that is pressed.

        The event loop must be running. Nothing waits for it.
        """
        self._pressed = pressed
        self._tasks.start("finding", self._find(find))

    @property
    def standing(self) -> Standing:
        """How things stand."""
        if self._shortcuts is None:
            return Standing()
        return Standing(True, self._shortcuts.name, self._shortcuts.desktop_chooses, self._bound)

    def listen(self, listener: Callable[[], None]) -> None:
        """Call this whenever things stand otherwise."""
        self._listeners.append(listener)

    def listen_no_more(self, listener: Callable[[], None]) -> None:
        """Do not call this any more."""
        self._listeners = [each for each in self._listeners if each != listener]

    def say_again(self) -> None:
        """Say anew what was said of keys that other programs have, and has not been taken back."""
        taken = {(s, c): b for (s, c), b in self._taken(self._wanted or {}).items() if (s, c) in self._noticed}
        if taken:
            self._notice(taken)

    def change(self, summons: Summons, chord: Chord | None) -> None:
        """Take these keys for this; None for no keys. The user is there, and sees what becomes of it."""
        if chord is not None:
            self._said.add((summons, chord))
        self._preferences.change(with_chord(self._preferences.settings, summons, chord))

    # Pausing

    def set_paused(self, *, paused: bool) -> None:
        """Let other programs have the keys, until told otherwise or until the program ends."""
        self._is_paused = paused
        self._bind_wanted()
        self._tell()

    def set_recording(self, *, recording: bool) -> None:
        """Let go of the keys while new ones are pressed: those that are taken arrive at no window."""
        self._is_recording = recording
        self._bind_wanted()

    async def close(self) -> None:
        """Let go of all of them, and take no others any more; nothing that is still pressed is told."""
        shortcuts, self._shortcuts = self._shortcuts, None
        await self._tasks.close()
        if shortcuts is not None:
            await shortcuts.close()

    # Binding

    async def _find(self, find: Callable[[], Awaitable[Shortcuts]]) -> None:
        shortcuts = await find()
        shortcuts.listen(self._press)
        self._shortcuts = shortcuts
        self._tell()
        self._bind_wanted()

    def _press(self, summons: Summons, activation: str) -> None:
        if self._shortcuts is not None and not self._is_paused:
            self._pressed(summons, activation)

    def _follow_settings(self, _settings: Settings) -> None:
        self._bind_wanted()

    def _bind_wanted(self) -> None:
        """Ask for the keys that are wanted now, where they are others than those that were asked for last."""
        if self._shortcuts is None:
            return
        wanted = {} if self._lets_go else wanted_chords(self._preferences.settings.shortcuts)
        if wanted != self._wanted:
            self._wanted = wanted
            self._tasks.add(self._bind(self._shortcuts, wanted))

    @property
    def _lets_go(self) -> bool:
        """Whether no keys are wanted at present.

        Keys of the desktop's own are kept: it may ask the user whenever they are asked for.
        """
        is_held = self._is_paused or self._is_recording
        return is_held and self._shortcuts is not None and not self._shortcuts.desktop_chooses

    async def _bind(self, shortcuts: Shortcuts, wanted: Mapping[Summons, Chord]) -> None:
        bound = await shortcuts.bind(wanted)
        if wanted is not self._wanted or self._lets_go:
            return  # others were asked for since, or none at present
        self._bound = bound
        self._say_conflicts(wanted)
        self._tell()

    def _tell(self) -> None:
        for listener in self._listeners:
            listener()

    # Conflicts

    def _say_conflicts(self, wanted: Mapping[Summons, Chord]) -> None:
        """Say once which keys another program has; take it back when that is no longer so."""
        taken = self._taken(wanted)
        is_new = not taken.keys() <= self._said
        self._said |= taken.keys()
        if is_new:
            self._noticed = set(taken)
            self._notice(taken)
        elif self._noticed != taken.keys():  # what the notice says is no longer so
            self._noticed = set()
            self._screen.take_source_notice_away(NOTICE)

    def _taken(self, wanted: Mapping[Summons, Chord]) -> dict[tuple[Summons, Chord], Bound]:
        return {(summons, wanted[summons]): bound for summons, bound in self._bound.items() if _is_taken(bound)}

    def _notice(self, taken: Mapping[tuple[Summons, Chord], Bound]) -> None:
        self._screen.show_source_notice(self._sentence(taken), "warning", self._next_steps(taken), stays=NOTICE)

    def _sentence(self, taken: Mapping[tuple[Summons, Chord], Bound]) -> str:
        if len(taken) == 1:
            ((summons, chord),) = taken
            sentence = tr("Another program has {keys}, the shortcut for “{action}”.")
            return sentence.format(keys=in_words(chord, self._platform), action=name_of(summons))
        keys = listed(in_words(chord, self._platform) for _, chord in taken)
        return tr("Other programs have these shortcuts: {keys}.").format(keys=keys)

    def _next_steps(self, taken: Mapping[tuple[Summons, Chord], Bound]) -> list[Action]:
        change = Action(tr("Change the shortcut…"), "changeShortcutButton", self._open_page)
        free = [(summons, bound.free) for (summons, _), bound in taken.items() if bound.free is not None]
        if len(taken) > 1 or not free:
            return [change]
        ((summons, chord),) = free
        words = tr("Use {keys}").format(keys=in_words(chord, self._platform))
        return [Action(words, "useFreeShortcutButton", lambda: self.change(summons, chord)), change]


def _is_taken(bound: Bound) -> bool:
    return bound.outcome is Outcome.TAKEN
