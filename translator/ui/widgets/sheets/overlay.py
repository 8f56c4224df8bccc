"""A panel that lies over the window, with a shadow, until one looks elsewhere.

It is a child of the window and not a window itself: those of type Popup are missing from the accessibility tree,
and translucent ones turn black on X11 without a compositor.
"""

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import RADIUS_SHEET
from translator.ui.widgets.sheets.shadow import paint_shadow

SHADOW = 24


class Overlay(QWidget):
    """Closes on Escape, on a click outside, and when the focus goes elsewhere."""

    closed = Signal()

    def __init__(self, theme: Theme, window: QWidget) -> None:
        super().__init__(window)
        self._theme = theme
        self._window = window
        self._anchor: QWidget | None = None
        self._focus_before: QWidget | None = None
        self.body = QVBoxLayout(self)
        self.body.setContentsMargins(SHADOW + 8, SHADOW + 12, SHADOW + 8, SHADOW + 8)
        self.body.setSpacing(8)

    def open_at(self, anchor: QWidget, width: int, height: int) -> None:
        """Open below this control, inside the window."""
        window = self._window
        self._anchor = anchor
        self._focus_before = QApplication.focusWidget()
        below = anchor.mapTo(window, QPoint(0, anchor.height()))
        place = QRect(below.x(), below.y() + 2, width, min(height, window.height() - 16))
        if anchor.layoutDirection() is Qt.LayoutDirection.RightToLeft:
            place.moveRight(below.x() + anchor.width())
        place.moveRight(min(place.right(), window.width() - 8))
        place.moveBottom(min(place.bottom(), window.height() - 8))
        place.moveLeft(max(place.left(), 8))
        self.setGeometry(place.adjusted(-SHADOW, -SHADOW, SHADOW, SHADOW))
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one
        self.show()
        self.raise_()

    def close_overlay(self) -> None:
        """Close and go."""
        if self.isVisible():
            QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr]
            had_focus = self._holds(QApplication.focusWidget())
            self.hide()
            if had_focus and self._focus_before is not None:
                self._focus_before.setFocus(Qt.FocusReason.PopupFocusReason)
            self.closed.emit()
            self.deleteLater()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Watch for what closes the panel."""
        if isinstance(event, QMouseEvent) and event.type() is QEvent.Type.MouseButtonPress:
            if isinstance(watched, QWidget) and not self._holds(watched):
                self.close_overlay()
                # A press on the button that opened the panel closes it, and is not to open it again.
                return watched is self._anchor
        elif event.type() is QEvent.Type.FocusIn and isinstance(watched, QWidget):
            if not self._holds(watched):
                self.close_overlay()
        elif event.type() is QEvent.Type.Resize and watched is self._window:
            self.close_overlay()
        return False

    def _holds(self, widget: QWidget | None) -> bool:
        return widget is not None and (widget is self or self.isAncestorOf(widget))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Close on Escape."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_overlay()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw shadow, ground and hairline."""
        with QPainter(self) as painter:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            panel = QRectF(self.rect()).adjusted(SHADOW, SHADOW, -SHADOW, -SHADOW)
            paint_shadow(painter, panel, is_dark=self._theme.is_dark)
            painter.setBrush(self._theme.colour("surface"))
            painter.setPen(self._theme.colour("border"))
            painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), RADIUS_SHEET, RADIUS_SHEET)
