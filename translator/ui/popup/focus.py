"""The keyboard's way to the popup, and away from it."""

from collections.abc import Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_ASKED_AGAIN_MS = (60, 250, 1000)
"""When it asks again for a keyboard that it was not given. A window manager that is busy sees the first too late."""


class PopupFocus(QObject):
    """Asks for the focus of a window, and tells when it comes and goes. A child of the window, it goes with it."""

    entered = Signal()
    """The window has the focus now."""
    left = Signal()
    """The focus went somewhere else."""
    refused = Signal()
    """It was asked for twice or more often, and has not come still."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_here = False
        self._pauses: Iterator[int] = iter(())
        self._insist = QTimer(self)
        self._insist.setSingleShot(True)
        self._insist.timeout.connect(self._ask_again)

    def look(self) -> bool:
        """Find out whether it is here, before the window is shown anew."""
        self._is_here = self._window.isVisible() and self._window.isActiveWindow()
        return self._is_here

    def ask(self) -> None:
        """Ask for it, and again where it does not come."""
        self._window.activateWindow()
        self._pauses = iter(_ASKED_AGAIN_MS)
        self._insist.start(next(self._pauses))

    def _ask_again(self) -> None:
        """Ask once more.

        A window manager may refuse it to a program in which nobody did anything for a while. By now it has told this
        window of its place, and with that the time, which makes of the second request a fresh one.
        """
        if self._is_here or not self._window.isVisible():
            return
        self._window.activateWindow()
        self.refused.emit()
        if pause := next(self._pauses, 0):
            self._insist.start(pause)

    def give_up(self) -> None:
        """Ask for it no more."""
        self._insist.stop()

    def let_go(self) -> None:
        """Take note that the window is put away: that the focus goes with it is no leaving."""
        self._is_here = False

    def follow_activation(self) -> None:
        """Take note that the window was activated, or is no longer; a menu of its own takes the focus nowhere."""
        if self._window.isActiveWindow():
            self._is_here = True
            self.entered.emit()
        elif self._is_here and self._window.isVisible() and QApplication.activePopupWidget() is None:
            self._is_here = False  # only then: that the last popup lost the focus may be told while this one opens
            self.left.emit()
