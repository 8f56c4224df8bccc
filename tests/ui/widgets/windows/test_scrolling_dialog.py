"""A dialog is as high as its words need, as far as the screen goes; what is above its buttons scrolls."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea
from pytestqt.qtbot import QtBot

from tests.support.waiting import settle
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.windows import scrolling_dialog
from translator.ui.widgets.windows.scrolling_dialog import ScrollingDialog

WORDS = "one word after the other, and so on. " * 40
ROOM = QSize(400, 300)


@pytest.fixture
def dialog(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> ScrollingDialog:
    monkeypatch.setattr(scrolling_dialog, "room_for", lambda _window: ROOM)
    made = ScrollingDialog(None, sides=20, ends=16)
    qtbot.addWidget(made)
    return made


def fill(dialog: ScrollingDialog, words: str) -> tuple[QLabel, QPushButton]:
    """Put words and a button into the dialog, show it, and return them."""
    text, button = label(words, wrap=True), QPushButton("Close")
    dialog.body.addWidget(text)
    dialog.foot.addWidget(button)
    dialog.fit(QSize(360, 0), 200)
    dialog.show()
    return text, button


async def test_it_is_as_high_as_its_words(dialog: ScrollingDialog) -> None:
    text, button = fill(dialog, "A few words.")
    await settle()

    assert dialog.height() == dialog.height_for(360) < ROOM.height()
    assert text.visibleRegion().boundingRect() == text.rect()
    assert button.visibleRegion().boundingRect() == button.rect()


async def test_what_the_screen_has_no_room_for_is_scrolled_to(dialog: ScrollingDialog) -> None:
    text, button = fill(dialog, WORDS)
    await settle()

    area = dialog.findChild(QScrollArea)
    assert area is not None
    assert dialog.height() == ROOM.height()
    assert area.verticalScrollBar().maximum() > 0
    assert text.height() >= text.heightForWidth(text.width())
    assert button.visibleRegion().boundingRect() == button.rect()


async def test_it_grows_with_what_is_said_below(dialog: ScrollingDialog) -> None:
    text, _ = fill(dialog, "A few words.")
    said = label("", wrap=True)
    dialog.foot.addWidget(said)
    await settle()
    said.setText("It was not taken. " * 10)
    await settle()

    assert said.height() >= said.heightForWidth(said.width())
    assert text.visibleRegion().boundingRect() == text.rect()


async def test_narrower_it_is_higher(dialog: ScrollingDialog) -> None:
    fill(dialog, "A few words, which are two lines. " * 4)
    dialog.resize(200, 0)
    await settle()

    assert dialog.height() == dialog.height_for(200) > dialog.height_for(360)


def test_it_is_no_wider_than_the_screen(dialog: ScrollingDialog) -> None:
    dialog.fit(QSize(900, 0), 600)

    assert dialog.width() == dialog.minimumWidth() == ROOM.width()
