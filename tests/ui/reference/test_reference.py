"""The window still looks as it did when somebody last looked at it.

Where a picture is meant to be another: ``python3 dev.py shots --references``, and look at what has changed.
"""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import QApplication

from tests.ui.reference.differing import Difference, difference, side_by_side
from tests.ui.reference.pinned import FOLDER, FONT_FILE, PINNED, draw_pinned, font_edition, reduced
from tests.ui.themes import theme
from translator.ui.look.theme import Theme

__all__ = ["theme"]

LARGEST = 40_000
"""Bytes of a reference picture."""
TRANSLATE = QRect(972, 8, 112, 40)
"""Where the button is in the window of 1,100 pixels."""


@pytest.fixture
def pinned_font(qapp: QApplication) -> None:
    """The font of the references; another edition of it draws other pictures, which prove nothing."""
    edition = font_edition()
    if not edition:
        pytest.skip("Inter is not installed")
    if edition != FONT_FILE.read_text(encoding="utf-8").strip():
        pytest.xfail(f"drawn with another edition of the font: {edition}")


def reference(name: str) -> QImage:
    picture = QImage(str(FOLDER / f"{name}.png"))
    assert not picture.isNull(), f"no reference picture {name}"
    return picture.convertToFormat(QImage.Format.Format_RGB888)


@pytest.mark.usefixtures("pinned_font")
@pytest.mark.parametrize("name", PINNED)
async def test_a_view_looks_as_it_did(name: str, theme: Theme, qapp: QApplication, tmp_path: Path) -> None:
    kept, drawn = reference(name), await draw_pinned(name, theme, qapp)

    found = difference(kept, drawn)

    if found.is_seen:
        path = tmp_path / f"{name}.png"
        side_by_side(kept, drawn, found.picture).save(str(path))
        pytest.fail(f"{name} looks different ({found.mean:.0f} of 255, {found.share:.0%}): see {path}")


def test_the_references_are_those_that_are_drawn_and_small() -> None:
    kept = {path.stem: path.stat().st_size for path in FOLDER.glob("*.png")}
    assert kept.keys() == PINNED.keys()
    assert {name: size for name, size in kept.items() if size > LARGEST} == {}


# That the comparison tells


@pytest.mark.usefixtures("pinned_font")
@pytest.mark.parametrize(
    "change",
    [
        "QPushButton { padding: 0 20px; }",
        'QPushButton[kind="primary"] { background: #2F6FD4; border-color: #2F6FD4; }',
        'QLabel[role="title"] { font-size: 19px; }',
    ],
)
async def test_another_padding_colour_or_size_is_seen(change: str, theme: Theme, qapp: QApplication) -> None:
    name = "settings-translation" if "QLabel" in change else "empty-1100"
    theme.changed.connect(lambda: qapp.setStyleSheet(qapp.styleSheet() + change))

    assert difference(reference(name), await draw_pinned(name, theme, qapp)).is_seen


@pytest.mark.parametrize("by", [(1, 0), (0, 1), (-2, 0)])
def test_a_button_that_has_moved_is_seen(by: tuple[int, int]) -> None:
    kept = reference("empty-1100")
    moved = kept.copy()
    painter = QPainter(moved)
    painter.fillRect(TRANSLATE, QColor("#F3F3F0"))
    painter.drawImage(TRANSLATE.topLeft(), kept.copy(TRANSLATE))
    painter.end()
    assert not difference(kept, moved).is_seen, "not moved yet"

    painter.begin(moved)
    painter.fillRect(TRANSLATE, QColor("#F3F3F0"))
    painter.drawImage(TRANSLATE.topLeft() + QPoint(*by), kept.copy(TRANSLATE))
    painter.end()
    assert difference(kept, moved).is_seen


def test_smoother_edges_are_not_seen() -> None:
    for name in PINNED:
        kept = reference(name)
        assert not _smoothed(kept).is_seen, (name, _smoothed(kept)[:2])


def _smoothed(kept: QImage) -> Difference:
    """Compare a picture with itself, a tenth of it drawn a pixel further: so much do smoothed edges differ."""
    smooth = kept.copy()
    painter = QPainter(smooth)
    painter.setOpacity(1 / 10)
    painter.drawImage(1, 0, kept)
    painter.end()
    return difference(kept, reduced(smooth))


def test_pictures_of_other_sizes_are_different() -> None:
    assert difference(QImage(4, 4, QImage.Format.Format_RGB32), QImage(4, 5, QImage.Format.Format_RGB32)).is_seen
