"""Lines that part one thing from another are there at every scale."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from translator.ui.findings.bar import FindingsBar
from translator.ui.look.theme import Theme
from translator.ui.matches.panel import MatchesPanel
from translator.ui.widgets.group import Row


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 1.75, 2.0])
@pytest.mark.parametrize("part", ["findings", "matches", "row"])
def test_the_line_above_is_one_pixel_of_the_screen(theme: Theme, part: str, scale: float) -> None:
    widget: QWidget
    if part == "row":
        widget = row = Row(theme, "A setting")
        row.set_ruled(ruled=True)
    else:
        widget = FindingsBar(theme) if part == "findings" else MatchesPanel(theme)
    widget.resize(200, 40)
    picture = QImage(round(200 * scale), round(40 * scale), QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(scale)
    picture.fill(theme.colour("surface"))
    widget.render(picture, QPoint(0, 0), renderFlags=QWidget.RenderFlag.DrawChildren)
    middle = picture.width() // 2
    line = [picture.pixelColor(middle, y) == theme.colour("border") for y in range(3)]
    assert line == [True, False, False]
