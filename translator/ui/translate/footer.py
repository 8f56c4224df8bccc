"""The row of tools at the foot of a pane."""

from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import FOOTER_HEIGHT
from translator.ui.widgets.labels import ElidedLabel

_GLYPH_INSET = 10
"""Between a tool's edge and its glyph: the outermost glyphs stand in line with the text."""


class Footer(QWidget):
    """Tools on one side, words about the text on the other."""

    def __init__(self, theme: Theme, leading: list[QWidget], meta: ElidedLabel, trailing: list[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._meta = meta
        self._row = QHBoxLayout(self)
        self._row.setSpacing(4)
        for tool in leading:
            self._row.addWidget(tool)
        self._row.addStretch(1)
        self._row.addWidget(meta, 100)
        for tool in trailing:
            self._row.addWidget(tool)
        if not trailing:
            self._row.addSpacing(_GLYPH_INSET)
        theme.changed.connect(self._resize)
        self._resize()

    def add_tool(self, tool: QWidget, after: QWidget) -> None:
        """Add a tool behind this one."""
        self._row.insertWidget(self._row.indexOf(after) + 1, tool)
        QWidget.setTabOrder(after, tool)

    def add_beside_meta(self, words: QWidget) -> None:
        """Add words before those about the text."""
        self._row.insertWidget(self._row.indexOf(self._meta), words)

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        inset = text - _GLYPH_INSET
        self._row.setContentsMargins(inset, 0, inset, 8)

    def _resize(self) -> None:
        self.setFixedHeight(self._theme.px(FOOTER_HEIGHT) + 8)
