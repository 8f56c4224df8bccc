"""The row of tools at the foot of a pane."""

from PySide6.QtCore import QEvent
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import FOOTER_HEIGHT
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.labels.labels import ElidedLabel

_LOW = 36
"""Pixels of the design that its tools need in a pane where each of them counts."""
_BELOW = 8
_GLYPH_INSET = 10
"""Between a tool's edge and its glyph: the outermost glyphs stand in line with the text."""


class Footer(QWidget):
    """Tools on one side, words about the text on the other."""

    def __init__(self, theme: Theme, leading: list[QWidget], meta: ElidedLabel, trailing: list[QWidget]) -> None:
        super().__init__()
        self._theme = theme
        self._meta = meta
        self._inset = 0
        self._is_low = False
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Let the words on the tools give way where there is too little room for all of them."""
        super().resizeEvent(event)
        self._fit()

    def event(self, event: QEvent) -> bool:
        """Do so, too, when a tool has come or gone."""
        if event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().event(event)

    def _fit(self) -> None:
        tools = [tool for tool in self.findChildren(ToolButton) if not tool.isHidden()]
        margins = self._row.contentsMargins()
        room = self.width() - margins.left() - margins.right() - self._row.spacing() * (len(tools) + 1)
        fits = sum(tool.labelled_width() for tool in tools) <= room
        for tool in tools:
            tool.fold_label(folded=not fits)

    def set_margin(self, text: int) -> None:
        """Align with text that stands this far from the sheet's sides."""
        self._inset = text - _GLYPH_INSET
        self._resize()

    def set_low(self, *, low: bool) -> None:
        """Have no more height than the tools need, or the air around them."""
        self._is_low = low
        self._resize()

    def _resize(self) -> None:
        below = 0 if self._is_low else _BELOW
        self._row.setContentsMargins(self._inset, 0, self._inset, below)
        self.setFixedHeight(self._theme.px(_LOW if self._is_low else FOOTER_HEIGHT) + below)
