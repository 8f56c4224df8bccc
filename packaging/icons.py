"""The application's icon at every size and in every platform's form, drawn from ``resources/icons/app.svg``.

Up to 32 pixels it is drawn from ``app_small.svg``, whose edges lie between whole pixels of 16, and of 24 and 32.

``.ico`` is Windows' form, as in https://learn.microsoft.com/previous-versions/ms997538(v=msdn.10): up to 128 pixels a
bitmap, which every program reads, above it a PNG. ``.icns`` is that of macOS, whose parts are described at
https://en.wikipedia.org/wiki/Apple_Icon_Image_format.
"""

import struct
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

from PySide6.QtCore import QBuffer, QByteArray, QRectF
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

DRAWING = Path(__file__).resolve().parents[1] / "resources" / "icons" / "app.svg"
SMALL_DRAWING = DRAWING.with_name("app_small.svg")
LARGEST_SMALL = 32
"""Up to this size, in pixels, the small drawing is used."""

PNG_SIZES = (16, 22, 24, 32, 48, 64, 128, 256, 512)
"""The sizes of freedesktop.org's hicolor theme, in pixels."""
ICO_SIZES = (16, 20, 24, 32, 40, 48, 64, 128, 256)
"""What Windows shows at 100, 125, 150 and 200 %, in pixels."""
_LARGEST_BITMAP = 128

_ICNS_PACKED = {b"ic04": 16, b"ic05": 32}  # macOS draws these garbled where they are PNG
_ICNS_PNG = {
    b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512, b"ic09": 512, b"ic10": 1024,
}  # fmt: skip
_MAC_SHARE = 824 / 960
"""On macOS an icon's plate takes 824 of 1,024 pixels, by Apple's template; in our drawing it takes 240 of 256."""
_SMALL_MAC_SHARES = {16: 14 / 16, 32: 26 / 32}
"""The same of the small drawing, whose plate takes all of it: with a margin of whole pixels."""


class DrawingUnreadable(Exception):
    """The drawing of the icon is not there, or no SVG."""


def draw_png(size: int, into: Path, drawing: Path | None = None) -> None:
    """Write the icon, or another drawing, ``size`` pixels square. Raises DrawingUnreadable, OSError."""
    _write(into, _as_png(draw(size, drawing=drawing)))


def write_ico(into: Path) -> None:
    """Write the icon for Windows. Raises DrawingUnreadable, OSError."""
    pictures = [_as_bitmap(draw(size)) if size <= _LARGEST_BITMAP else _as_png(draw(size)) for size in ICO_SIZES]
    offset = 6 + 16 * len(pictures)
    entries = b""
    for size, picture in zip(ICO_SIZES, pictures, strict=True):
        entries += struct.pack("<BBBBHHII", size % 256, size % 256, 0, 0, 1, 32, len(picture), offset)  # 0 means 256
        offset += len(picture)
    _write(into, struct.pack("<HHH", 0, 1, len(pictures)) + entries + b"".join(pictures))


def write_icns(into: Path) -> None:
    """Write the icon for macOS. Raises DrawingUnreadable, OSError."""
    parts = [(kind, _as_packed(_draw_for_mac(size))) for kind, size in _ICNS_PACKED.items()]
    parts += [(kind, _as_png(_draw_for_mac(size))) for kind, size in _ICNS_PNG.items()]
    content = b"".join(kind + struct.pack(">I", 8 + len(part)) + part for kind, part in parts)
    _write(into, b"icns" + struct.pack(">I", 8 + len(content)) + content)


def _draw_for_mac(size: int) -> QImage:
    return draw(size, _SMALL_MAC_SHARES.get(size, _MAC_SHARE))


def draw(size: int, share: float = 1.0, drawing: Path | None = None) -> QImage:
    """Return the icon, or another drawing, ``size`` pixels square, filling that share of it, in ARGB.

    Raises DrawingUnreadable.
    """
    chosen = drawing or (SMALL_DRAWING if size <= LARGEST_SMALL else DRAWING)
    renderer = QSvgRenderer(str(chosen))
    if not renderer.isValid():
        raise DrawingUnreadable(str(chosen))
    picture = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    picture.fill(0)
    with QPainter(picture) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        margin = size * (1 - share) / 2
        renderer.render(painter, QRectF(margin, margin, size * share, size * share))
    return picture.convertToFormat(QImage.Format.Format_ARGB32)


def _write(into: Path, content: bytes) -> None:
    into.parent.mkdir(parents=True, exist_ok=True)
    into.write_bytes(content)


def _as_png(picture: QImage) -> bytes:
    content = QByteArray()
    buffer = QBuffer(content)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")  # type: ignore[call-overload]  # its stub wants bytes, which it refuses
    return bytes(content.data())


def _as_bitmap(picture: QImage) -> bytes:
    """Return the picture as in an ``.ico``: bottom row first; then a mask that hides nothing."""
    size = picture.width()
    pixels = bytes(picture.constBits())
    rows = (pixels[start : start + 4 * size] for start in range(0, len(pixels), 4 * size))
    mask = bytes((size + 31) // 32 * 4 * size)
    header = struct.pack("<IiiHHIIiiII", 40, size, 2 * size, 1, 32, 0, 4 * size * size + len(mask), 0, 0, 0, 0)
    return header + b"".join(reversed(list(rows))) + mask


def _as_packed(picture: QImage) -> bytes:
    """Return the picture as in ``ic04``: alpha, red, green, blue one after the other, runs packed."""
    pixels = bytes(picture.constBits())  # blue, green, red, alpha
    return b"ARGB" + b"".join(b"".join(_pack(pixels[channel::4])) for channel in (3, 2, 1, 0))


def _pack(values: bytes) -> Iterator[bytes]:
    """Yield the runs: 3 to 130 times one byte, or 1 to 128 bytes as they are, each with a byte before that says so."""
    plain = b""
    for value, group in groupby(values):
        run = len(list(group))
        while run:
            length = min(run, 130)
            run -= length
            if length < 3:
                plain += bytes([value]) * length
                continue
            yield from _plain(plain)
            plain = b""
            yield bytes([length + 125, value])
    yield from _plain(plain)


def _plain(values: bytes) -> Iterator[bytes]:
    for start in range(0, len(values), 128):
        piece = values[start : start + 128]
        yield bytes([len(piece) - 1]) + piece
