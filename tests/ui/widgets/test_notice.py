"""What happened in one sentence, and what can be done about it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QLabel, QPushButton, QToolButton
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Action
from translator.ui.widgets.notice import Notice


@pytest.fixture
def notice(theme: Theme, qtbot: QtBot) -> Notice:
    made = Notice(theme, "banner")
    qtbot.addWidget(made)
    made.resize(600, 60)
    return made


def buttons(notice: Notice) -> list[QPushButton]:
    return [button for button in notice.findChildren(QPushButton) if not button.isHidden()]


def test_nothing_is_said_at_first(notice: Notice) -> None:
    assert notice.isHidden()
    assert notice.sentence == ""


def test_a_sentence_is_shown_and_read_out(notice: Notice) -> None:
    notice.show_sentence("The key is refused.", "error")

    assert notice.isVisible()
    assert notice.sentence == notice.accessibleName() == "The key is refused."


def test_a_button_does_what_it_says(notice: Notice, qtbot: QtBot) -> None:
    done: list[str] = []
    notice.show_sentence("Failed.", "error", [Action("Retry", "retryButton", lambda: done.append("retry"))])
    (button,) = buttons(notice)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)

    assert (button.text(), button.objectName()) == ("Retry", "retryButton")
    assert done == ["retry"]


def test_a_new_sentence_has_its_own_buttons(notice: Notice) -> None:
    notice.show_sentence("One.", "error", [Action("A", "a", lambda: None), Action("B", "b", lambda: None)])
    notice.show_sentence("Two.", "info", [Action("C", "c", lambda: None)])

    assert [button.objectName() for button in buttons(notice)] == ["c"]
    assert notice.sentence == "Two."


def test_it_can_be_dismissed_once(notice: Notice, qtbot: QtBot) -> None:
    closed: list[bool] = []
    notice.closed.connect(lambda: closed.append(True))
    notice.show_sentence("Failed.", "error")
    cross = notice.findChild(QToolButton, "bannerCloseButton")
    assert cross is not None
    qtbot.mouseClick(cross, Qt.MouseButton.LeftButton)
    notice.dismiss()

    assert notice.isHidden()
    assert notice.sentence == ""
    assert closed == [True]


@pytest.mark.parametrize(("width", "direction"), [
    (700, QBoxLayout.Direction.LeftToRight), (400, QBoxLayout.Direction.TopToBottom),
])  # fmt: skip
def test_buttons_stand_beside_the_sentence_where_there_is_room(
    notice: Notice, width: int, direction: QBoxLayout.Direction
) -> None:
    notice.resize(width, 60)
    notice.show_sentence("It failed.", "error", [Action("Retry", "retryButton", lambda: None)])

    assert notice._body.direction() is direction


def test_a_narrow_notice_is_higher(notice: Notice) -> None:
    notice.show_sentence("A sentence that is long enough to need more than one line in a narrow pane.", "error")

    assert notice.heightForWidth(240) > notice.heightForWidth(900)


def test_markup_in_a_sentence_is_no_markup(notice: Notice) -> None:
    notice.show_sentence("<b>x</b>", "error")
    label = notice.findChild(QLabel, "bannerSentence")

    assert label is not None
    assert label.textFormat() is Qt.TextFormat.PlainText


@pytest.mark.parametrize(
    ("severity", "token"), [("error", "error_soft"), ("warning", "warning_soft"), ("info", "raised")]
)
def test_its_ground_says_how_bad_it_is(notice: Notice, theme: Theme, severity, token: str) -> None:
    notice.show_sentence("x", severity)
    image = notice.grab().toImage()

    assert image.pixelColor(notice.width() // 2, 3) == theme.colour(token)
