"""Bar, panes and status line at every width, and what is drawn around a translation on its way."""

from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QLabel, QMenu, QPushButton, QScrollArea, QWidget
from pytestqt.qtbot import QtBot

from translator.ui.look.theme import Theme
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.translate.view import TranslateView
from translator.ui.vocabulary import Action


@pytest.fixture
def view(theme: Theme, qtbot: QtBot) -> TranslateView:
    made = TranslateView(theme, QMenu())
    qtbot.addWidget(made)
    made.bar.source.show_language("English (United States)", "detected", "detect")
    made.bar.target.show_language("German")
    made.resize(1100, 720)
    made.show()
    return made


def has_colour(image: QImage, colour: QColor, area: QRectF) -> bool:
    rect = area.toRect().intersected(image.rect())
    return any(
        image.pixelColor(x, y) == colour
        for x in range(rect.left(), rect.right() + 1)
        for y in range(rect.top(), rect.bottom() + 1)
    )


def place_of(widget: QWidget, inside: QWidget) -> QRect:
    return QRect(widget.mapTo(inside, QPoint(0, 0)), widget.size())


# Widths


@pytest.mark.parametrize(("width", "stacked"), [(1100, False), (760, False), (640, False), (639, True), (360, True)])
def test_panes_stack_in_a_narrow_window(view: TranslateView, width: int, stacked: bool) -> None:
    view.resize(width, 720)
    source, target = view.source.geometry(), view.target.geometry()

    assert view.is_stacked == stacked
    assert (source.bottom() < target.top()) == stacked
    assert (source.right() < target.left()) != stacked


@pytest.mark.parametrize("width", [1100, 960, 760, 640, 500, 360])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_nothing_in_the_bar_overlaps_or_leaves_it(
    view: TranslateView, width: int, direction: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(direction)
    view.resize(width, 720)
    parts = [part for part in view.bar.children() if isinstance(part, QWidget) and part.isVisible()]
    places = sorted((part.geometry() for part in parts), key=lambda place: place.left())

    assert len(parts) >= 5
    for left, right in pairwise(places):
        assert left.right() < right.left()
    assert view.bar.rect().contains(places[0])
    assert view.bar.rect().contains(places[-1])


@pytest.mark.parametrize("width", [1100, 760])
@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_swap_stands_over_the_gutter_and_follows_it(
    view: TranslateView, width: int, direction: Qt.LayoutDirection
) -> None:
    view.setLayoutDirection(direction)
    view.resize(width, 720)
    for share in ((1, 1), (3, 2)):
        view.restore_sizes(share)
        handle = view.splitter.handle(1)
        gutter = handle.mapTo(view, handle.rect().center()).x()
        swap = view.bar.swap.mapTo(view, view.bar.swap.rect().center()).x()

        assert abs(swap - gutter) <= 1


def test_the_target_language_stands_over_the_target(view: TranslateView) -> None:
    sheet = view.target.mapTo(view, QPoint(0, 0)).x()
    button = view.bar.target.mapTo(view, QPoint(0, 0)).x()

    assert sheet <= button <= sheet + 24


def test_a_narrow_window_gathers_tools_in_the_menu(view: TranslateView) -> None:
    view.resize(760, 720)
    assert not view.bar.settings.isVisible()
    assert view.bar.more.isVisible()
    assert view.bar.translate.text() == "Translate"

    view.resize(480, 720)
    assert view.bar.translate.text() == ""
    assert view.bar.translate.accessibleName() == "Translate"
    assert view.bar.translate.width() == view.bar.translate.height()


def test_the_private_switch_is_there_where_it_takes_no_room_from_a_name(view: TranslateView) -> None:
    view.resize(800, 720)
    assert view.bar.private.isVisible()

    view.bar.target.show_language("A language with a name that is rather long")
    view.bar.arrange()
    assert not view.bar.private.isVisible()
    view.resize(640, 720)
    view.restore_sizes((500, 120))
    assert not view.bar.private.isVisible()


def test_private_mode_stays_in_sight_while_it_is_on(view: TranslateView) -> None:
    view.bar.private.setChecked(True)
    view.resize(480, 720)
    view.bar.arrange()

    assert view.bar.private.isVisible()


@pytest.fixture
def large(view: TranslateView, theme: Theme) -> TranslateView:
    """The view in the narrowest window, with letters of twice the size."""
    theme.choose("light", 200)
    view.bar.source.show_language("English")
    view.resize(360, 640)
    return view


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("private", [False, True])
def test_large_letters_leave_both_names_room_in_a_line_of_their_own(
    large: TranslateView, direction: Qt.LayoutDirection, private: bool
) -> None:
    large.setLayoutDirection(direction)
    large.bar.private.setChecked(private)
    large.bar.arrange()
    bar = large.bar
    parts = [part for part in bar.children() if isinstance(part, QWidget) and part.isVisible()]

    assert bar.private.isVisible() == private
    assert all(name.width() >= 160 for name in (bar.source, bar.target))
    for part in parts:
        assert bar.rect().contains(part.geometry())
        assert [other for other in parts if other.geometry().intersects(part.geometry())] == [part]
    assert bar.source.geometry().bottom() < bar.translate.y()


def test_the_bar_is_one_line_again_where_there_is_room(large: TranslateView, theme: Theme) -> None:
    two = large.bar.height()
    theme.choose("light", 100)
    large.bar.arrange()

    assert large.bar.height() == 56 < two


def test_a_name_that_needs_less_leaves_the_rest_to_the_other(large: TranslateView) -> None:
    large.bar.target.show_language("Thai")
    large.bar.source.show_language("Portuguese (Brazil)")
    large.bar.arrange()

    assert large.bar.target.width() == large.bar.target.sizeHint().width()
    assert large.bar.source.width() > large.bar.target.width()


def test_a_notice_that_has_no_room_above_the_footer_takes_its_place(large: TranslateView, qtbot: QtBot) -> None:
    pane = large.target
    actions = [Action("Retry now", "retryNowButton", lambda: None), Action("Stop", "stopButton", lambda: None)]
    before = large.splitter.sizes()
    pane.notice.show_sentence("Mock asks to wait 37 s.", "warning", actions)
    qtbot.waitUntil(lambda: not pane.footer.isVisible())

    assert pane.rect().contains(place_of(pane.notice, pane))
    assert pane.notice.height() >= pane.notice.heightForWidth(pane.notice.width())
    assert large.splitter.sizes() == before
    pane.notice.dismiss()
    assert pane.footer.isVisible()


def test_a_notice_that_has_no_room_at_all_scrolls_to_what_has_the_focus(large: TranslateView, qtbot: QtBot) -> None:
    pane = large.target
    large.activateWindow()
    actions = [Action(word, f"b{n}", lambda: None) for n, word in enumerate(("Continue", "Translate again", "Keep it"))]
    pane.notice.show_sentence("It broke off, which is said in a sentence of some length. " * 3, "error", actions)
    area = pane.findChild(QScrollArea, "bannerArea")
    assert area is not None
    qtbot.waitUntil(lambda: area.verticalScrollBar().maximum() > 0)
    assert pane.rect().contains(area.geometry())
    last = pane.findChild(QPushButton, "b2")
    assert last is not None
    assert not area.viewport().rect().contains(place_of(last, area.viewport()))
    last.setFocus(Qt.FocusReason.TabFocusReason)

    assert area.viewport().rect().contains(place_of(last, area.viewport()))


def test_in_a_low_window_a_notice_covers_neither_the_search_nor_the_matches(
    view: TranslateView, qtbot: QtBot
) -> None:  # fmt: skip
    view.resize(360, 480)
    pane = view.target
    actions = [Action(word, f"b{n}", lambda: None) for n, word in enumerate(("Continue", "Translate again", "Keep it"))]
    pane.writer.add("Hallo du. " * 20)
    view.show_matches(shown=True)
    pane.notice.show_sentence("The connection to the service broke off. What has come is kept. " * 2, "error", actions)
    area = pane.findChild(QScrollArea, "bannerArea")
    assert area is not None
    qtbot.waitUntil(lambda: area.geometry().bottom() < place_of(view.matches, pane).top())
    assert not pane.footer.isVisible()
    assert pane.rect().contains(place_of(view.matches, pane))

    pane.find_bar.open()
    qtbot.waitUntil(lambda: pane.find_bar.geometry().bottom() < area.y())
    assert area.height() > 50
    pane.notice.dismiss()
    qtbot.waitUntil(lambda: view.matches.height() >= view.matches.minimumSizeHint().height())
    assert place_of(view.matches, pane).bottom() < pane.footer.y()


def test_a_welcome_panel_needs_no_footer_when_a_notice_goes(view: TranslateView) -> None:
    view.target.notice.show_sentence("It failed.", "error")
    view.show_welcome(QWidget())
    view.target.notice.dismiss()
    assert not view.target.footer.isVisible()

    view.show_welcome(None)
    assert view.target.footer.isVisible()


def test_the_panes_shares_are_remembered_through_a_narrow_window(view: TranslateView) -> None:
    def share() -> float:
        sizes = view.sizes()
        return sizes[0] / sum(sizes)

    view.restore_sizes((600, 400))
    view.resize(500, 720)
    assert share() == pytest.approx(0.6, abs=0.01)

    view.resize(1100, 720)
    assert share() == pytest.approx(0.6, abs=0.01)
    assert view.source.width() > 1.4 * view.target.width()


def test_remembered_widths_come_back_and_nonsense_does_not(view: TranslateView) -> None:
    view.restore_sizes((700, 360))
    sizes = view.sizes()
    assert sizes[0] > 1.8 * sizes[1]

    for nonsense in ((), (1,), (0, 0), (1, 2, 3)):
        view.restore_sizes(nonsense)
    assert view.sizes() == sizes


def test_key_hints_need_room(view: TranslateView) -> None:
    def hints() -> list[str]:
        return [label.text() for label in view.status.findChildren(QLabel) if label.isVisible()]

    assert "Enter" in hints()
    view.bar.translate.set_running(running=True)
    view.status.show_running(running=True)
    assert "Esc" in hints()
    assert "Enter" not in hints()
    view.resize(760, 720)
    assert "Esc" not in hints()


def test_a_long_status_forces_no_window_wider(view: TranslateView) -> None:
    view.status.show_status("a word " * 60, "warning")
    view.status.show_service("A service with a very long name · and a model with another one")
    view.target.show_meta("words " * 60)

    view.resize(360, 480)

    assert view.minimumSizeHint().width() <= 360
    assert view.status.service.geometry().right() <= 360
    assert view.status.service.text().endswith("…")
    assert view.status.service.accessibleName().endswith("another one")
    view.status.show_status("Ready", "ready")
    view.resize(1100, 480)
    assert view.status.service.text().endswith("another one")


def test_a_notice_moves_no_text_and_stands_above_the_footer(view: TranslateView) -> None:
    view.target.writer.add("Hallo")
    text = view.target.target
    before = text.viewport().mapTo(view, text.rects(0, 5)[0].topLeft())
    view.target.notice.show_sentence("Something failed, in a sentence of some length.", "error")
    notice = place_of(view.target.notice, view.target)

    assert text.viewport().mapTo(view, text.rects(0, 5)[0].topLeft()) == before
    assert text.geometry().bottom() < notice.top()
    assert notice.bottom() < view.target.footer.y() + 1
    assert view.target.rect().contains(notice)


def test_a_welcome_panel_lies_over_the_target_and_goes(view: TranslateView) -> None:
    panel = QWidget()
    view.show_welcome(panel)
    assert panel.isVisible()
    assert not view.target.target.isVisible()
    assert view.target.rect().contains(panel.geometry())

    view.show_welcome(None)
    assert view.target.target.isVisible()


def test_a_stacked_welcome_panel_has_most_of_the_height(view: TranslateView) -> None:
    view.resize(500, 720)
    view.show_welcome(QWidget())

    assert view.target.height() > 2 * view.source.height()


# Language buttons and Translate


def test_a_language_button_says_what_it_is(view: TranslateView) -> None:
    assert view.bar.source.accessibleName() == "Source language: English (United States), detected"
    assert view.bar.target.accessibleName() == "Target language: German"


@pytest.mark.parametrize(("width", "shown"), [(260, "Detect language"), (96, "Detect")])
def test_a_language_button_shows_a_short_name_where_there_is_no_room_for_the_whole(
    theme: Theme, qtbot: QtBot, width: int, shown: str
) -> None:
    button, other = LanguageButton(theme, "button", "Source"), LanguageButton(theme, "other", "Source")
    button.show_language("Detect language", short="Detect")
    other.show_language(shown)
    for each in (button, other):
        qtbot.addWidget(each)
        each.resize(width, 40)
    assert button.accessibleName() == "Source: Detect language"
    assert button.grab().toImage() == other.grab().toImage()


@pytest.mark.parametrize("names", [("Portuguese (Brazil)", "Thai"), ("Thai", "Portuguese (Brazil)")])
def test_in_a_narrow_window_what_one_name_does_not_need_the_other_has(
    view: TranslateView, names: tuple[str, str]
) -> None:  # fmt: skip
    for button, name in zip((view.bar.source, view.bar.target), names, strict=True):
        button.show_language(name)
    view.resize(430, 480)
    view.bar.arrange()
    long, short = sorted((view.bar.source, view.bar.target), key=lambda button: -button.width())
    assert short.width() == short.sizeHint().width()
    assert long.width() > 150  # half of the room is less
    assert not any(view.bar.swap.geometry().intersects(button.geometry()) for button in (long, short))


def test_a_language_button_elides_its_name(theme: Theme, qtbot: QtBot) -> None:
    button = LanguageButton(theme, "button", "Source language")
    qtbot.addWidget(button)
    button.show_language("English (United States)", "detected", "detect")
    whole = button.sizeHint()
    assert button.minimumSizeHint().width() < whole.width() / 2

    button.set_wide(wide=False)
    assert button.sizeHint().width() < whole.width()
    button.resize(90, 40)
    image = button.grab().toImage()
    # The chevron is drawn at the end, whatever the name had to give up.
    assert has_colour(image, theme.colour("text_2"), QRectF(64, 8, 24, 24))


@pytest.mark.parametrize(
    ("short", "shown", "has_chevron"),
    [("English", "English", True), ("English (U)", "English (U)", False), ("", "English (US)", False)],
)
def test_a_name_that_only_fits_without_the_chevron_takes_its_room(
    theme: Theme, qtbot: QtBot, short: str, shown: str, has_chevron: bool
) -> None:
    long, fitting = (LanguageButton(theme, "button", "Target language") for _ in range(2))
    long.show_language("English (US)", short=short)
    fitting.show_language(shown)
    width = fitting.sizeHint().width() - (0 if has_chevron else 24)
    for button in (long, fitting):
        qtbot.addWidget(button)
        button.resize(width, 40)
    image = long.grab().toImage()
    assert image == fitting.grab().toImage()
    assert has_colour(image, theme.colour("text_2"), QRectF(width - 26, 8, 24, 24)) is has_chevron


def test_translate_becomes_stop_in_place(view: TranslateView) -> None:
    before = view.bar.translate.geometry()
    view.bar.translate.set_running(running=True)

    assert view.bar.translate.geometry() == before
    assert view.bar.translate.text() == view.bar.translate.accessibleName() == "Stop"
    assert "Esc" in view.bar.translate.toolTip()
    assert not view.bar.translate.icon().isNull()

    view.bar.translate.set_running(running=False)
    assert view.bar.translate.text() == "Translate"


# Target


def test_copy_and_save_need_a_translation_which_is_painted_before_them(view: TranslateView, qtbot: QtBot) -> None:
    assert not view.target.copy_tool.isVisible()
    view.target.writer.add("Hallo")
    assert not view.target.copy_tool.isVisible()
    qtbot.waitUntil(view.target.copy_tool.isVisible)
    assert view.target.save_tool.isVisible()


def test_buttons_that_are_there_are_not_looked_at_with_each_piece_of_a_text(view: TranslateView, qtbot: QtBot) -> None:
    target = view.target
    target.writer.add("Guten")
    qtbot.waitUntil(target.copy_tool.isVisible)
    target.writer.add(" Tag")
    target.writer.finish()
    assert not target._tools_follow._timer.isActive()

    target.writer.reset()
    qtbot.waitUntil(target.copy_tool.isHidden)


def test_copy_is_ticked_for_a_moment(view: TranslateView) -> None:
    view.target.tick_copy(True)
    assert view.target.copy_tool.text() == "Copied"
    view.target.tick_copy(False)
    assert view.target.copy_tool.text() == "Copy"


def test_a_long_wait_is_filled_with_bars_shaped_like_the_source(
    view: TranslateView, theme: Theme, qtbot: QtBot
) -> None:
    target = view.target.target
    target.await_text(lambda: [QRectF(0, 10, 200, 20), QRectF(0, 40, 100, 20)])
    assert not has_colour(target.viewport().grab().toImage(), theme.colour("skeleton"), QRectF(60, 10, 2, 60))

    qtbot.waitUntil(
        lambda: has_colour(target.viewport().grab().toImage(), theme.colour("skeleton"), QRectF(60, 15, 4, 10))
    )
    image = target.viewport().grab().toImage()
    assert has_colour(image, theme.colour("skeleton"), QRectF(60, 48, 4, 4))
    assert not has_colour(image, theme.colour("skeleton"), QRectF(150, 48, 4, 4))

    target.text_ended(broken_off=False)
    assert not has_colour(target.viewport().grab().toImage(), theme.colour("skeleton"), QRectF(60, 10, 4, 60))


def test_a_caret_stands_where_text_comes_and_a_capsule_where_it_broke_off(view: TranslateView, theme: Theme) -> None:
    target = view.target.target
    target.await_text(list)
    view.target.writer.add("Hallo")
    after = target.end_rect().adjusted(0, 0, 40, 0)
    assert has_colour(target.viewport().grab().toImage(), theme.colour("link_line"), after)

    target.text_ended(broken_off=True)
    image = target.viewport().grab().toImage()
    assert not has_colour(image, theme.colour("link_line"), after)
    assert has_colour(image, theme.colour("warning_soft"), after)

    target.text_ended(broken_off=False)
    assert not has_colour(target.viewport().grab().toImage(), theme.colour("warning_soft"), after)


def test_at_the_end_of_a_full_line_a_stroke_stands_for_the_capsule_and_covers_no_letter(
    view: TranslateView, theme: Theme
) -> None:
    target = view.target.target
    view.target.writer.add("i" * 4)
    while target.end_rect().right() < target.viewport().width() - 12:
        target.moveCursor(target.textCursor().MoveOperation.End)
        target.textCursor().insertText("i")
    target.text_ended(broken_off=True)
    image = target.viewport().grab().toImage()

    assert has_colour(image, theme.colour("warning_line"), target.end_rect().adjusted(-2, 0, 2, 0))
    assert not has_colour(image, theme.colour("warning_soft"), target.end_rect().adjusted(-60, 0, 12, 0))


@pytest.mark.parametrize(
    ("rtl", "text"),
    [(True, "مرحبا Hello"), (True, "Hello"), (False, "Hello مرحبا"), (False, "مرحبا"), (False, "مرحبا Hello")],
)
def test_the_capsule_covers_no_word_that_is_read_the_other_way(
    view: TranslateView, theme: Theme, rtl: bool, text: str
) -> None:
    target = view.target.target
    target.typesetting.set_language("Arab" if rtl else "Latn", rtl=rtl)
    view.target.writer.add(text)
    target.text_ended(broken_off=True)
    image = target.viewport().grab().toImage()
    words = QRectF()
    for rect in target.rects(0, len(text)):
        words = words.united(QRectF(rect))

    assert has_colour(image, theme.colour("warning_soft"), QRectF(image.rect()))
    assert not has_colour(image, theme.colour("warning_soft"), words.adjusted(1, 0, -1, 0))


def test_undo_is_offered_as_a_button(view: TranslateView, qtbot: QtBot) -> None:
    undo = view.status.findChild(QPushButton, "undoButton")
    assert undo is view.status.undo
    assert not undo.isVisible()
