"""What is asked of the window between its first paint and the moment that somebody listens."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QMetaObject, QObject, SignalInstance
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractButton

from translator.ui.window.main_window import MainWindow


class EarlyCommands:
    """Remembers the keys and buttons that were pressed, in their order, and does them once they can be done."""

    def __init__(self, window: MainWindow) -> None:
        self._asked: list[Callable[[], None]] = []
        self._connections: list[QMetaObject.Connection] = []
        for action in window.actions():
            self._remember(action, action.triggered)
        for button in window.view.findChildren(QAbstractButton):
            self._remember(button, button.clicked)

    def _remember(self, control: QAction | QAbstractButton, pressed: SignalInstance) -> None:
        again = partial(_press_again, control)
        self._connections.append(pressed.connect(lambda: self._asked.append(again)))

    def do(self) -> None:
        """Do what was asked for, and remember nothing from now on."""
        for connection in self._connections:
            QObject.disconnect(connection)
        self._connections.clear()
        asked, self._asked = self._asked, []
        for again in asked:
            again()


def _press_again(control: QAction | QAbstractButton) -> None:
    if control.isCheckable():
        control.toggled.emit(control.isChecked())  # it has its new state already; only nobody knows
    elif isinstance(control, QAction):
        control.trigger()
    else:
        control.clicked.emit()
