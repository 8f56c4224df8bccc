"""What is to be translated in the popup is read, wherever it is, and shown there. Knows no widget."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, Protocol, TypeAlias

from translator.surroundings.copied import CannotRead, ClipboardNotRestored, Copied
from translator.surroundings.picture import Picture
from translator.surroundings.summons import Summons
from translator.ui.loop.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Awaitable, Callable

    from translator.running.resident.copied_files import Readable
    from translator.ui.desktop_ports import ProgramInFront

SOON_SECONDS = 0.03
"""What is read within this time is shown at once. What takes longer is announced, and a popup is there in time."""


_Outcome: TypeAlias = Copied | CannotRead | ClipboardNotRestored


class Focusable(Protocol):
    """The popup, as far as it is of interest who has the keyboard."""

    @property
    def has_focus(self) -> bool:
        """Whether the user is in it."""
        ...


class Shown(Focusable, Protocol):
    """The popup, as far as it is opened here."""

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        ...

    def show_text(self, text: str, *, takes_focus: bool) -> None:
        """Show this text, and translate it."""
        ...

    def show_reading(self, *, takes_focus: bool = True) -> None:
        """Show that a text is being waited for."""
        ...

    def show_problem(self, problem: CannotRead, summons: Summons, again: Callable[[], None]) -> None:
        """Say why there is nothing to translate."""
        ...


class PopupCalls:
    """One thing is read at a time: a new one takes the place of the last.

    ``read_picture`` has a picture read in the popup; ``say_not_restored`` tells the user that the clipboard is not as
    it was. Where a program gets the clipboard only while it has the focus, ``focused`` waits for that, and the popup
    is shown first. ``soon`` is SOON_SECONDS. ``selected_here`` returns what is selected in a window of this program,
    empty for nothing: it needs no clipboard.
    """

    def __init__(
        self, popup: Shown, clipboard: Readable, front: ProgramInFront, read_picture: Callable[[Picture], None],
        say_not_restored: Callable[[], None], focused: Callable[[], Awaitable[None]] | None = None,
        soon: float = SOON_SECONDS, selected_here: Callable[[], str] = lambda: "",
    ) -> None:  # fmt: skip
        self._popup = popup
        self._selected_here = selected_here
        self._clipboard = clipboard
        self._front = front
        self._read_picture = read_picture
        self._say_not_restored = say_not_restored
        self._focused = focused
        self._soon = soon
        self._tasks = Tasks()
        self._reading: Summons | None = None

    def show_clipboard(self) -> None:
        """Translate what is on the clipboard."""
        remember_front(self._popup, self._front)
        self._begin(Summons.CLIPBOARD)

    def show_selection(self) -> None:
        """Translate what is selected in the program in front.

        Asked again while that is being read, it is read once: the keys of one Copy would come between those of another.
        """
        if self._reading is Summons.SELECTION and self._tasks.is_running("read"):
            return
        remember_front(self._popup, self._front)
        text = self._selected_here()
        if text.strip():
            self._tasks.cancel("read")
            self._popup.show_text(text, takes_focus=True)
        else:
            self._begin(Summons.SELECTION)

    def show_copied(self, text: str) -> None:
        """Translate what was copied in the program in front, which keeps the keyboard."""
        remember_front(self._popup, self._front)
        self._tasks.cancel("read")
        self._popup.show_text(text, takes_focus=False)

    async def close(self) -> None:
        """Read nothing any more."""
        await self._tasks.close()

    def _begin(self, summons: Summons) -> None:
        self._reading = summons
        self._tasks.start("read", self._show(summons))

    async def _show(self, summons: Summons) -> None:
        is_clipboard = summons is Summons.CLIPBOARD
        if is_clipboard and self._focused is not None:
            self._popup.show_reading()
            await self._focused()
            announced = True
        else:
            announced = False
        reading = asyncio.ensure_future(_outcome(self._clipboard.read() if is_clipboard else self._read_selection()))
        try:
            if not announced:
                announced = await self._announce(reading, takes_focus=is_clipboard)
            outcome = await reading
        finally:
            reading.cancel()
        if self._popup.is_open or not announced:  # or the user has closed it meanwhile
            self._show_outcome(outcome, summons)

    async def _announce(self, reading: asyncio.Future[_Outcome], *, takes_focus: bool) -> bool:
        """Say that it is being read, if it takes a while; return whether it was said.

        The focus stays with the program in front where keys may be needed there for Copy.
        """
        done, _ = await asyncio.wait([reading], timeout=self._soon)
        if not done:
            self._popup.show_reading(takes_focus=takes_focus)
        return not done

    async def _read_selection(self) -> Copied:
        return Copied(await self._front.selected_text())

    def _show_outcome(self, outcome: _Outcome, summons: Summons) -> None:
        match outcome:
            case CannotRead():
                self._popup.show_problem(outcome, summons, lambda: self._begin(summons))
            case ClipboardNotRestored():
                self._popup.show_text(outcome.selected, takes_focus=True)
                self._say_not_restored()
            case Copied(text="", picture=Picture() as picture):
                self._read_picture(picture)
            case Copied():
                self._popup.show_text(outcome.text, takes_focus=True)


def remember_front(popup: Focusable, front: ProgramInFront) -> None:
    """Take note of which program the user is in, unless they are in the popup, which came from there."""
    if not popup.has_focus:
        front.remember()


async def _outcome(reading: Awaitable[Copied]) -> _Outcome:
    """Return what was read, or why nothing was: an error that nobody waits for any more is nobody's."""
    try:
        return await reading
    except (CannotRead, ClipboardNotRestored) as fault:
        return fault
