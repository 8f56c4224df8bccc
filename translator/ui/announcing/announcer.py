"""Asks assistive technology to say something, wherever its user is reading.

What Qt has for that is imported when something is first to be said: it brings a dozen enumerations, and the window is
waited for.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QAccessibleEvent
    from PySide6.QtWidgets import QAbstractItemView


def _is_heard() -> bool:
    from PySide6.QtGui import QAccessible

    return QAccessible.isActive()


def _tell(event: QAccessibleEvent) -> None:
    from PySide6.QtGui import QAccessible

    QAccessible.updateAccessibility(event)


class Announcer:
    """Speaks for one part of a window. Politely: what is being said is said to its end first.

    ``is_heard`` tells whether any assistive technology is there; where there is none, nothing is told.
    """

    def __init__(
        self, about: QObject, is_heard: Callable[[], bool] = _is_heard, tell: Callable[[QAccessibleEvent], None] = _tell
    ) -> None:
        self._about = about
        self._is_heard = is_heard
        self._tell = tell

    @property
    def is_heard(self) -> bool:
        """Whether it is worth while to say anything."""
        return self._is_heard()

    def say(self, sentence: str) -> None:
        """Have this said; nothing if empty."""
        if sentence and self._is_heard():
            from PySide6.QtGui import QAccessibleAnnouncementEvent

            self._tell(QAccessibleAnnouncementEvent(self._about, sentence))

    def say_row(self, view: QAbstractItemView) -> None:
        """Have the current row of a list said, which the arrows of another control have moved: Qt tells of none."""
        row = view.currentIndex()
        self.say(row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data(Qt.ItemDataRole.DisplayRole) or "")
