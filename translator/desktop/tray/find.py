"""Where this desktop's tray is to be looked for."""

import sys
from collections.abc import Callable, Sequence
from typing import Protocol

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSystemTrayIcon


class TrayHost(Protocol):
    """What shows the icons of running programs."""

    @property
    def is_there(self) -> bool:
        """Whether there is one, as far as is known."""
        ...

    def listen(self, changed: Callable[[], None]) -> None:
        """Begin to look, and call this whenever that changes."""
        ...

    async def close(self) -> None:
        """Look no more."""
        ...


class QtTrayHost:
    """The tray of Windows and macOS, which is there for good. Where the taskbar starts anew, Qt adds the icon again."""

    @property
    def is_there(self) -> bool:
        """Whether there is one."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def listen(self, changed: Callable[[], None]) -> None:
        """Nothing will change."""

    async def close(self) -> None:
        """There is nothing to end."""


class EitherTrayHost:
    """Several places to look in; one tray is enough."""

    def __init__(self, hosts: Sequence[TrayHost]) -> None:
        self._hosts = hosts
        self._was_there = False
        self._changed: Callable[[], None] = lambda: None

    @property
    def is_there(self) -> bool:
        """Whether there is one in any."""
        return any(host.is_there for host in self._hosts)

    def listen(self, changed: Callable[[], None]) -> None:
        """Begin to look in all of them."""
        self._changed = changed
        for host in self._hosts:
            host.listen(self._look)

    async def close(self) -> None:
        """Look no more."""
        for host in self._hosts:
            await host.close()

    def _look(self) -> None:
        if self.is_there != self._was_there:
            self._was_there = self.is_there
            self._changed()


def find_tray_host(platform: str = sys.platform) -> TrayHost:
    """Return what tells whether there is a tray. On Linux it costs nothing until something changes."""
    if platform in ("win32", "darwin"):
        return QtTrayHost()
    from PySide6.QtDBus import QDBusConnection

    from translator.desktop.tray.bus import BusTrayHost

    hosts: list[TrayHost] = []
    bus = QDBusConnection.sessionBus()
    if bus.isConnected():
        hosts.append(BusTrayHost(bus))
    if QGuiApplication.platformName() == "xcb":
        from translator.desktop.tray.windows_of_x11 import X11TrayHost

        hosts.append(X11TrayHost())
    return EitherTrayHost(hosts)
