"""Shows what was kept on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, QSize, Qt
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QSizePolicy, QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.look.theme import Theme
from translator.ui.widgets.labels import label
from translator.ui.widgets.overlay import SHADOW, Overlay

_WIDTH = 320
_ROW = 28
_MOST_ROWS = 8


class MaskedList(Overlay):
    """The pieces that codes stood for, one a line. Arrows move, Escape closes."""

    def __init__(self, theme: Theme, window: QWidget, pieces: Sequence[str]) -> None:
        super().__init__(theme, window)
        self.setObjectName("maskedSheet")
        self.setAccessibleName(tr("Kept on this computer"))
        self.body.setContentsMargins(SHADOW + 16, SHADOW + 16, SHADOW + 16, SHADOW + 12)
        hint = label(
            tr("Codes were sent instead of these, and became these again in the translation."), "hint", wrap=True
        )
        hint.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        self._list = self._make_list(pieces)
        for part in (label(tr("Kept on this computer"), "strong"), hint, self._list):
            self.body.addWidget(part)

    def _make_list(self, pieces: Sequence[str]) -> QListWidget:
        view = QListWidget()
        view.setObjectName("maskedList")
        view.setAccessibleName(tr("Kept on this computer"))
        view.setTextElideMode(Qt.TextElideMode.ElideMiddle)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setUniformItemSizes(True)
        row = self._theme.px(_ROW)
        for piece in pieces:
            item = QListWidgetItem(neutralise(piece))
            item.setToolTip(neutralise(piece))
            item.setSizeHint(QSize(0, row))
            view.addItem(item)
        view.setFixedHeight(row * min(len(pieces), _MOST_ROWS) + 4)
        view.setCurrentRow(0)
        return view

    def open_over(self, anchor: QWidget) -> None:
        """Open above this button, with the focus on the first piece."""
        window = self.parentWidget()
        width = min(self._theme.px(_WIDTH), window.width() - 16 if window else self._theme.px(_WIDTH))
        self.body.activate()
        height = self.body.heightForWidth(width + 2 * SHADOW) - 2 * SHADOW
        self.open_at(anchor, width, height)
        if window:
            top = anchor.mapTo(window, QPoint(0, 0)).y() - height - 6
            self.move(self.x(), max(8, top) - SHADOW)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)
