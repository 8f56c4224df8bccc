"""The page of the shortcuts, without a window."""

from translator.surroundings.summons import Summons
from translator.ui.settings.shortcuts.presenter import ShortcutCommands, Way


class FakeShortcutsScreen:
    """The page about the global shortcuts. ``problems`` are what is wrong, and the keys that are proposed."""

    def __init__(self) -> None:
        self.way: Way | None = None
        self.keys: dict[Summons, str] = {}
        self.problems: dict[Summons, tuple[str, str]] = {}
        self.resets: dict[Summons, bool] = {}
        self.double_copy = (False, False)
        self.commands_shown: dict[Summons, tuple[str, bool]] = {}

    def listen(self, commands: ShortcutCommands) -> None:
        """There is nobody to press anything."""

    def show_way(self, way: Way) -> None:
        self.way = way

    def show_keys(self, summons: Summons, keys: str) -> None:
        self.keys[summons] = keys

    def show_problem(self, summons: Summons, sentence: str, free: str = "") -> None:
        self.problems[summons] = sentence, free

    def show_reset(self, summons: Summons, *, offered: bool) -> None:
        self.resets[summons] = offered

    def show_double_copy(self, *, wanted: bool, possible: bool) -> None:
        self.double_copy = wanted, possible

    def show_command(self, summons: Summons, command: str, *, copied: bool) -> None:
        self.commands_shown[summons] = command, copied
