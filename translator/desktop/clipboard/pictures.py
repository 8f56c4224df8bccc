"""Pictures from a clipboard, as what can be sent."""

from PySide6.QtCore import QBuffer, QByteArray, QIODevice
from PySide6.QtGui import QImage, QImageReader

from translator.surroundings.picture import Picture

_AS_THEY_ARE = {b"png": "image/png", b"jpeg": "image/jpeg"}


def read_picture(content: bytes) -> Picture | None:
    """Return the picture in these bytes, as PNG unless it is PNG or JPEG already; None where there is none.

    May be called on any thread.
    """
    buffer = QBuffer()
    buffer.setData(QByteArray(content))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    mime, size = _AS_THEY_ARE.get(bytes(reader.format().data())), reader.size()
    if mime is not None and size.isValid():
        return Picture(content, size.width(), size.height(), mime)
    return write_picture(reader.read())


def write_picture(image: QImage) -> Picture | None:
    """Return this picture as PNG; None where it is empty. May be called on any thread."""
    if image.isNull():
        return None
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload] # Qt's types want bytes, Qt itself takes either
    return Picture(bytes(buffer.data().data()), image.width(), image.height())
