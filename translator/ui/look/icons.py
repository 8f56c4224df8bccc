"""Icons: one drawing each, tinted for the theme and rendered for the screen they are on."""

from functools import lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

_TOKEN = b"#000000"


@lru_cache(maxsize=128)
def _drawing(path: Path, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(path.read_bytes().replace(_TOKEN, colour.encode())))


class Icons:
    """Renders the drawings of a folder, each once per colour, size and pixel ratio."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._pixmaps: dict[tuple[str, str, int, float], QPixmap] = {}

    def pixmap(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        """Return the drawing in a colour, ``size`` device-independent pixels wide and high."""
        key = (name, colour, size, ratio)
        if key not in self._pixmaps:
            self._pixmaps[key] = self._render(*key)
        return self._pixmaps[key]

    def _render(self, name: str, colour: str, size: int, ratio: float) -> QPixmap:
        side = round(size * ratio)
        pixmap = QPixmap(side, side)
        pixmap.fill(Qt.GlobalColor.transparent)
        painter = QPainter(pixmap)
        _drawing(self._folder / f"{name}.svg", colour).render(painter, QRectF(0, 0, side, side))
        painter.end()
        pixmap.setDevicePixelRatio(ratio)
        return pixmap

    def icon(self, name: str, colour: str, disabled: str, size: int, ratio: float) -> QIcon:
        """Return an icon that greys out with its button."""
        icon = QIcon(self.pixmap(name, colour, size, ratio))
        icon.addPixmap(self.pixmap(name, disabled, size, ratio), QIcon.Mode.Disabled)
        return icon

    def clear(self) -> None:
        """Forget what was rendered, as after a change of colours."""
        self._pixmaps.clear()
