"""Pictures of the guide are as wide as there is room, and nothing else is read."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QImage, QTextDocument
from pytestqt.qtbot import QtBot

from translator.ui.guide.page_pictures import PagePictures, pictures_in


@pytest.fixture
def pictures(tmp_path: Path, qtbot: QtBot) -> PagePictures:
    for folder in ("guide/en", "images"):
        (tmp_path / folder).mkdir(parents=True)
    picture = QImage(400, 200, QImage.Format.Format_RGB32)
    picture.fill(Qt.GlobalColor.darkGreen)
    for name in ("images/wide.png", "guide/en/other.png"):
        picture.save(str(tmp_path / name))
    return PagePictures(tmp_path / "guide" / "en", tmp_path / "images")


@pytest.mark.parametrize(
    ("room", "ratio", "width"), [(100, 1, 100), (100, 2, 200), (900, 1, 200)], ids=["narrow", "sharp", "wide"]
)
def test_a_picture_fills_its_room_and_is_never_enlarged(
    pictures: PagePictures, room: float, ratio: float, width: int
) -> None:
    picture = pictures.read(QUrl("../../images/wide.png"), room, ratio)

    assert (picture.width(), picture.height()) == (width, width // 2)
    assert picture.devicePixelRatio() == ratio


@pytest.mark.parametrize(
    "url",
    [
        "file:///etc/hostname", "https://example.org/wide.png", "//example.org/images/wide.png", "other.png",
        "../../images/../guide/en/other.png", "../../images/none.png",
    ],
)  # fmt: skip
def test_nothing_is_read_from_elsewhere(pictures: PagePictures, url: str) -> None:
    assert pictures.read(QUrl(url), 100, 1).isNull()


def test_the_pictures_of_a_page_are_found_once_each() -> None:
    page = QTextDocument()
    page.setMarkdown("![a](one.png) and ![b](two.png)\n\n![a](one.png)")

    assert pictures_in(page) == {"one.png", "two.png"}
