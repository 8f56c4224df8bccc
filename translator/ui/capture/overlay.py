"""A screen as it was, dimmed, on which a rectangle is drawn."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.joining import from_left
from translator.ui.capture.selection import FINE_STEP, STEP, Box, Selection

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QImage, QResizeEvent, QScreen

    from translator.ui.look.theme import Theme

_DIMMED = QColor(0, 0, 0, 130)
_LABEL_GROUND = QColor(0, 0, 0, 190)
_LABEL_TEXT = QColor(255, 255, 255)
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionOverlay(QWidget):
    """Covers one screen with the picture of it.

    A rectangle is dragged; or arrows move one, with Shift they size it, with Ctrl by single pixels, and Enter takes
    it. Escape and the right button cancel.
    """

    begun = Signal()
    """The user draws on this screen."""
    chosen = Signal()
    """What ``cropped`` returns is to be read."""
    cancelled = Signal()

    def __init__(self, theme: Theme, screen: QScreen, image: QImage) -> None:
        flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
        super().__init__(None, flags)
        self._theme = theme
        self._image = image
        self._selection = Selection(screen.geometry().width(), screen.geometry().height())
        self.setObjectName("captureOverlay")
        self.setAccessibleName(tr("Choose a part of the screen"))
        self.setAccessibleDescription(_hint())
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)  # so that a screen reader says what it is
        self.setFocus()
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setScreen(screen)
        self.setGeometry(screen.geometry())

    def cropped(self) -> QImage:
        """Return what is selected, in the screen's own pixels; an empty image where nothing is."""
        box = self._selection.box
        size = self._image.width(), self._image.height()
        x, y, width, height = box.in_pixels(*self._scale(), size) if box else (0, 0, 0, 0)
        part = self._image.copy(x, y, width, height) if width > 0 and height > 0 else type(self._image)()
        part.setDevicePixelRatio(1)
        return part

    def clear(self) -> None:
        """Select nothing, as the user draws on another screen."""
        if self._selection.box is not None:
            self._selection.clear()
            self._show()

    def _scale(self) -> tuple[float, float]:
        """Return the device pixels to a pixel of this window: the screen says so itself, whatever Qt makes of it."""
        return self._image.width() / max(1, self.width()), self._image.height() / max(1, self.height())

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Begin to draw, or cancel."""
        if event.button() is Qt.MouseButton.RightButton:
            self.cancelled.emit()
        elif event.button() is Qt.MouseButton.LeftButton:
            self._selection.press(*event.position().toTuple())
            self.begun.emit()
            self._show()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Draw."""
        if self._selection.is_dragging:
            self._selection.drag(*event.position().toTuple())
            self._show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Take what was drawn."""
        if event.button() is Qt.MouseButton.LeftButton and self._selection.is_dragging:
            self._selection.drag(*event.position().toTuple())
            if self._selection.release():
                self.chosen.emit()
            self._show()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move, size, take or cancel."""
        key = Qt.Key(event.key())
        if key is Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._selection.box is not None:
                self.chosen.emit()
        elif key in _ARROWS:
            self._follow_arrow(_ARROWS[key], event.modifiers())
        else:
            super().keyPressEvent(event)

    def _follow_arrow(self, direction: tuple[int, int], modifiers: Qt.KeyboardModifier) -> None:
        step = FINE_STEP if modifiers & Qt.KeyboardModifier.ControlModifier else STEP
        change = self._selection.resize if modifiers & Qt.KeyboardModifier.ShiftModifier else self._selection.move
        change(direction[0] * step, direction[1] * step)
        self.begun.emit()
        self._show()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Cancel, as whoever closes the window by the window manager's own keys means it."""
        super().closeEvent(event)
        self.cancelled.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Begin anew where the window manager gives the window another size."""
        self._selection = Selection(event.size().width(), event.size().height())

    # What is seen

    def _show(self) -> None:
        self.setAccessibleDescription(self._size_words() or _hint())
        self.update()

    def _size_words(self) -> str:
        """Return the size of what is selected, in the screen's own pixels."""
        box = self._selection.box
        if box is None:
            return ""
        _, _, width, height = box.in_pixels(*self._scale(), (self._image.width(), self._image.height()))
        return from_left(tr("{width} × {height}").format(width=width, height=height))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the screen, dimmed but for what is selected."""
        with QPainter(self) as painter:
            whole = QRectF(self.rect())
            painter.drawImage(whole, self._image, QRectF(self._image.rect()))
            painter.fillRect(whole, _DIMMED)
            box = self._selection.box
            if box is None:
                self._paint_label(painter, _hint(), QPointF(whole.center().x(), whole.height() / 8))
                return
            across, down = self._scale()
            place = QRectF(box.x, box.y, box.width, box.height)
            part = QRectF(box.x * across, box.y * down, box.width * across, box.height * down)
            painter.drawImage(place, self._image, part)
            painter.setPen(QPen(self._theme.colour("accent"), 2))
            painter.drawRect(place.adjusted(-1, -1, 1, 1))
            self._paint_label(painter, self._size_words(), _below(box, whole))

    def _paint_label(self, painter: QPainter, words: str, middle: QPointF) -> None:
        painter.setFont(self._theme.font(13))
        text = QRectF(painter.fontMetrics().boundingRect(words))
        ground = text.adjusted(-12, -6, 12, 6)
        ground.moveCenter(middle)
        ground.moveLeft(min(max(8, ground.left()), self.width() - ground.width() - 8))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(_LABEL_GROUND)
        painter.drawRoundedRect(ground, 8, 8)
        painter.setPen(_LABEL_TEXT)
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)


def _below(box: Box, whole: QRectF) -> QPointF:
    """Return where the size is written: below the rectangle, or inside it where there is no room."""
    below = box.y + box.height + 24
    return QPointF(box.x + box.width / 2, below if below + 16 < whole.height() else box.y + box.height - 24)


def _hint() -> str:
    return tr("Drag over a text, or use the arrow keys and Enter. Esc cancels.")
