"""What stands in the place of a list with nothing in it."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import label

_MARGIN = 24
_ICON = 32
_BELOW_ICON = 8
_BETWEEN = 4
_CHANGES_OF_ROOM = (QEvent.Type.Resize, QEvent.Type.LayoutRequest)


class EmptyPage(QWidget):
    """Says why there is nothing, and what to do about it; ``icon`` is that of what would be there.

    ``object_name`` is that of the label. Where there is not room for all, the icon is left out: it would lie under the
    words.
    """

    def __init__(self, theme: Theme, object_name: str, icon: str) -> None:
        super().__init__()
        self._title = label("", "strong", wrap=True)
        self._title.setObjectName(object_name)
        self._hint = label("", "hint", wrap=True)
        self._icon = IconLabel(theme, icon, "border_strong", _ICON)
        column = QVBoxLayout(self)
        column.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        column.setSpacing(_BETWEEN)
        column.addStretch(1)
        column.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(_BELOW_ICON)
        for part in (self._title, self._hint):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(part)
        column.addStretch(2)

    def show_words(self, title: str, hint: str) -> None:
        """Say this."""
        self._title.setText(title)
        self._hint.setText(hint)

    def event(self, event: QEvent) -> bool:
        """See how much there is room for, too, where that or the words have changed."""
        answer = super().event(event)
        if event.type() in _CHANGES_OF_ROOM:
            self._icon.setVisible(self.height() >= self._whole_height())
        return answer

    def _whole_height(self) -> int:
        width = self.width() - 2 * _MARGIN
        words = [part.heightForWidth(width) for part in (self._title, self._hint)]
        gaps = _BELOW_ICON + _BETWEEN * (len(words) + 1)
        return 2 * _MARGIN + self._icon.sizeHint().height() + gaps + sum(words)
