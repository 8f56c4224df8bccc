"""Shortcuts among fakes."""

from collections.abc import Sequence

from tests.fakes.shortcuts import FakeShortcuts
from tests.support.waiting import settle
from translator.settings import Settings, Shortcuts
from translator.surroundings.chord import Chord
from translator.surroundings.summons import Summons
from translator.ui.preferences import Preferences
from translator.ui.shortcuts.presenter import ShortcutsPresenter
from translator.ui.vocabulary import Action, Severity

F1, F2, F3, F5 = (Chord.parse(f"Ctrl+Shift+F{number}") for number in (1, 2, 3, 5))
CLIPBOARD, SELECTION, REGION = Summons.CLIPBOARD, Summons.SELECTION, Summons.REGION
DEFAULTS = {CLIPBOARD: F1, SELECTION: F2, REGION: F3}


class FakeNotices:
    """``shown`` is what is said at present; ``count`` how often something was."""

    def __init__(self) -> None:
        self.shown = ""
        self.actions: dict[str, Action] = {}
        self.count = 0

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        assert (severity, stays) == ("warning", "shortcuts")
        self.shown, self.actions = sentence, {action.text: action for action in actions}
        self.count += 1

    def take_source_notice_away(self, stays: str) -> None:
        assert stays == "shortcuts"
        self.shown, self.actions = "", {}


class Room:
    """``pressed`` are the shortcuts that came through."""

    def __init__(self, shortcuts: FakeShortcuts | None = None, wanted: Shortcuts | None = None) -> None:
        self.shortcuts = shortcuts or FakeShortcuts()
        self.preferences = Preferences(Settings(shortcuts=wanted or Shortcuts()), lambda _: None)
        self.notices = FakeNotices()
        self.opened = 0
        self.pressed: list[tuple[Summons, str]] = []
        self.presenter = ShortcutsPresenter(self.preferences, self.notices, self._open, "linux")

    def _open(self) -> None:
        self.opened += 1

    async def _find(self) -> FakeShortcuts:
        return self.shortcuts

    async def start(self) -> None:
        self.presenter.start(self._find, lambda summons, activation: self.pressed.append((summons, activation)))
        await settle()
