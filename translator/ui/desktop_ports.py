"""What the window needs of the desktop around it. The composition root hands it in. No Qt: presenters know these."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from translator.language.tag import LanguageTag
    from translator.surroundings.chord import Chord
    from translator.surroundings.copied import Copied
    from translator.surroundings.hotkeys import Bound
    from translator.surroundings.obstacles import Obstacle
    from translator.surroundings.summons import Summons


class Clipboard(Protocol):
    """The system's clipboard."""

    async def read(self) -> Copied:
        """Return what is on it. Raises CannotRead; at the latest when its owner has hung for 300 ms."""
        ...

    def set_text(self, text: str) -> None:
        """Put a text on it."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever another program has put something on it, the same as before included."""
        ...

    async def close(self) -> None:
        """Hand what was given back, and would go with this program, to the desktop, where that keeps such things."""
        ...


class ProgramInFront(Protocol):
    """The program that the user was in when the shortcut was pressed."""

    def remember(self) -> None:
        """Take note of which window is in front now, to read from it, write to it and go back to it."""
        ...

    async def selected_text(self) -> str:
        """Return the text selected in it. Raises CannotRead: never is it a text from before.

        The clipboard is as it was afterwards; ClipboardNotRestored where that failed.
        """
        ...

    @property
    def obstacle(self) -> Obstacle | None:
        """Why nothing can be replaced there; None where it can."""
        ...

    async def replace(self, text: str) -> None:
        """Bring it to the front and paste this over what is selected in it; the clipboard is as it was afterwards.

        Raises CannotReplace, and ClipboardNotRestored.
        """
        ...

    def return_focus(self) -> None:
        """Give it the keyboard back."""
        ...


class Shortcuts(Protocol):
    """The desktop's global shortcuts."""

    @property
    def name(self) -> str:
        """The way they are had, as ``doctor`` says it; empty where there is none."""
        ...

    @property
    def desktop_chooses(self) -> bool:
        """Whether the desktop chooses the keys, and its own settings are where they are changed."""
        ...

    def listen(self, pressed: Callable[[Summons, str], None]) -> None:
        """Call this with each that is pressed, and with the desktop's activation token, or none."""
        ...

    async def bind(self, wanted: Mapping[Summons, Chord]) -> Mapping[Summons, Bound]:
        """Take these keys, let go of all others, and return what became of each."""
        ...

    async def close(self) -> None:
        """Let go of all of them."""
        ...


class Speech(Protocol):
    """The platform's own voices."""

    async def can_speak(self) -> bool:
        """Return whether there are any."""
        ...

    async def speak(self, text: str, language: LanguageTag | None) -> None:
        """Read it aloud; return when it has been said. Cancelling falls silent at once. Raises CannotSpeak."""
        ...


class Autostart(Protocol):
    """Whether the program starts, without a window, when the user logs in."""

    def is_on(self) -> bool:
        """Return whether it does. May read a file."""
        ...

    def set_on(self, *, on: bool) -> None:
        """Let it start so, or not. Raises OSError."""
        ...


class TrayHost(Protocol):
    """What shows the icons of running programs, and may come and go: a panel is started late, or anew."""

    @property
    def is_there(self) -> bool:
        """Whether there is one, as far as is known."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Begin to look, and call this whenever ``is_there`` changes. The event loop must be running."""
        ...

    async def close(self) -> None:
        """Look no more."""
        ...
