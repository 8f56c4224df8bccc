"""Icons: one drawing each, tinted for the theme and rendered for the screen they are on.

Qt keeps a copy of each that was painted by its ``cacheKey``, up to 10 MB of them (``QPixmapCache``): an icon that is
rendered again is another one to it. So none is, as long as it has its size.
"""

from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPixmap, QPixmapCache, QTransform
from PySide6.QtSvg import QSvgRenderer

from translator.ui.look.fill import fill

AS_DRAWN = frozenset({"swap", "check", "speak", "stop", "demo"})
"""Icons that are the same where one reads from right to left; all others are mirrored there."""


class Icons:
    """Renders the drawings of a folder, each once per size and pixel ratio, and tints them."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._drawings: dict[tuple[str, int, float], QPixmap] = {}
        self._pixmaps: dict[tuple[str, str, int, float, bool], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float, *, rtl: bool = False) -> QPixmap:
        """Return the drawing in a colour, ``size`` device-independent pixels wide and high."""
        mirrored = rtl and name not in AS_DRAWN
        key = (name, colour, size, ratio, mirrored)
        if key not in self._pixmaps:
            drawing = self._drawing(name, size, ratio)
            turned = drawing.transformed(QTransform.fromScale(-1, 1)) if mirrored else drawing
            self._pixmaps[key] = _tinted(turned, colour)
        return self._pixmaps[key]

    def _drawing(self, name: str, size: int, ratio: float) -> QPixmap:
        key = (name, size, ratio)
        if key not in self._drawings:
            self._drawings[key] = self._render(*key)
        return self._drawings[key]

    def _render(self, name: str, size: int, ratio: float) -> QPixmap:
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        with QPainter(pixmap) as painter:
            QSvgRenderer(str(self._folder / f"{name}.svg")).render(painter, QRectF(0, 0, side, side))
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, colour: str, disabled: str, size: int, ratio: float, *, rtl: bool = False) -> QIcon:
        """Return an icon that greys out with its button."""
        icon = QIcon()
        icon.addPixmap(self.pixmap(name, colour, size, ratio, rtl=rtl))
        icon.addPixmap(self.pixmap(name, disabled, size, ratio, rtl=rtl), QIcon.Mode.Disabled)
        return icon

    def clear(self) -> None:
        """Forget what was rendered, and what Qt keeps of it: the size is another."""
        self._drawings.clear()
        self._pixmaps.clear()
        QPixmapCache.clear()


def _tinted(drawing: QPixmap, colour: str) -> QPixmap:
    """Return the drawing in this colour; what it covers, and how much of it, stays."""
    pixmap = drawing.copy()
    with QPainter(pixmap) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceIn)
        fill(painter, pixmap.rect(), QColor(colour))
    return pixmap
