"""What controls do for those who go by keyboard: a ring shows which of them it is on, and Enter presses it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from translator.ui.look.properties import set_property

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent
    from PySide6.QtWidgets import QAbstractButton as _Button
    from PySide6.QtWidgets import QWidget as _Widget
else:
    # One Qt class to a widget: these stand before it among the bases, and Qt finds in them what they override.
    _Button = _Widget = object

_BY_KEYBOARD = {
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.ShortcutFocusReason,
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)


class Ringed(_Widget):
    """Has the property ``ring`` while it has the focus, but only where the keyboard brought it there.

    QSS has no ``:focus-visible``, and a ring after every click is noise. Each does this for itself: one filter
    for the whole application would be cheaper to write, but takes every event of every object through Python, and makes
    PySide build all its lazy classes before the first paint, in search of one for Qt's private ones.
    """

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring."""
        super().focusInEvent(event)
        set_property(self, "ring", event.reason() in _BY_KEYBOARD)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Hide the ring."""
        super().focusOutEvent(event)
        set_property(self, "ring", value=False)


class PressedByEnter(_Button):
    """Is pressed by Enter as well, where it has the focus.

    Qt's answer to Space alone, except for the one default of a dialog; who goes by keyboard expects both.
    """

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Be pressed by Enter."""
        if event.key() in _ENTER and event.modifiers() in _PLAIN and not event.isAutoRepeat():
            self.click()
        else:
            super().keyPressEvent(event)
