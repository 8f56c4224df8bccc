"""Make a picture such as can be sent: small enough, as PNG or JPEG. For threads: a large one takes half a second.

Qt lets other threads run meanwhile.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice, QSize, Qt
from PySide6.QtGui import QColorConstants, QImage, QImageReader, QImageWriter, QPainter

from translator.surroundings.picture import Picture
from translator.translation.errors.requests import PictureUnreadable
from translator.translation.pictures.sizes import MOST_BYTES, PNG_BYTES, fitted_size

SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".bmp", ".tif", ".tiff"})
"""Of files that are taken for pictures, in lower case; which of them can be read is for Qt to say."""

LARGEST_FILE = 64 * 1024 * 1024
"""Bytes."""

_MOST_PIXELS = 100_000_000  # 400 MB decoded: no scan nor photograph has more, but a bomb may
_JPEG_QUALITIES = (92, 80, 65)
_SMALLER = 0.75


def of_image(image: QImage) -> Callable[[], Picture]:
    """Return what makes a picture of an image in memory. The image must not be changed afterwards."""
    return lambda: fit(image)


def of_content(picture: Picture) -> Callable[[], Picture]:
    """Return what makes a picture of one that comes as a file does, from the clipboard or from the desktop."""

    def load() -> Picture:
        buffer = QBuffer()
        buffer.setData(picture.content)
        buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        return fit(_decoded(QImageReader(buffer)))

    return load


def of_file(path: Path) -> Callable[[], Picture]:
    """Return what makes a picture of a file."""

    def load() -> Picture:
        try:
            if not path.is_file() or path.stat().st_size > LARGEST_FILE:
                raise PictureUnreadable
        except OSError:
            raise PictureUnreadable from None
        return fit(_decoded(QImageReader(str(path))))

    return load


def is_picture_file(path: Path) -> bool:
    """Tell by its name whether a file is a picture."""
    return path.suffix.casefold() in SUFFIXES


def fit(image: QImage) -> Picture:
    """Return the image as it is to be sent. Raises PictureUnreadable for an empty one."""
    if image.isNull():
        raise PictureUnreadable
    scaled = _scaled(_opaque(image), QSize(*fitted_size(image.width(), image.height())))
    content, mime = _encoded(scaled)
    while len(content) > MOST_BYTES:
        scaled = _scaled(scaled, scaled.size() * _SMALLER)
        content, mime = _encoded(scaled)
    return Picture(content, scaled.width(), scaled.height(), mime)


def _decoded(reader: QImageReader) -> QImage:
    reader.setAutoTransform(True)  # a photograph says which side is up
    reader.setDecideFormatFromContent(True)
    size = reader.size()
    if size.isValid() and size.width() * size.height() > _MOST_PIXELS:
        raise PictureUnreadable
    image = reader.read()
    if image.isNull():
        raise PictureUnreadable
    return image


def _opaque(image: QImage) -> QImage:
    """Return the image on white: on what it was drawn is not known, and JPEG would make it black."""
    if not image.hasAlphaChannel():
        return image
    ground = QImage(image.size(), QImage.Format.Format_RGB32)
    ground.fill(QColorConstants.White)
    with QPainter(ground) as painter:
        painter.drawImage(ground.rect(), image)
    return ground


def _scaled(image: QImage, size: QSize) -> QImage:
    if image.size() == size:
        return image
    return image.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)


def _encoded(image: QImage) -> tuple[bytes, str]:
    """Return the content and its kind: PNG for what is drawn, JPEG where that would be large, as little as needed."""
    content = _saved(image, b"PNG", -1)
    if len(content) <= PNG_BYTES:
        return content, "image/png"
    for quality in _JPEG_QUALITIES:
        content = _saved(image, b"JPEG", quality)
        if len(content) <= MOST_BYTES:
            break
    return content, "image/jpeg"


def _saved(image: QImage, kind: bytes, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QImageWriter(buffer, kind)
    writer.setQuality(quality)
    writer.write(image)
    return bytes(buffer.data().data())
