"""A picture that says what stands beside it."""

from PySide6.QtWidgets import QLabel

from translator.ui.look.theme import Theme


class IconLabel(QLabel):
    """An icon of the set, tinted anew with every change of the theme."""

    def __init__(self, theme: Theme, icon: str, colour: str = "text_2", size: int = 20) -> None:
        super().__init__()
        self._theme = theme
        self._icon = icon
        self._colour = colour
        self._size = size
        theme.changed.connect(self._tint)
        self._tint()

    def _tint(self) -> None:
        self.setPixmap(self._theme.pixmap(self._icon, self, self._colour, self._size))
        side = self._theme.px(self._size)
        self.setFixedSize(side, side)
