"""Watches the pointer while the popup is on the screen without the focus and not pinned, and at no other time."""

import time
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QCursor

from translator.ui.popup.lingering import LOOK_EVERY, Lingering
from translator.ui.popup.placement import Point
from translator.ui.popup.window import PopupWindow


class LingerWatch(QObject):
    """Says when the user has gone on with something else.

    ``is_running`` tells whether a translation is on its way, ``characters`` how long it is.
    """

    gone = Signal()

    def __init__(
        self, window: PopupWindow, is_running: Callable[[], bool], characters: Callable[[], int],
        clock: Callable[[], float] = time.monotonic,
    ) -> None:  # fmt: skip
        super().__init__(window)
        self._window = window
        self._is_running = is_running
        self._characters = characters
        self._clock = clock
        self._lingering: Lingering | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(round(LOOK_EVERY * 1000))
        self._timer.timeout.connect(self.look)
        window.installEventFilter(self)
        window.header.pin.toggled.connect(self._begin_or_end)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Begin to watch, or end."""
        if event.type() in (QEvent.Type.Show, QEvent.Type.Hide, QEvent.Type.ActivationChange):
            self._begin_or_end()
        return False

    def _begin_or_end(self) -> None:
        window = self._window
        self._lingering = None
        if window.isVisible() and not window.isActiveWindow() and not window.is_pinned:
            self._timer.start()
        else:
            self._timer.stop()

    def look(self) -> None:
        """Look where the pointer is."""
        window, at = self._window, QCursor.pos()
        pointer = Point(at.x(), at.y())
        if self._lingering is None:
            self._lingering = Lingering(window.area(), pointer)
        elif self._lingering.is_over(
            self._clock(), window.area(), pointer, is_running=self._is_running(), characters=self._characters()
        ):
            self._lingering = None
            self.gone.emit()
