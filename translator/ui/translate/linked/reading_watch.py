"""Tells where in a text the pointer and the caret are, and what is clicked."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QApplication

from translator.ui.widgets.reading.reading_edit import ReadingEdit


class ReadingWatch(QObject):
    """Watches one text. Places are in UTF-16 units; -1 is none."""

    pointed = Signal(int)
    clicked = Signal(int)
    """A press and a release at the same place, with no selection made."""
    caret_moved = Signal(int)

    def __init__(self, view: ReadingEdit) -> None:
        super().__init__(view)
        self._view = view
        self._pressed_at: QPoint | None = None
        view.viewport().setMouseTracking(True)
        view.viewport().installEventFilter(self)
        view.installEventFilter(self)
        view.cursorPositionChanged.connect(self._tell_caret)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look at what the pointer does and at who has the focus; everything goes on to the text."""
        kind = event.type()
        if watched is self._view:
            if kind in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
                self.caret_moved.emit(self._view.textCursor().position() if kind == QEvent.Type.FocusIn else -1)
        elif isinstance(event, QMouseEvent):
            self._follow_mouse(event)
        elif kind in (QEvent.Type.Leave, QEvent.Type.Wheel):
            self.pointed.emit(-1)
        return False

    def _follow_mouse(self, event: QMouseEvent) -> None:
        at = event.position().toPoint()
        kind = event.type()
        if kind == QEvent.Type.MouseMove and not event.buttons():
            self.pointed.emit(self._hit(at))
        elif kind == QEvent.Type.MouseButtonPress and event.button() == Qt.MouseButton.LeftButton:
            self._pressed_at = at
        elif kind == QEvent.Type.MouseButtonRelease and self._pressed_at is not None:
            pressed, self._pressed_at = self._pressed_at, None
            is_drag = (at - pressed).manhattanLength() >= QApplication.startDragDistance()
            if not is_drag and not self._view.textCursor().hasSelection() and (place := self._hit(at)) >= 0:
                self.clicked.emit(place)

    def _hit(self, at: QPoint) -> int:
        """Return the place of the letter at this point."""
        view = self._view
        scrolled = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        layout = view.document().documentLayout()
        return layout.hitTest(QPointF(at) + scrolled, Qt.HitTestAccuracy.ExactHit)

    def _tell_caret(self) -> None:
        if self._view.hasFocus():
            self.caret_moved.emit(self._view.textCursor().position())
