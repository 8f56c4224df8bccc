"""The application's icon in every platform's form."""

import struct

import pytest
from PySide6.QtGui import QColor, QImage, QImageReader

import icons

PLATE = QColor("#2F55D4")


def colour_at(picture, x, y):
    return picture.pixelColor(round(picture.width() * x), round(picture.height() * y))


@pytest.mark.parametrize("size", [16, 22, 24, 48, 256, 1024])
def test_a_png_shows_the_drawing_at_its_size(size, tmp_path):
    icons.draw_png(size, tmp_path / "deep" / "icon.png")

    picture = QImage(str(tmp_path / "deep" / "icon.png"))
    assert (picture.width(), picture.height()) == (size, size)
    assert picture.pixelColor(0, 0).alpha() < 60
    assert colour_at(picture, 0.5, 0.1) == PLATE
    assert colour_at(picture, 0.2, 0.6) == QColor("white")


@pytest.mark.parametrize("size", [16, 32])
def test_a_small_icon_has_no_edge_within_a_pixel(size, tmp_path):
    icons.draw_png(size, tmp_path / "icon.png")
    picture = QImage(str(tmp_path / "icon.png"))
    across = [picture.pixelColor(x, size * 6 // 16) for x in range(size)]  # clear of the round corners
    down = [picture.pixelColor(size * 4 // 16, y) for y in range(size)]
    assert {colour.name(QColor.NameFormat.HexArgb) for colour in across + down} == {
        "#ff2f55d4", "#ffffffff", "#ffbfd0fb",
    }  # fmt: skip


def test_an_ico_holds_every_size_that_windows_shows(tmp_path):
    icons.write_ico(tmp_path / "app.ico")

    reader = QImageReader(str(tmp_path / "app.ico"))
    read = []
    for index in range(reader.imageCount()):
        reader.jumpToImage(index)
        read.append(reader.read().convertToFormat(QImage.Format.Format_ARGB32))
    assert tuple(picture.width() for picture in read) == icons.ICO_SIZES
    assert [picture == icons.draw(picture.width()) for picture in read] == [True] * len(read)


def test_an_icns_holds_every_size_with_the_margin_of_macos(tmp_path):
    icons.write_icns(tmp_path / "app.icns")

    content = (tmp_path / "app.icns").read_bytes()
    assert content[:8] == b"icns" + struct.pack(">I", len(content))
    pictures = {kind: unpacked(part) for kind, part in parts_of(content)}
    assert {kind: picture.width() for kind, picture in pictures.items()} == {
        b"ic04": 16, b"ic05": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic13": 256, b"ic08": 256, b"ic14": 512,
        b"ic09": 512, b"ic10": 1024,
    }  # fmt: skip
    largest = pictures[b"ic10"]
    assert largest.pixelColor(98, 512).alpha() == 0
    assert largest.pixelColor(102, 512) == PLATE
    assert pictures[b"ic04"] == icons.draw(16, 14 / 16)
    assert pictures[b"ic05"] == icons.draw(32, 26 / 32)


def test_a_drawing_that_cannot_be_read_is_told(watched_log, tmp_path):
    watched_log.allow("nowhere.svg")

    with pytest.raises(icons.DrawingUnreadable):
        icons.draw_png(16, tmp_path / "icon.png", tmp_path / "nowhere.svg")

    assert not (tmp_path / "icon.png").exists()


def parts_of(content):
    start = 8
    while start < len(content):
        kind, length = struct.unpack(">4sI", content[start : start + 8])
        yield kind, content[start + 8 : start + length]
        start += length


def unpacked(part):
    """Return the picture of a part: a PNG, or four packed channels."""
    if not part.startswith(b"ARGB"):
        return QImage.fromData(part)
    values, position = bytearray(), 4
    while position < len(part):
        mark = part[position]
        if mark < 128:
            values += part[position + 1 : position + mark + 2]
            position += mark + 2
        else:
            values += bytes([part[position + 1]]) * (mark - 125)
            position += 2
    count = len(values) // 4
    alpha, red, green, blue = (values[channel * count : (channel + 1) * count] for channel in range(4))
    pixels = bytes(value for pixel in zip(blue, green, red, alpha, strict=True) for value in pixel)
    side = int(count**0.5)
    return QImage(pixels, side, side, QImage.Format.Format_ARGB32).copy()
