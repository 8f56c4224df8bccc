"""A tray that comes and goes, and what is seen in it."""

from collections.abc import Callable

from translator.ui.tray.screen import TrayCommands, TrayState


class FakeTrayHost:
    """``set_there`` is what the desktop does."""

    def __init__(self, *, is_there: bool = False) -> None:
        self.is_there = is_there
        self.is_closed = False
        self._changed: Callable[[], None] = lambda: None

    def set_there(self, *, there: bool) -> None:
        """Come or go."""
        self.is_there = there
        self._changed()

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this then."""
        self._changed = changed

    async def close(self) -> None:
        """Take note."""
        self.is_closed = True


class FakeTrayScreen:
    """``state`` is what is seen, None where there is no icon. ``shown`` counts how often it was drawn."""

    def __init__(self) -> None:
        self.commands: TrayCommands | None = None
        self.state: TrayState | None = None
        self.shown = 0

    def listen(self, commands: TrayCommands) -> None:
        """Take note."""
        self.commands = commands

    def appear(self, state: TrayState) -> None:
        """Be seen."""
        assert self.state is None
        self.show_state(state)

    def disappear(self) -> None:
        """Be gone."""
        assert self.state is not None
        self.state = None

    def show_state(self, state: TrayState) -> None:
        """Show it."""
        self.state = state
        self.shown += 1
