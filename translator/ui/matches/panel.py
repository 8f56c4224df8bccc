"""The panel of matches: quiet, below the translation or beside it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import UNLIMITED
from translator.ui.matches.list_view import MatchesList
from translator.ui.matches.screen import MatchRow
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.hairline import draw_hairline
from translator.ui.widgets.labels.labels import label

_HEIGHT_BELOW = 180
"""Pixels that the list takes at most below the translation."""


class MatchesPanel(QWidget):
    """Shows matches, or words where there are none."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._is_beside = False
        self.setObjectName("matchesPanel")
        self.setAccessibleName(tr("Similar translations"))
        self.list = MatchesList(theme)
        self._words = label("", "hint", wrap=True)
        self._words.setObjectName("matchesLabel")
        self._use = Button(theme, tr("Use"), "useMatchButton", "text")
        self._use.setToolTip(tr("Put this translation in place of the block"))
        head = QHBoxLayout()
        head.setContentsMargins(8, 0, 0, 0)
        head.addWidget(label(tr("Similar translations"), "strong"), 1)
        head.addWidget(self._use)
        self._column = QVBoxLayout(self)
        self._column.setSpacing(2)
        self._column.addLayout(head)
        self._column.addWidget(self._words)
        self._column.addWidget(self.list, 1)
        self._words.setContentsMargins(8, 0, 0, 8)
        self.show_matches((), "")
        self.place(beside=False, margin=16)
        self.hide()

    @property
    def stops(self) -> list[QWidget]:
        """What Tab goes through, in order."""
        return [self.list, self._use]

    def listen(self, use: Callable[[int], None]) -> None:
        """Let a match be used."""
        self.list.used.connect(use)
        self._use.clicked.connect(lambda: use(self.list.currentRow()))

    def show_matches(self, rows: Sequence[MatchRow], words: str = "") -> None:
        """Show these, or where there are none, these words instead."""
        self.list.show_rows(rows)
        self._words.setText(words)
        self.list.setVisible(bool(rows))
        self._words.setVisible(not rows)
        self._use.setEnabled(bool(rows))
        self._fit()

    def place(self, *, beside: bool, margin: int) -> None:
        """Stand beside the translation, or below it, this far from its sheet's sides."""
        self._is_beside = beside
        self._column.setContentsMargins(max(0, margin - 8), 6, max(0, margin - 8), 6)
        self._fit()

    def _fit(self) -> None:
        self._column.setStretch(2, 1 if self._is_beside else 0)
        most = UNLIMITED if self._is_beside else self._theme.px(_HEIGHT_BELOW)
        self.list.setMaximumHeight(most)
        self.update()

    def minimumSizeHint(self) -> QSize:
        """Return a size that forces no window larger."""
        return QSize(0, self._theme.px(72))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the hairline that parts it from the text above it."""
        if not self._is_beside:
            draw_hairline(self, self._theme)
