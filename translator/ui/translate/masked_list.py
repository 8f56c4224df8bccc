"""Shows what was kept on this computer."""

from collections.abc import Sequence

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.text.display import neutralise
from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Line
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.lists.line_list import LineList
from translator.ui.widgets.sheets.overlay import SHADOW, Overlay

_WIDTH = 320
_ABOVE = 6
_LEAST_LIST = 38
_LEFT_TO_RIGHT, _UNTIL_HERE = "\u2066", "\u2069"


class MaskedList(Overlay):
    """The pieces that codes stood for, one a line. Arrows move, Escape closes."""

    def __init__(self, theme: Theme, window: QWidget, pieces: Sequence[str]) -> None:
        super().__init__(theme, window)
        self.setObjectName("maskedSheet")
        self.setAccessibleName(tr("Kept on this computer"))
        self.body.setContentsMargins(SHADOW + 16, SHADOW + 16, SHADOW + 16, SHADOW + 12)
        self._list = LineList(theme, "maskedList", tr("Kept on this computer"), fits=True, wraps=True)
        self._list.show_lines([Line(str(n), _shown(piece), "lock") for n, piece in enumerate(pieces)], "0")
        words = tr("Codes were sent instead of these, and became these again in the translation.")
        title = label(tr("Kept on this computer"), "strong", wrap=True)
        for part in (title, label(words, "hint", wrap=True), self._list):
            self.body.addWidget(part)

    def open_over(self, anchor: QWidget) -> None:
        """Open above this button, with the focus on the first piece."""
        width = min(self._theme.px(_WIDTH), self._window.width() - 16)
        inside = self.body.contentsMargins()
        lines = self._list.height_of_lines(width + 2 * SHADOW - inside.left() - inside.right())
        self._list.setMaximumHeight(lines)
        self._list.setMinimumHeight(min(lines, self._theme.px(_LEAST_LIST)))
        height = self.body.heightForWidth(width + 2 * SHADOW) - 2 * SHADOW
        self.open_at(anchor, width, height)
        top = anchor.mapTo(self._window, QPoint(0, 0)).y() - height - _ABOVE
        self.move(self.x(), max(8, top) - SHADOW)
        self._list.setFocus(Qt.FocusReason.PopupFocusReason)


def _shown(piece: str) -> str:
    """Return a piece as it is read everywhere: addresses, numbers and keys are written from left to right."""
    return f"{_LEFT_TO_RIGHT}{neutralise(piece)}{_UNTIL_HERE}"
