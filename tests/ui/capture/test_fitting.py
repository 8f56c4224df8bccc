"""Pictures as they are sent: small enough, legible, on white, whatever they come as."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QColor, QColorConstants, QImage

from translator.surroundings.picture import Picture
from translator.translation.errors.requests import PictureUnreadable
from translator.translation.pictures.sizes import MOST_BYTES
from translator.ui.capture import fitting
from translator.ui.capture.fitting import fit, is_picture_file, of_content, of_file, of_image


def image_of(width: int, height: int, colour: QColor = QColorConstants.Red) -> QImage:
    image = QImage(width, height, QImage.Format.Format_ARGB32)
    image.fill(colour)
    return image


def noise(width: int, height: int) -> QImage:
    return QImage(os.urandom(width * height * 4), width, height, QImage.Format.Format_RGB32).copy()


def content_of(image: QImage, kind: str = "PNG") -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, kind)  # type: ignore[call-overload]
    return bytes(buffer.data().data())


def shown(picture: Picture) -> QImage:
    return QImage.fromData(picture.content)


def test_a_small_picture_travels_as_it_is() -> None:
    picture = of_image(image_of(64, 48))()
    assert (picture.width, picture.height, picture.mime) == (64, 48, "image/png")
    assert shown(picture).pixelColor(10, 10) == QColorConstants.Red


def test_a_large_one_is_made_smaller_in_its_shape() -> None:
    picture = fit(image_of(3840, 2160))
    assert (picture.width, picture.height) == (2364, 1330)
    assert shown(picture).size().toTuple() == (2364, 1330)


def test_what_is_transparent_comes_on_white() -> None:
    assert shown(fit(image_of(20, 20, QColor(0, 0, 0, 0)))).pixelColor(5, 5) == QColorConstants.White


def test_a_photograph_travels_as_jpeg() -> None:
    picture = fit(noise(900, 600))
    assert picture.mime == "image/jpeg"
    assert picture.content.startswith(b"\xff\xd8")
    assert len(picture.content) <= MOST_BYTES


def test_what_is_still_too_large_gives_up_quality_then_size(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fitting, "PNG_BYTES", 1_000)
    monkeypatch.setattr(fitting, "MOST_BYTES", 20_000)
    picture = fit(noise(300, 300))
    assert len(picture.content) <= 20_000
    assert picture.width < 300
    assert shown(picture).size().toTuple() == (picture.width, picture.height)


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "BMP"])
def test_a_picture_comes_from_the_clipboard_or_from_a_file(kind: str, tmp_path: Path) -> None:
    content = content_of(image_of(30, 20), kind)
    path = tmp_path / "picture.png"  # its name may say another kind
    path.write_bytes(content)
    for load in (of_content(Picture(content, 30, 20)), of_file(path)):
        picture = load()
        assert (picture.width, picture.height) == (30, 20)


def test_what_is_no_picture_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "text.png"
    text.write_text("no picture")
    cut = tmp_path / "cut.png"
    cut.write_bytes(content_of(image_of(30, 20))[:40])
    pipe = tmp_path / "pipe.png"
    os.mkfifo(pipe)
    for path in (text, cut, pipe, tmp_path / "nothing.png", tmp_path):
        with pytest.raises(PictureUnreadable):
            of_file(path)()
    with pytest.raises(PictureUnreadable):
        of_content(Picture(b"", 0, 0))()
    with pytest.raises(PictureUnreadable):
        fit(QImage())


def test_what_would_fill_the_memory_is_not_decoded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bomb.png"
    path.write_bytes(content_of(image_of(400, 400)))
    monkeypatch.setattr(fitting, "_MOST_PIXELS", 399 * 400)
    with pytest.raises(PictureUnreadable):
        of_file(path)()
    monkeypatch.setattr(fitting, "LARGEST_FILE", 10)
    with pytest.raises(PictureUnreadable):
        of_file(path)()


def test_a_file_is_taken_for_a_picture_by_its_name() -> None:
    assert is_picture_file(Path("Scan.JPG"))
    assert not is_picture_file(Path("notes.txt"))
