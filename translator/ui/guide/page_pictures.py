"""The pictures of the guide's pages."""

from pathlib import Path
from typing import cast

from PySide6.QtCore import QSize, QUrl
from PySide6.QtGui import QImage, QImageReader, QTextDocument, QTextFormat

_SCALE = 2
"""The pictures are taken at this scale."""


class PagePictures:
    """Reads what is below ``pictures``, and nothing else. Addresses start from ``folder``, where the pages are."""

    def __init__(self, folder: Path, pictures: Path) -> None:
        self._folder = folder
        self._pictures = pictures.resolve()

    def read(self, url: QUrl, room: float, ratio: float) -> QImage:
        """Return a picture, no wider than the room there is, in device-independent pixels; empty if it is none of ours.

        ``ratio`` says how many pixels of the screen are one of those.
        """
        path = (self._folder / url.path()).resolve()
        if url.scheme() or url.host() or not path.is_relative_to(self._pictures):
            return QImage()
        reader = QImageReader(str(path))
        size = reader.size()
        if size.isEmpty():
            return QImage()
        width = min(room, size.width() / _SCALE) * ratio
        reader.setScaledSize(QSize(round(width), round(width * size.height() / size.width())))
        image = reader.read()
        image.setDevicePixelRatio(ratio)
        return image


def pictures_in(document: QTextDocument) -> set[str]:
    """Return the addresses of the pictures in a document."""
    forms = (form for form in document.allFormats() if form.isImageFormat())
    return {cast(str, form.property(QTextFormat.Property.ImageName)) for form in forms}
