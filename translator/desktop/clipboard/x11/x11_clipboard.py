"""The clipboard of X11, read beside Qt: Qt would wait for a program that hangs, and the window with it."""

from __future__ import annotations

import asyncio
from contextlib import closing, suppress
from typing import TYPE_CHECKING

from translator.daemon_thread import call_in_daemon_thread
from translator.desktop.clipboard.qt_clipboard import QtClipboard, system_clipboard
from translator.surroundings.copied import CannotRead, NothingThere, OwnerHangs

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.desktop.clipboard.own_use import OwnUse
    from translator.surroundings.copied import Copied

_MANAGER = "CLIPBOARD_MANAGER"  # see freedesktop.org's ClipboardManager specification
_HANDING_OVER_SECONDS = 2.0
_LONGEST_SECONDS = 30.0  # for all formats that are asked for, one after the other


class X11Clipboard:
    """The clipboard of the display that Qt draws on."""

    def __init__(self, own_use: OwnUse, display: str | None = None) -> None:
        self._own_use = own_use
        self._display = display
        self._qt = QtClipboard(own_use)
        self._looking: set[asyncio.Task[None]] = set()

    async def read(self) -> Copied:
        """Return what is on it. Raises CannotRead."""
        if system_clipboard().ownsClipboard():
            return await self._qt.read()
        try:
            return await call_in_daemon_thread(lambda: _read(self._display), _LONGEST_SECONDS)
        except TimeoutError:
            raise OwnerHangs from None

    def set_text(self, text: str) -> None:
        """Put a text on it."""
        self._qt.set_text(text)

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever another program has put something on it."""

        def look() -> None:
            if system_clipboard().ownsClipboard():
                return
            if not self._own_use.was_ever:
                changed()
                return
            task = asyncio.get_running_loop().create_task(self._tell_foreign(changed))
            self._looking.add(task)
            task.add_done_callback(self._looking.discard)

        system_clipboard().dataChanged.connect(look)

    async def close(self) -> None:
        """Hand what was given back to the desktop's clipboard manager, where there is one: it would go with us."""
        for task in self._looking:
            task.cancel()
        if self._own_use.was_ever:
            with suppress(TimeoutError):
                await call_in_daemon_thread(self._hand_over, _HANDING_OVER_SECONDS)

    def _hand_over(self) -> None:
        from translator.desktop.clipboard.x11.receiving import Receiving
        from translator.desktop.x11.server import FAULTS, Server

        with suppress(*FAULTS), closing(Server(self._display)) as server:
            owner = server.owner_of("CLIPBOARD")
            if owner and self._own_use.is_own(owner) and server.owner_of(_MANAGER):
                with suppress(CannotRead):  # it keeps nothing, then
                    Receiving(server, _MANAGER, _HANDING_OVER_SECONDS).fetch("SAVE_TARGETS", most=64)

    async def _tell_foreign(self, changed: Callable[[], None]) -> None:
        """Tell it unless the clipboard has what we put back, or nothing, or by now something of our own."""
        if self._own_use.is_going_on:
            return
        try:
            owner = await call_in_daemon_thread(lambda: _owner(self._display), _LONGEST_SECONDS)
        except TimeoutError:
            return
        if owner and not self._own_use.is_own(owner) and not system_clipboard().ownsClipboard():
            changed()


def _read(display: str | None) -> Copied:
    from translator.desktop.clipboard.x11.reading import read_copied
    from translator.desktop.clipboard.x11.receiving import Receiving
    from translator.desktop.x11.server import FAULTS, Server

    try:
        server = Server(display)
    except FAULTS:
        raise NothingThere from None
    try:
        return read_copied(Receiving(server, "CLIPBOARD"))
    except FAULTS:
        raise OwnerHangs from None
    finally:
        server.close()


def _owner(display: str | None) -> int:
    from translator.desktop.x11.server import FAULTS, Server

    try:
        with closing(Server(display)) as server:
            return server.owner_of("CLIPBOARD")
    except FAULTS:
        return 0
