"""A dialog whose words scroll where its screen is too low for them, above buttons that are always to be seen."""

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFrame, QLayout, QScrollArea, QVBoxLayout, QWidget

from translator.ui.widgets.windows.on_screen import room_for


class ScrollingDialog(QDialog):
    """Is never lower than its ``body`` and its ``foot`` need at its width, as far as there is room on the screen.

    ``sides`` and ``ends`` are its margins, in pixels.
    """

    def __init__(self, parent: QWidget, sides: int, ends: int) -> None:
        super().__init__(parent)
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(sides, ends, sides, 0)
        self._area = QScrollArea()
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # it scrolls to whatever has the focus
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setMinimumHeight(1)  # not as high as its words: the buttons would be pushed out
        self._area.setWidgetResizable(True)
        self._area.setWidget(inside)
        self.foot = QVBoxLayout()
        self.foot.setContentsMargins(sides, 0, sides, ends)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(8)
        self._column.addWidget(self._area, 1)
        self._column.addLayout(self.foot)

    def fit(self, wanted: QSize, least_width: int) -> None:
        """Be of this size, or higher where the words need it, and never larger than there is room for."""
        room = room_for(self)
        self.setMinimumWidth(min(least_width, room.width()))
        width = min(wanted.width(), room.width())
        self.resize(width, min(max(wanted.height(), self.height_for(width)), room.height()))
        self._hold_height()

    def height_for(self, width: int) -> int:
        """Return how high it is at this width with nothing to scroll, in pixels."""
        return _height_of(self.body, width) + self._column.spacing() + _height_of(self.foot, width)

    def _hold_height(self) -> None:
        self.setMinimumHeight(min(self.height_for(self.width()), room_for(self).height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Be as high as the words are at this width."""
        super().resizeEvent(event)
        self._hold_height()

    def event(self, event: QEvent) -> bool:
        """Make room for what is said below the words, and for larger letters."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._hold_height()
        return super().event(event)


def _height_of(layout: QLayout, width: int) -> int:
    return layout.totalHeightForWidth(width) if layout.hasHeightForWidth() else layout.totalSizeHint().height()
