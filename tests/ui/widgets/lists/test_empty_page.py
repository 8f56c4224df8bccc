"""What stands in the place of an empty list, however little room there is for it."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QLayout
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.widgets.labels.icon_label import IconLabel
from translator.ui.widgets.lists.empty_page import EmptyPage


@pytest.fixture
def page(qtbot: QtBot, theme: Theme) -> EmptyPage:
    """A page that may be as low as one likes."""
    page = EmptyPage(theme, "termEmptyLabel", "glossary")
    page.show_words("No terms yet", "Add a term, or import a file of them: CSV, TSV or TBX.")
    layout = page.layout()
    assert layout is not None
    layout.setSizeConstraint(QLayout.SizeConstraint.SetNoConstraint)
    qtbot.addWidget(page)
    with qtbot.waitExposed(page):
        page.show()
    return page


def is_icon_shown(page: EmptyPage, height: int) -> bool:
    """Whether the icon is there at this height; it touches no words."""
    page.resize(420, height)
    QCoreApplication.sendPostedEvents()  # the layout's
    icon, words = page.findChildren(IconLabel)[0], page.findChild(QLabel, "termEmptyLabel")
    assert words is not None
    assert icon.isHidden() or icon.geometry().bottom() < words.geometry().top()
    return icon.isVisible()


def test_the_icon_is_left_out_where_it_would_lie_under_the_words(page: EmptyPage) -> None:
    assert [is_icon_shown(page, height) for height in (400, 110, 400)] == [True, False, True]


def test_there_is_no_height_at_which_they_touch(page: EmptyPage, theme: Theme) -> None:
    for size in (100, 200):
        theme.choose("light", size)
        shown = [is_icon_shown(page, height) for height in range(60, 300, 12)]
        assert shown == sorted(shown)
