"""Lines that part one thing from another are there at every scale."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from translator.ui.findings.area import FindingsArea
from translator.ui.look.theme import Theme
from translator.ui.matches.panel import MatchesPanel
from translator.ui.widgets.groups.group import Row


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("part", ["findings", "matches", "row"])
def test_the_line_above_is_one_pixel_of_the_screen(theme: Theme, part: str, scale: float) -> None:
    widget: QWidget
    if part == "row":
        widget = row = Row(theme, "A setting")
        row.set_ruled(ruled=True)
    else:
        widget = FindingsArea(theme) if part == "findings" else MatchesPanel(theme)
    around = QWidget()
    around.setStyleSheet("QWidget { background: #FFFFFF; }")
    widget.setParent(around)
    widget.show()
    for top in range(4):  # at most scales not all of these are whole pixels of the screen
        widget.setGeometry(0, 10 + top, 200, 40)
        picture = QImage(round(200 * scale), round(60 * scale), QImage.Format.Format_RGB32)
        picture.setDevicePixelRatio(scale)
        picture.fill(Qt.GlobalColor.white)
        around.resize(200, 60)
        around.render(picture)
        column = [picture.pixelColor(picture.width() // 2, y) for y in range(picture.height())]
        assert column.count(theme.colour("border")) == 1, (top, [colour.name() for colour in column])
