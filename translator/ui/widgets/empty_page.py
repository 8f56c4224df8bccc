"""What stands in the place of a list with nothing in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.widgets.labels import label

_MARGIN = 24


class EmptyPage(QWidget):
    """Says why there is nothing, and what to do about it. ``object_name`` is that of the label."""

    def __init__(self, object_name: str) -> None:
        super().__init__()
        self._title = label("", "strong", wrap=True)
        self._title.setObjectName(object_name)
        self._hint = label("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.addStretch(1)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(2)

    def show_words(self, title: str, hint: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._hint.setText(hint)
