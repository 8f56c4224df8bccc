"""What happened in one sentence, and what can be done about it."""

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QLabel, QPushButton, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.vocabulary import Action
from translator.ui.widgets.notices.notice import Notice


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


@pytest.mark.parametrize(("width", "beside"), [(700, True), (400, False)])
def test_buttons_stand_beside_the_sentence_where_there_is_room(notice: Notice, width: int, beside: bool) -> None:
    notice.show_sentence("It failed.", "error", [Action("Retry", "retryButton", lambda: None)])
    laid_out(notice, width)
    (button,) = buttons(notice)
    sentence = sentence_label(notice).geometry()
    place = place_of(button, notice)

    assert (place.left() > sentence.right()) == beside
    assert (place.top() > sentence.bottom()) != beside


def test_buttons_below_the_sentence_have_the_room_below_the_cross_as_well(notice: Notice) -> None:
    actions = [Action("Retry now", "retryNowButton", lambda: None), Action("Stop", "stopButton", lambda: None)]
    notice.show_sentence("It asks to wait.", "warning", actions)
    wanted = sum(button.sizeHint().width() for button in buttons(notice))
    laid_out(notice, wanted + 8 + 12 + 22 + 6)
    first, second = (place_of(button, notice) for button in buttons(notice))

    assert first.top() == second.top()
    assert second.right() > notice._close.x()


def place_of(widget: QWidget, notice: Notice) -> QRect:
    """Return where a part of the notice is in it."""
    return QRect(widget.mapTo(notice, QPoint(0, 0)), widget.size())


def laid_out(notice: Notice, width: int) -> None:
    """Give the notice this width, and the height that it needs there."""
    notice.resize(width, 10)
    notice.resize(width, notice.heightForWidth(width))
    for part in (notice, notice._steps):
        layout = part.layout()
        assert layout is not None
        layout.activate()


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


# A sentence that changes


def sentence_label(notice: Notice) -> QLabel:
    found = notice.findChild(QLabel, "bannerSentence")
    assert found is not None
    return found


def test_words_change_and_buttons_stay_with_their_focus(notice: Notice, qtbot: QtBot) -> None:
    notice.show_sentence("40 s", "warning", [Action("Retry now", "retryNowButton", lambda: None)])
    (button,) = buttons(notice)
    button.setFocus(Qt.FocusReason.TabFocusReason)
    notice.change_sentence("39 s")

    assert notice.sentence == "39 s"
    assert buttons(notice) == [button]
    assert notice.focusWidget() is button


def test_a_sentence_that_changes_is_not_read_out_again(notice: Notice) -> None:
    notice.show_sentence("40 s", "warning", name="Until noon")
    notice.change_sentence("39 s")

    assert sentence_label(notice).text() == sentence_label(notice).accessibleDescription() == "39 s"
    assert sentence_label(notice).accessibleName() == notice.accessibleName() == "Until noon"
    notice.change_sentence("20 s", "Until one")
    assert sentence_label(notice).accessibleName() == notice.accessibleName() == "Until one"


def test_the_next_sentence_is_read_out_as_it_stands(notice: Notice) -> None:
    notice.show_sentence("40 s", "warning", name="Until noon")
    notice.show_sentence("Failed.", "error")

    assert notice.accessibleName() == "Failed."
    assert sentence_label(notice).accessibleName() == sentence_label(notice).accessibleDescription() == ""


def test_words_of_a_notice_that_was_dismissed_do_not_bring_it_back(notice: Notice) -> None:
    notice.show_sentence("40 s", "warning")
    notice.dismiss()
    notice.change_sentence("39 s")

    assert notice.isHidden()


def test_only_the_reader_dismisses(notice: Notice) -> None:
    closed: list[bool] = []
    notice.closed.connect(lambda: closed.append(True))
    notice.show_sentence("Failed.", "error")
    notice.dismiss()

    assert closed == []


# Many buttons


FOUR = ("Enter a key", "Continue", "Translate again", "Keep partial text")


def lines(notice: Notice) -> list[list[str]]:
    """Return what is written on the buttons of each line, from the left."""
    found: dict[int, list[tuple[int, str]]] = {}
    for button in buttons(notice):
        found.setdefault(button.y(), []).append((button.x(), button.text()))
    return [[text for _, text in sorted(found[y])] for y in sorted(found)]


def shown_with_four(notice: Notice, width: int) -> Notice:
    notice.show_sentence("It broke off.", "error", [Action(word, f"b{n}", lambda: None) for n, word in enumerate(FOUR)])
    laid_out(notice, width)
    return notice


def test_buttons_that_do_not_fit_go_on_in_the_next_line(notice: Notice) -> None:
    shown_with_four(notice, 310)

    assert lines(notice) == [["Enter a key", "Continue"], ["Translate again", "Keep partial text"]]
    assert all(notice.rect().contains(place_of(button, notice)) for button in buttons(notice))


def test_from_right_to_left_they_begin_at_the_right(notice: Notice) -> None:
    notice.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    shown_with_four(notice, 310)

    assert lines(notice) == [["Continue", "Enter a key"], ["Keep partial text", "Translate again"]]


def test_with_room_they_stand_in_one_line(notice: Notice) -> None:
    shown_with_four(notice, 900)

    assert lines(notice) == [list(FOUR)]


def test_tab_goes_through_the_buttons_and_then_to_the_cross(notice: Notice) -> None:
    for words in (FOUR, FOUR[:2]):
        notice.show_sentence("It broke off.", "error", [Action(word, word, lambda: None) for word in words])
        stops, widget = [], notice._close.nextInFocusChain()
        while widget is not notice._close:
            if widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not widget.isHidden():
                stops.append(widget.objectName())
            widget = widget.nextInFocusChain()

        assert stops == list(words)
