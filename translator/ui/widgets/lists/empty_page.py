"""What stands in the place of a list with nothing in it."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import label

_MARGIN = 24
_ICON = 32


class EmptyPage(QWidget):
    """Says why there is nothing, and what to do about it; ``icon`` is that of what would be there.

    ``object_name`` is that of the label.
    """

    def __init__(self, theme: Theme, object_name: str, icon: str) -> None:
        super().__init__()
        self._title = label("", "strong", wrap=True)
        self._title.setObjectName(object_name)
        self._hint = label("", "hint", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(4)
        column.addStretch(1)
        column.addWidget(IconLabel(theme, icon, "border_strong", _ICON), 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(8)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(2)

    def show_words(self, title: str, hint: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._hint.setText(hint)
