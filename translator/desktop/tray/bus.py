"""The tray of today's Linux desktops: a host that the StatusNotifierWatcher knows of.

Described by freedesktop.org's StatusNotifierItem specification, and done under KDE's names by every desktop. Qt looks
for a host when it makes an icon and at no other time; waits for an answer that may never come; and falls back to a tray
of windows where there is none. So the icon is made when a host is known to be there.
"""

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import SLOT, QObject, Slot
from PySide6.QtDBus import QDBusConnection, QDBusMessage, QDBusPendingCallWatcher, QDBusServiceWatcher

from translator.desktop.tray.watcher import HAS_HOST, PATH, WATCHER

_LOOK: Any = SLOT("look()")  # the types ask for bytes, which the bridge refuses
_HOST_SIGNALS = ("StatusNotifierHostRegistered", "StatusNotifierHostUnregistered")


class BusTrayHost(QObject):
    """Follows the watcher as it comes and goes, and the hosts that it tells of. It waits for no answer."""

    def __init__(self, bus: QDBusConnection) -> None:
        super().__init__()
        self._bus = bus
        self._is_there = self._is_closed = False
        self._changed: Callable[[], None] = lambda: None
        self._asking: QDBusPendingCallWatcher | None = None
        self._watcher = QDBusServiceWatcher(WATCHER, bus, QDBusServiceWatcher.WatchModeFlag.WatchForOwnerChange, self)
        self._watcher.serviceOwnerChanged.connect(self.look)
        for signal in _HOST_SIGNALS:
            bus.connect(WATCHER, PATH, WATCHER, signal, self, _LOOK)

    @property
    def is_there(self) -> bool:
        """Whether there is one, as far as is known."""
        return self._is_there

    def listen(self, changed: Callable[[], None]) -> None:
        """Call this whenever that changes, and begin to look."""
        self._changed = changed
        self.look()

    @Slot()
    def look(self) -> None:
        """Ask the watcher whether it has a host; the answer to an earlier question no longer counts."""
        if self._is_closed:
            return
        question = QDBusMessage.createMethodCall(WATCHER, PATH, "org.freedesktop.DBus.Properties", "Get")
        question.setArguments([WATCHER, HAS_HOST])
        question.setAutoStartService(False)
        self._asking = QDBusPendingCallWatcher(self._bus.asyncCall(question), self)
        self._asking.finished.connect(self._take_answer)

    async def close(self) -> None:
        """Look no more."""
        self._is_closed = True
        self._asking = None

    def _take_answer(self, asked: QDBusPendingCallWatcher) -> None:
        asked.deleteLater()
        if asked is not self._asking:
            return
        self._asking = None
        answer = asked.reply()
        is_there = answer.type() is QDBusMessage.MessageType.ReplyMessage and _is_yes(answer.arguments())
        if is_there != self._is_there:
            self._is_there = is_there
            self._changed()


def _is_yes(arguments: list[object]) -> bool:
    """Return whether the answer is a yes. What is in a variant comes wrapped, or not, as the bridge has it."""
    value = arguments[0] if arguments else False
    return bool(value.variant() if hasattr(value, "variant") else value)
