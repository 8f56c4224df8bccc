"""The edges and corners by which the popup is made larger or smaller: it has no frame of the desktop's."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QWidget

_THICK = 6
_CORNER = 12

_LEFT, _TOP, _RIGHT, _BOTTOM = Qt.Edge.LeftEdge, Qt.Edge.TopEdge, Qt.Edge.RightEdge, Qt.Edge.BottomEdge
_SHAPES = (
    (_LEFT, Qt.CursorShape.SizeHorCursor),
    (_RIGHT, Qt.CursorShape.SizeHorCursor),
    (_TOP, Qt.CursorShape.SizeVerCursor),
    (_BOTTOM, Qt.CursorShape.SizeVerCursor),
    (_LEFT | _TOP, Qt.CursorShape.SizeFDiagCursor),
    (_RIGHT | _BOTTOM, Qt.CursorShape.SizeFDiagCursor),
    (_RIGHT | _TOP, Qt.CursorShape.SizeBDiagCursor),
    (_LEFT | _BOTTOM, Qt.CursorShape.SizeBDiagCursor),
)


class ResizeEdge(QWidget):
    """Nothing to see: a strip along an edge, or a corner, that the desktop resizes the window by."""

    pulled = Signal()

    def __init__(self, window: QWidget, edges: Qt.Edge, shape: Qt.CursorShape) -> None:
        super().__init__(window)
        self._edges = edges
        self.setCursor(shape)

    def place_around(self, sheet: QRect) -> None:
        """Lie on this edge of the sheet, half of it inside."""
        left, width = _stretch(sheet.left(), sheet.width(), before=self._has(_LEFT), after=self._has(_RIGHT))
        top, height = _stretch(sheet.top(), sheet.height(), before=self._has(_TOP), after=self._has(_BOTTOM))
        self.setGeometry(left, top, width, height)

    def _has(self, edge: Qt.Edge) -> bool:
        return bool(self._edges & edge)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Let the desktop take over."""
        handle = self.window().windowHandle()
        if event.button() == Qt.MouseButton.LeftButton and handle is not None:
            self.pulled.emit()
            handle.startSystemResize(self._edges)


def make_edges(window: QWidget) -> Sequence[ResizeEdge]:
    """Return one for each edge and corner of this window; the corners lie above the edges."""
    return [ResizeEdge(window, edges, shape) for edges, shape in _SHAPES]


def _stretch(start: int, length: int, *, before: bool, after: bool) -> tuple[int, int]:
    """Return where a strip begins along one direction, and how long it is there."""
    if before:
        return start - _THICK // 2, _THICK
    if after:
        return start + length - _THICK // 2, _THICK
    return start + _CORNER, length - 2 * _CORNER
