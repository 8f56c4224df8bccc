"""The keyboard's way to the popup, and away from it."""

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_ASKED_AGAIN_MS = (60, 250, 1000)
"""When it asks again for a keyboard that it was not given. A window manager that is busy sees the first too late."""

_GONE_AFTER_MS = 100
"""How long it has to be away. Qt says that it has come when it was only asked for, and then that it went and came: 2 to
5 ms where another window of ours had lost it shortly before."""


class PopupFocus(QObject):
    """Asks for the focus of a window, and tells when it comes and goes. A child of the window, it goes with it."""

    entered = Signal()
    """The window has the focus now."""
    left = Signal()
    """The focus went somewhere else, and stayed there."""
    refused = Signal()
    """It was asked for twice or more often, and has not come still."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._is_here = False
        self._pauses: Iterator[int] = iter(())
        self._insist = self._timer(self._ask_again)
        self._going = self._timer(self._go)

    def _timer(self, does: Callable[[], None]) -> QTimer:
        timer = QTimer(self)
        timer.setSingleShot(True)
        timer.timeout.connect(does)
        return timer

    def look(self) -> bool:
        """Find out whether it is here, before the window is shown anew."""
        self._going.stop()
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
        """Ask for it no more, nor tell that it went."""
        self._insist.stop()
        self._going.stop()

    def let_go(self) -> None:
        """Take note that the window is put away: that the focus goes with it is no leaving."""
        self._is_here = False

    def follow_activation(self) -> None:
        """Take note that the window was activated, or is no longer; a menu of its own takes the focus nowhere."""
        if self._window.isActiveWindow():
            self._is_here = True
            self._going.stop()
            self.entered.emit()
        elif self._is_here and self._window.isVisible() and QApplication.activePopupWidget() is None:
            self._is_here = False  # only then: that the last popup lost the focus may be told while this one opens
            if QApplication.activeWindow() is None:
                self._going.start(_GONE_AFTER_MS)
            else:  # another window of ours has it
                self.give_up()
                self.left.emit()

    def _go(self) -> None:
        """Tell that it went, unless it is still being asked for."""
        if self._insist.isActive():
            self._going.start(_GONE_AFTER_MS)
        else:
            self.left.emit()
