"""What stands below a list: words on what is in it, and what can be done with what is chosen."""

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QWidget

from translator.ui.widgets.groups.stacking import stack


class Foot(QWidget):
    """The words, and buttons behind them. Where there is too little room beside these, the words stand above them.

    ``hold`` says for which words room is made: others that come in their place for a while move nothing.
    """

    def __init__(self, words: QLabel, *buttons: QWidget, gap: int = 8) -> None:
        super().__init__()
        self._words = words
        self._buttons = buttons
        self._gap = gap
        self._held = ""
        row = QHBoxLayout()
        row.setSpacing(gap)
        row.addStretch(1)
        for button in buttons:
            row.addWidget(button)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setContentsMargins(0, 0, 0, 0)
        self._arms.setSpacing(gap)
        self._arms.addWidget(words, 1)
        self._arms.addLayout(row)

    def hold(self, words: str) -> None:
        """Make room for these words."""
        self._held = words
        self._arrange()

    @property
    def is_stacked(self) -> bool:
        """Whether the words stand above the buttons."""
        return self._arms.direction() is QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the words beside the buttons or above them."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        taken = sum(button.sizeHint().width() + self._gap for button in self._buttons) + self._gap
        wanted = self._words.fontMetrics().horizontalAdvance(self._held) if self._held else 0
        stack(self._arms, stacked=wanted + taken > self.contentsRect().width())
