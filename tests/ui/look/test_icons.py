"""Icons point where one reads to, and are drawn as sharp as the screen is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QWidget

from translator.assets import resources
from translator.ui.look.icons import AS_DRAWN, Icons
from translator.ui.look.theme import Theme

RTL = Qt.LayoutDirection.RightToLeft


def picture(theme: Theme, name: str, *, rtl: bool) -> QImage:
    widget = QWidget()
    if rtl:
        widget.setLayoutDirection(RTL)
    return theme.pixmap(name, widget).toImage()


@pytest.mark.parametrize("name", ["arrow_right", "arrow_left", "chevron_right", "export", "open_window"])
def test_an_icon_that_points_is_mirrored_where_one_reads_from_right_to_left(theme: Theme, name: str) -> None:
    as_drawn, mirrored = picture(theme, name, rtl=False), picture(theme, name, rtl=True)
    assert mirrored != as_drawn
    assert mirrored == as_drawn.flipped(Qt.Orientation.Horizontal)


@pytest.mark.parametrize("name", sorted(AS_DRAWN))
def test_what_means_the_same_in_every_direction_is_not(theme: Theme, name: str) -> None:
    assert picture(theme, name, rtl=True) == picture(theme, name, rtl=False)


def test_a_button_is_given_the_mirrored_icon_too(theme: Theme) -> None:
    widget = QWidget()
    widget.setLayoutDirection(RTL)
    shown = theme.icon("arrow_right", widget).pixmap(20, 20).toImage()
    assert shown == picture(theme, "arrow_right", rtl=True)


def test_a_mirrored_icon_keeps_the_size_it_has_on_a_fine_screen(qapp: object) -> None:
    drawn = Icons(resources() / "icons").pixmap("arrow_right", "#000000", 20, 1.5, rtl=True)
    assert (drawn.width(), drawn.devicePixelRatio()) == (30, 1.5)
