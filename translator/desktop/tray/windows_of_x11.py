"""The tray of older X11 panels: a window that owns a selection, as freedesktop.org's System Tray Protocol has it."""

import asyncio
import contextlib
from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QSocketNotifier

from translator.daemon_thread import open_in_thread


class X11TrayHost:
    """Is told by the X server when the tray's selection gets an owner or loses it."""

    def __init__(self, display: str | None = None) -> None:
        self._display = display
        self._is_there = False
        self._changed: Callable[[], None] = lambda: None
        self._following: asyncio.Task[None] | None = None

    @property
    def is_there(self) -> bool:
        """Whether there is one, as far as is known."""
        return self._is_there

    def listen(self, changed: Callable[[], None]) -> None:
        """Begin to look, and call this whenever that changes."""
        self._changed = changed
        self._following = asyncio.get_running_loop().create_task(self._follow(), name="X11 tray")

    async def close(self) -> None:
        """Look no more, and hang up."""
        if self._following is not None:
            self._following.cancel()
            with contextlib.suppress(asyncio.CancelledError):
                await self._following

    async def _follow(self) -> None:
        from translator.desktop.x11.server import FAULTS

        with contextlib.suppress(*FAULTS):
            owners = await open_in_thread(partial(_Owners, self._display), _Owners.close)
            readable = asyncio.Event()
            notifier = QSocketNotifier(owners.descriptor, QSocketNotifier.Type.Read)
            notifier.activated.connect(readable.set)
            try:
                while True:
                    readable.clear()
                    self._take(is_there=owners.is_owned())
                    await readable.wait()
            finally:
                notifier.setEnabled(False)
                owners.close()

    def _take(self, *, is_there: bool) -> None:
        if is_there != self._is_there:
            self._is_there = is_there
            self._changed()


class _Owners:
    """A line to the server on which it says nothing but that the selection's owner has changed. Raises NoServer."""

    def __init__(self, display: str | None) -> None:
        from translator.desktop.x11.server import Server

        self._server = Server(display)
        self._selection = f"_NET_SYSTEM_TRAY_S{self._server.connection.pref_screen}"
        self._server.count_changes(self._selection)

    @property
    def descriptor(self) -> int:
        return self._server.descriptor

    def is_owned(self) -> bool:
        """Return whether there is a tray now. What the server has said by then is read away.

        News may be read together with an answer that was given before them; the socket would not tell of them again.
        """
        is_owned = self._server.owner_of(self._selection) != 0
        while self._server.next_event(0) is not None:
            is_owned = self._server.owner_of(self._selection) != 0
        return is_owned

    def close(self) -> None:
        self._server.close()
