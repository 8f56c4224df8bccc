"""A sheet beside the panes."""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.sheets.sheet import Sheet


class SideSheet(Sheet):
    """As wide as the design has it, and narrower rather than that a window could not be."""

    def __init__(self, theme: Theme, width: int) -> None:
        super().__init__(theme)
        self._wanted = width
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(1, 8, 1, 8)

    def hold(self, part: QWidget) -> None:
        """Take this in."""
        self._column.addWidget(part)

    def sizeHint(self) -> QSize:
        """Return the width of the design."""
        return QSize(self._theme.px(self._wanted), super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window larger."""
        return QSize(0, 0)
