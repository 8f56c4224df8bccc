"""Asks assistive technology to say something, wherever its user is reading."""

from collections.abc import Callable

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QAccessibleEvent
from PySide6.QtWidgets import QAbstractItemView

Tell = Callable[[QAccessibleEvent], None]


class Announcer:
    """Speaks for one part of a window. Politely: what is being said is said to its end first.

    ``is_heard`` tells whether any assistive technology is there; where there is none, nothing is told.
    """

    def __init__(
        self, about: QObject, is_heard: Callable[[], bool] = QAccessible.isActive,
        tell: Tell = QAccessible.updateAccessibility,
    ) -> None:  # fmt: skip
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
            self._tell(QAccessibleAnnouncementEvent(self._about, sentence))

    def say_row(self, view: QAbstractItemView) -> None:
        """Have the current row of a list said, which the arrows of another control have moved: Qt tells of none."""
        row = view.currentIndex()
        self.say(row.data(Qt.ItemDataRole.AccessibleTextRole) or row.data(Qt.ItemDataRole.DisplayRole) or "")
