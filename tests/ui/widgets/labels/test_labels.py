"""Labels and icons: in the colours of the theme, and where there is no room."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.look.tokens import DARK
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.labels.labels import ElidedLabel, label


def holds(image: QImage, colour: str) -> bool:
    return any(image.pixelColor(x, y).name() == colour for x in range(image.width()) for y in range(image.height()))


def test_an_icon_takes_the_themes_colour(theme: Theme, qtbot: QtBot) -> None:
    icon = IconLabel(theme, "info")
    qtbot.addWidget(icon)
    theme.choose("dark", 100)

    assert holds(icon.pixmap().toImage(), DARK.text_2.lower())


def test_a_label_reads_no_markup(qtbot: QtBot) -> None:
    made = label("<b>x</b>", "hint", wrap=True)
    qtbot.addWidget(made)

    assert made.textFormat() is Qt.TextFormat.PlainText
    assert made.wordWrap()
    assert made.property("role") == "hint"


def test_a_label_without_room_is_elided_and_whole_in_its_tooltip(theme: Theme, qtbot: QtBot) -> None:
    made = ElidedLabel("A model with a name that is rather long")
    qtbot.addWidget(made)
    made.resize(80, 20)
    made.grab()
    assert made.toolTip() == made.text()
    assert made.minimumSizeHint().width() == 0

    made.resize(600, 20)
    made.grab()
    assert made.toolTip() == ""
