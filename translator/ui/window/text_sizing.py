"""The text size by keyboard and wheel, where one reads: nobody looks for it in the settings first."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QWheelEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from translator.ui.preferences import Preferences

SIZES = (80, 90, 100, 110, 125, 150, 175, 200)
"""What is offered, in percent of the design's sizes."""

_KEYS = {1: ("Ctrl++", "Ctrl+="), -1: ("Ctrl+-",), 0: ("Ctrl+0",)}
"""Plus is on the key of the equals sign on many keyboards, with Shift."""
_NOTCH = 120
"""What Qt reports of a wheel for one notch; smooth wheels and touchpads report less, more often."""


def next_size(size: int, step: int) -> int:
    """Return the next larger size that is offered, or the next smaller one for -1; the same at either end."""
    beyond = [other for other in SIZES if (other > size if step > 0 else other < size)]
    return min(beyond, key=lambda other: abs(other - size), default=size)


class TextSizing(QObject):
    """Ctrl with plus, minus, nought or the wheel over a text sets the text size. It goes with the window's contents.

    Qt would let Ctrl and the wheel enlarge a text that cannot be edited, alone and for the moment.
    """

    def __init__(self, window: QWidget, texts: Sequence[QAbstractScrollArea], preferences: Preferences) -> None:
        super().__init__(window)
        self._preferences = preferences
        self._turned = 0
        for text in texts:
            text.viewport().installEventFilter(self)
        for step, keys in _KEYS.items():
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), window)
                shortcut.activated.connect(lambda step=step: self._set(step))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Take the wheel that is turned with Ctrl, one size a notch."""
        if not (isinstance(event, QWheelEvent) and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            return False
        self._turned += event.angleDelta().y()
        notches, self._turned = int(self._turned / _NOTCH), self._turned - int(self._turned / _NOTCH) * _NOTCH
        for _ in range(abs(notches)):
            self._set(1 if notches > 0 else -1)
        return True

    def _set(self, step: int) -> None:
        settings = self._preferences.settings
        size = next_size(settings.text_size, step) if step else 100
        if size != settings.text_size:
            self._preferences.change(replace(settings, text_size=size))
