"""What the presenters of the tray ask of what is seen, and what they are asked for."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from translator.language.tag import LanguageTag
from translator.surroundings.summons import Summons


@dataclass(frozen=True, slots=True)
class Target:
    """A target language to choose: its tag, its name, and whether it is the one in use."""

    tag: LanguageTag
    name: str
    is_current: bool


@dataclass(frozen=True, slots=True)
class TrayState:
    """All that the icon and its menu show. ``keys`` are what to press, in words; what has no shortcut is left out."""

    tooltip: str
    watches: bool
    is_paused: bool
    keys: Mapping[Summons, str]
    targets: Sequence[Target]


@dataclass(frozen=True, slots=True)
class TrayOrders:
    """What the menu has others do.

    ``targets`` returns the target languages at hand, ``target`` the one in use; ``choose_target`` takes one of them,
    ``pick_target`` lets the user choose among all.
    """

    summon: Callable[[Summons], None]
    targets: Callable[[], Sequence[LanguageTag]]
    target: Callable[[], LanguageTag]
    choose_target: Callable[[LanguageTag], None]
    pick_target: Callable[[], None]
    pause: Callable[[bool], None]
    quit: Callable[[], None]


class TrayCommands(Protocol):
    """What the icon and the lines of its menu do."""

    def summon(self, summons: Summons) -> None:
        """Bring this up."""
        ...

    def choose_target(self, tag: LanguageTag) -> None:
        """Translate into this language."""
        ...

    def pick_target(self) -> None:
        """Let the user choose among all languages."""
        ...

    def set_watching(self, wanted: bool) -> None:
        """Translate whatever is copied, or no longer."""
        ...

    def set_paused(self, wanted: bool) -> None:
        """Leave the shortcuts to other programs, or take them again."""
        ...

    def follow_opening(self) -> None:
        """Take note that the menu is about to be seen."""
        ...

    def quit(self) -> None:
        """End the program."""
        ...


class TrayScreen(Protocol):
    """The icon in the tray, with its menu."""

    def listen(self, commands: TrayCommands) -> None:
        """Let icon and menu do this."""
        ...

    def appear(self, state: TrayState) -> None:
        """Come into a tray that is there now."""
        ...

    def disappear(self) -> None:
        """Go: the tray has gone, or the program ends."""
        ...

    def show_state(self, state: TrayState) -> None:
        """Show this from now on."""
        ...


class ClosingWindow(Protocol):
    """The window that is closed."""

    def isHidden(self) -> bool:  # noqa: N802 - Qt's own name
        """Return whether it is away."""
        ...

    def put_away(self) -> None:
        """Go from the screen without ending anything."""
        ...

    def bring_back(self, *, activates: bool = True) -> None:
        """Come to the screen as it was."""
        ...

    def quit(self) -> None:
        """End the program."""
        ...


class StayQuestion(Protocol):
    """Asks whether to stay in the tray."""

    def ask(self, answer: Callable[[bool], None]) -> None:
        """Ask, or bring the question that stands to the front. ``answer`` is told True for staying."""
        ...

    def withdraw(self) -> None:
        """Take the question back."""
        ...
