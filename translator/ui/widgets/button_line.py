"""Buttons side by side where there is room, and one below the other where there is not."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

_GAP = 8


class ButtonLine(QWidget):
    """Begins where reading begins; it is no wider than its widest button has to be."""

    def __init__(self, *buttons: QWidget) -> None:
        super().__init__()
        self._buttons = buttons
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(_GAP)
        self._line.setAlignment(Qt.AlignmentFlag.AlignLeading)
        for button in buttons:
            self._line.addWidget(button, 0, Qt.AlignmentFlag.AlignLeading | Qt.AlignmentFlag.AlignVCenter)
        self._line.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """Return the width of the widest button, and the height as they stand now."""
        widest = max((button.sizeHint().width() for button in self._shown), default=0)
        return QSize(widest, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Turn where there is too little room."""
        super().resizeEvent(event)
        wanted = sum(button.sizeHint().width() + _GAP for button in self._shown) - _GAP
        directions = QBoxLayout.Direction
        self._line.setDirection(directions.LeftToRight if self.width() >= wanted else directions.TopToBottom)

    @property
    def _shown(self) -> list[QWidget]:
        return [button for button in self._buttons if not button.isHidden()]
