"""The views that reference pictures are kept of, the font they are drawn with, and how they are kept small.

Each is kept in one look: between them they show both themes, both directions and every width.
"""

import hashlib
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontDatabase, QImage, QRawFont
from PySide6.QtWidgets import QApplication

from tests.ui.reference.views import EVERY, draw
from translator.ui.look.theme import Theme

FOLDER = Path(__file__).parent
FONT = "Inter"
"""Under the SIL Open Font License; of Debian's package fonts-inter."""
FONT_FILE = FOLDER / "font.txt"
"""Which edition of the font the pictures were drawn with."""
_LEVELS = 23
"""A colour is kept in 24 steps a channel, so that a picture has few colours and is small."""


class Pinned(NamedTuple):
    """A view in its look."""

    is_dark: bool = False
    rtl: bool = False


PINNED = {
    "empty-1100": Pinned(),
    "short-760": Pinned(is_dark=True, rtl=True),
    "complete-480": Pinned(),
    "streaming-1100": Pinned(is_dark=True),
    "incomplete-760": Pinned(),
    "error-360": Pinned(is_dark=True),
    "settings-translation": Pinned(),
    "settings-appearance-360": Pinned(rtl=True),
    "popup": Pinned(is_dark=True),
    "memory": Pinned(),
}


def font_edition() -> str:
    """Return what tells one edition of the font from another, empty where it is not installed."""
    if not QFontDatabase.hasFamily(FONT):
        return ""
    head = QRawFont.fromFont(QFont(FONT)).fontTable("head")
    return f"{FONT} {hashlib.sha256(head.data()).hexdigest()[:16]}"


async def draw_pinned(name: str, theme: Theme, app: QApplication) -> QImage:
    """Return the picture of a view in its look and in the pinned font, as it is kept."""
    look, before = PINNED[name], (app.font(), app.layoutDirection())
    app.setFont(QFont(FONT))
    app.setLayoutDirection(Qt.LayoutDirection.RightToLeft if look.rtl else Qt.LayoutDirection.LeftToRight)
    for is_dark in (not look.is_dark, look.is_dark):  # a choice that is made already is not made again
        theme.choose("dark" if is_dark else "light", 100)
    try:
        return reduced(await draw(EVERY[name], theme))
    finally:
        app.setLayoutDirection(before[1])
        app.setFont(before[0])


def reduced(picture: QImage) -> QImage:
    """Return the picture in fewer colours."""
    opaque = picture.convertToFormat(QImage.Format.Format_RGB888)
    steps = bytes(round(value * _LEVELS / 255) * 255 // _LEVELS for value in range(256))
    values = bytes(opaque.constBits()).translate(steps)
    size = opaque.size()
    return QImage(values, size.width(), size.height(), opaque.bytesPerLine(), QImage.Format.Format_RGB888).copy()


def keep(name: str, picture: QImage) -> Path:
    """Write a reference picture, with a palette where its colours allow it."""
    path = FOLDER / f"{name}.png"
    flags = Qt.ImageConversionFlag.AvoidDither
    indexed = picture.convertToFormat(QImage.Format.Format_Indexed8, flags)
    is_same = indexed.convertToFormat(QImage.Format.Format_RGB888) == picture
    (indexed if is_same else picture).save(str(path), "PNG", 0)  # type: ignore[call-overload]  # 0: as small as can be
    return path
