"""The window as one who cannot see it, or has no mouse, meets it; and the words that presenters have it show."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QGuiApplication, QKeySequence, QPixmap, QPixmapCache
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QDialog,
    QLabel,
    QLineEdit,
    QMenu,
    QScrollBar,
    QTextEdit,
    QWidget,
)
from pytestqt.qtbot import QtBot

from tests.fakes.detector import FakeDetector
from tests.ui.themes import theme
from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.text.difference import TextEdit
from translator.ui.languages.picker import LanguagePicker
from translator.ui.look.theme import Theme
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.window_screen import WindowScreen
from translator.ui.widgets.reading.mark import Mark
from translator.ui.window.language_menus import LanguageMenus
from translator.ui.window.main_window import MainWindow

__all__ = ["theme"]

CATALOGUE = make_catalogue("en")
DE, AR = LanguageTag("de"), LanguageTag("ar")

# What tests and assistive tools rely on.
PROMISED = (
    "sourceEditor", "targetView", "sourceLanguagePicker", "targetLanguagePicker", "swapLanguagesButton",
    "translateButton", "copyButton", "clearButton", "banner", "statusLabel", "settingsButton",
)  # fmt: skip


@pytest.fixture
def window(theme: Theme, qtbot: QtBot) -> MainWindow:
    made = MainWindow(theme)
    qtbot.addWidget(made)
    with qtbot.waitActive(made):
        made.show()
    return made


@pytest.fixture
def screen(window: MainWindow) -> WindowScreen:
    return WindowScreen(window.view, CATALOGUE)


@pytest.fixture
def languages() -> LanguageChoice:
    made = LanguageChoice(DE)
    made.use_detector(FakeDetector(hello="en", salam="ar"))
    return made


def make_all_of(window: MainWindow) -> None:
    """Make what is made when it is first wanted."""
    for pane in (window.view.source, window.view.target):
        assert pane.find_bar.isHidden()
        assert pane.notice.isHidden()


def interactive(window: MainWindow) -> Iterator[QWidget]:
    """Yield what takes keys or clicks; Qt's own parts of a control are the control's."""
    for widget in window.findChildren(QWidget):
        is_qts_own = isinstance(widget, QScrollBar) or (widget.objectName().startswith("qt_"))
        if isinstance(widget, QAbstractButton | QLineEdit | QTextEdit) and not is_qts_own:
            yield widget


def text_of(window: MainWindow, name: str) -> str:
    found = window.findChild(QLabel, name)
    assert found is not None
    return found.text()


# Names


@pytest.mark.parametrize("name", PROMISED)
def test_what_is_promised_is_there_once(window: MainWindow, name: str) -> None:
    make_all_of(window)
    assert len(window.findChildren(QWidget, name)) == 1


def test_every_control_has_a_name_to_be_read_out_and_one_to_be_found_by(
    window: MainWindow, screen: WindowScreen, languages: LanguageChoice
) -> None:
    make_all_of(window)
    screen.show_languages(languages)
    window.view.status.show_service("Demo")
    controls = list(interactive(window))

    nameless = [w for w in controls if not (w.accessibleName() or (isinstance(w, QAbstractButton) and w.text()))]
    assert len(controls) > 20
    assert nameless == []
    assert [w for w in controls if not w.objectName()] == []


def test_no_two_controls_have_the_same_place_and_name(window: MainWindow) -> None:
    def path(widget: QWidget) -> str:
        names: list[str] = []
        at: QWidget | None = widget
        while at is not None:
            names.append(at.objectName())
            at = at.parentWidget()
        return "/".join(names)

    paths = [path(widget) for widget in interactive(window)]
    assert sorted(paths) == sorted(set(paths))


def test_every_control_can_be_reached_by_tab(window: MainWindow, screen: WindowScreen, qtbot: QtBot) -> None:
    screen.replace_source("hello")
    screen.edit_target([TextEdit(0, 0, "hallo")])
    window.view.source.editor.setFocus()
    reached: set[QWidget] = set()
    for _ in range(60):
        focused = window.focusWidget()
        assert focused is not None
        reached.add(focused)
        qtbot.keyClick(focused, Qt.Key.Key_Tab)
    missed = [w.objectName() for w in interactive(window) if w.isVisible() and w.isEnabled() and w not in reached]

    assert missed == []


def test_tab_goes_through_the_bar_as_one_reads(window: MainWindow) -> None:
    bar = window.view.bar
    order = [bar.source, bar.swap, bar.target, bar.private, bar.settings, bar.more, bar.translate]
    at: QWidget = bar.source
    met = [at]
    while len(met) < 200 and (at := at.nextInFocusChain()) is not bar.source:
        met.append(at)

    assert [widget for widget in met if widget in order] == order


# Keys


@pytest.mark.parametrize(
    ("keys", "action"),
    [
        ("Ctrl+Return", "translate"), ("Ctrl+Enter", "translate"), ("Ctrl+Shift+C", "copy"), ("Ctrl+L", "clear"),
        ("Ctrl+T", "swap"), ("Ctrl+,", "settings"), ("Ctrl+F", "find"), ("Ctrl+O", "open_file"), ("Ctrl+S", "save"),
    ],
)  # fmt: skip
def test_keys_do_what_they_are_known_for(window: MainWindow, qtbot: QtBot, keys: str, action: str) -> None:
    done: list[str] = []
    getattr(window.actions_, action).triggered.connect(lambda: done.append(action))
    window.view.source.editor.setFocus()
    combination = QKeySequence(keys)[0]
    qtbot.keyClick(window.view.source.editor, combination.key(), combination.keyboardModifiers())

    assert done == [action]


def test_the_menu_calls_keys_what_tooltips_and_guide_call_them(window: MainWindow) -> None:
    actions = window.actions_
    shown = [action.shortcut().toString() for action in (actions.translate, actions.afresh, actions.undo)]

    assert shown == ["Ctrl+Enter", "Ctrl+Shift+Enter", "Ctrl+Z"]


def test_undo_by_key_is_left_to_the_text_that_has_the_focus(window: MainWindow, qtbot: QtBot) -> None:
    done: list[str] = []
    window.actions_.undo.triggered.connect(lambda: done.append("by menu"))
    window.view.target.target.undo_requested.connect(lambda: done.append("by target"))
    window.view.target.target.setFocus()
    qtbot.keyClick(window.view.target.target, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert done == ["by target"]


def test_no_two_actions_have_the_same_key(window: MainWindow) -> None:
    keys = [key.toString() for action in window.actions() for key in action.shortcuts()]

    assert sorted(keys) == sorted(set(keys))


def test_one_menu_holds_every_action(window: MainWindow) -> None:
    menu = window.findChild(QMenu, "mainMenu")
    assert menu is not None

    assert {action for action in menu.actions() if not action.isSeparator()} == set(window.actions())


def test_escape_is_told_where_nothing_else_wanted_it(window: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.escape_pressed):
        qtbot.keyClick(window.view.source.editor, Qt.Key.Key_Escape)


def test_escape_in_the_search_closes_the_search_alone(window: MainWindow, qtbot: QtBot) -> None:
    pressed: list[bool] = []
    window.escape_pressed.connect(lambda: pressed.append(True))
    window.view.source.find_bar.open()
    field = window.findChild(QLineEdit, "sourceFindField")
    qtbot.keyClick(field, Qt.Key.Key_Escape)

    assert pressed == []
    assert window.view.source.find_bar.isHidden()


# Opening and closing


def test_the_first_painting_is_told_once(theme: Theme, qtbot: QtBot) -> None:
    window = MainWindow(theme)
    qtbot.addWidget(window)
    told: list[bool] = []
    window.first_painted.connect(lambda: told.append(True))
    with qtbot.waitSignal(window.first_painted):
        window.show()
    window.view.repaint()
    qtbot.wait(20)

    assert told == [True]


def test_closing_is_told_and_other_windows_go_too(window: MainWindow, qtbot: QtBot) -> None:
    other = QWidget()
    qtbot.addWidget(other)
    other.show()
    with qtbot.waitSignal(window.closed):
        window.close()

    assert not window.isVisible()
    assert not other.isVisible()


def test_closing_that_is_not_to_end_it_leaves_it_where_it_is(window: MainWindow) -> None:
    told: list[bool] = []
    window.closed.connect(lambda: told.append(True))
    window.may_end = lambda: False

    assert not window.close()
    assert window.isVisible()
    assert told == []


def test_quitting_ends_it_whatever_closing_does_even_where_it_is_not_seen(window: MainWindow) -> None:
    told: list[bool] = []
    window.closed.connect(lambda: told.append(True))
    window.may_end = lambda: False
    window.put_away()
    window.quit()

    assert told == [True]


def test_put_away_it_keeps_its_text_and_takes_its_own_dialogs_along(
    window: MainWindow, screen: WindowScreen, qtbot: QtBot
) -> None:
    dialog, stranger = QDialog(window), QWidget()
    qtbot.addWidget(stranger)
    screen.replace_source("what was typed")
    for other in (dialog, stranger):
        other.show()
    window.put_away()
    assert (window.isVisible(), dialog.isVisible(), stranger.isVisible()) == (False, False, True)

    with qtbot.waitActive(window):
        window.bring_back()
    assert screen.source_text() == "what was typed"


def test_put_away_it_leaves_nothing_drawn_for_qt_to_look_through(window: MainWindow) -> None:
    drawn = QPixmap(8, 8)
    QPixmapCache.insert("drawn", drawn)
    window.put_away()

    assert not QPixmapCache.find("drawn", drawn)


def test_it_comes_back_from_an_icon_and_takes_no_focus_where_that_is_not_wanted(window: MainWindow) -> None:
    window.showMinimized()
    window.bring_back(activates=False)

    assert not window.isMinimized()
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)


def test_place_and_panes_come_back(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.resize(700, 600)
    window.view.restore_sizes((400, 200))
    again = MainWindow(theme)
    qtbot.addWidget(again)
    again.restore(window.geometry_to_keep(), window.view.sizes())
    again.show()

    assert again.size() == window.size()
    qtbot.waitUntil(lambda: again.view.sizes() == window.view.sizes())


def fits(window: MainWindow) -> bool:
    room = QGuiApplication.primaryScreen().availableSize() - QSize(10, 30)  # for a frame
    return window.size().boundedTo(room) == window.size()


def test_it_is_no_larger_than_the_screen_it_first_appears_on(window: MainWindow) -> None:
    assert fits(window)


@pytest.mark.parametrize("place", [(0, 0), (5000, 3000)])
def test_it_comes_back_no_larger_than_the_screen_there_is_now(
    window: MainWindow, theme: Theme, qtbot: QtBot, place: tuple[int, int]
) -> None:
    window.setGeometry(*place, 2000, 1800)
    again = MainWindow(theme)
    qtbot.addWidget(again)
    again.restore(window.geometry_to_keep(), ())

    assert fits(again)
    assert QGuiApplication.primaryScreen().availableGeometry().contains(again.geometry())


def test_its_least_grows_with_the_letters_as_far_as_the_screen_has_room(
    window: MainWindow, theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("translator.ui.window.main_window.room_for", lambda _window: QSize(684, 460))
    theme.choose("light", 200)
    assert (window.minimumWidth(), window.minimumHeight()) == (684, 460)


def test_filling_the_screen_it_comes_back_filling_it(window: MainWindow, theme: Theme, qtbot: QtBot) -> None:
    window.showMaximized()
    again = MainWindow(theme)
    qtbot.addWidget(again)
    again.restore(window.geometry_to_keep(), ())

    assert again.isMaximized()


@pytest.mark.parametrize("widths", [(), (600, 450)])
def test_wide_again_after_it_was_narrow_its_panes_share_the_width_as_before(
    window: MainWindow, screen: WindowScreen, qtbot: QtBot, widths: tuple[int, ...]
) -> None:
    screen.replace_source("hello")
    screen.show_target("hallo")
    window.resize(1100, 720)
    window.view.restore_sizes(widths)
    qtbot.wait(0)
    before = window.view.splitter.sizes()
    for width in (360, 1100):
        window.resize(width, 720)
        qtbot.wait(0)

    assert window.view.splitter.sizes() == pytest.approx(before, abs=2)


# What presenters have it show


def test_languages_are_shown_and_both_texts_set_for_them(
    window: MainWindow, screen: WindowScreen, languages: LanguageChoice
) -> None:
    languages.look_at("salam")
    screen.show_languages(languages)
    source, target = window.view.source.editor, window.view.target.target

    assert window.view.bar.source.accessibleName() == "Source language: Arabic, detected"
    assert source.is_rtl
    assert not target.is_rtl

    languages.choose_target(AR)
    languages.choose_source(DE)
    screen.show_languages(languages)
    assert window.view.bar.source.accessibleName() == "Source language: German"
    assert not source.is_rtl
    assert target.is_rtl


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_a_text_of_unknown_language_begins_where_the_interface_does(
    window: MainWindow, screen: WindowScreen, languages: LanguageChoice, side: Qt.LayoutDirection
) -> None:
    window.setLayoutDirection(side)
    screen.show_languages(languages)
    assert window.view.source.editor.is_rtl is (side is Qt.LayoutDirection.RightToLeft)


def test_an_uncertain_language_is_called_so(
    window: MainWindow, screen: WindowScreen, languages: LanguageChoice
) -> None:
    languages.look_at("hello?")
    screen.show_languages(languages)

    assert window.view.bar.source.accessibleName() == "Source language: English, uncertain"


def test_with_nothing_found_it_says_detect(window: MainWindow, screen: WindowScreen, languages: LanguageChoice) -> None:
    screen.show_languages(languages)

    assert window.view.bar.source.accessibleName() == "Source language: Detect language"


def test_a_range_is_lit_where_it_is_whatever_stands_before_it(window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source("😀 one two")
    screen.light((2, 5), None)
    editor = window.view.source.editor

    assert editor.marks.of(Mark.LIT) == [(3, 6)]
    screen.light(None, None)
    assert editor.marks.of(Mark.LIT) == []


def test_text_is_written_taken_back_and_ended(window: MainWindow, screen: WindowScreen) -> None:
    screen.await_target()
    screen.edit_target([TextEdit(0, 0, "Hallo"), TextEdit(3, 2, "")])
    screen.end_target(broken_off=True)
    assert window.view.target.target.text() == "Hal"

    screen.show_target("Neu")
    assert window.view.target.target.text() == "Neu"
    screen.show_target("")
    assert window.view.target.target.text() == ""


def test_while_it_waits_the_target_is_shaped_like_the_source(
    window: MainWindow, screen: WindowScreen, qtbot: QtBot
) -> None:
    screen.replace_source("one\n\ntwo and more")
    screen.await_target()
    qtbot.waitUntil(lambda: bool(window.view.target.target._bars))
    bars = window.view.target.target._bars

    assert len(bars) == 2
    assert [bar.left() for bar in bars] == [0, 0]
    assert bars[1].width() > bars[0].width()
    assert isinstance(bars[0], QRectF)
    assert bars[0].topLeft() != QPointF(0, bars[1].top())


def test_the_target_is_set_as_large_as_the_source(window: MainWindow, screen: WindowScreen) -> None:
    screen.replace_source("short")
    assert window.view.target.target.typesetting.is_large

    screen.replace_source("long " * 40)
    assert not window.view.target.target.typesetting.is_large


def test_words_are_shown_where_they_belong(window: MainWindow, screen: WindowScreen) -> None:
    window.resize(1100, 720)
    screen.replace_source("hello")
    screen.edit_target([TextEdit(0, 0, "hallo")])
    screen.show_status("Waiting", "warning")
    screen.show_meta("m-1 · 1.0 s")
    screen.show_counts(5, 2)
    screen.show_running(running=True)
    screen.show_notice("It failed.", "error")
    screen.show_source_notice("An odd file.", "info")
    screen.show_undo(offered=True)

    assert text_of(window, "statusLabel") == "Waiting"
    assert text_of(window, "translationDetailsLabel") == "m-1 · 1.0 s"
    assert text_of(window, "sourceCountLabel") == "5 characters · ~2 tokens"
    assert window.view.bar.translate.accessibleName() == "Stop"
    assert window.view.target.notice.sentence == "It failed."
    assert window.view.source.notice.sentence == "An odd file."
    assert window.view.status.undo.isVisible()

    screen.hide_notices()
    screen.show_undo(offered=False)
    assert window.view.target.notice.sentence == window.view.source.notice.sentence == ""
    assert not window.view.status.undo.isVisible()


def test_a_sign_says_that_what_is_copied_is_translated(window: MainWindow, qtbot: QtBot) -> None:
    status, stopped = window.view.status, []
    status.watching.clicked.connect(lambda: stopped.append(True))
    assert not status.watching.isVisible()

    status.show_watching(watching=True)
    assert status.watching.isVisible()
    assert status.watching.text() == status.watching.accessibleName() == "Watching the clipboard"
    status.watching.click()
    assert stopped == [True]

    window.resize(400, 600)
    qtbot.waitUntil(lambda: not status.watching.text())
    assert status.watching.isVisible()
    assert window.width() == 400

    status.show_watching(watching=False)
    assert not status.watching.isVisible()


def test_an_outcome_is_said_when_all_is_painted(window: MainWindow, screen: WindowScreen, qtbot: QtBot) -> None:
    target = window.view.target
    painted: list[bool] = []
    whole = "word " * 6_000
    target.writer.flushed.connect(lambda: painted.append(text_of(window, "statusLabel") == "Ready"))
    screen.edit_target([TextEdit(0, 0, "one ")])
    screen.edit_target([TextEdit(4, 0, whole)])
    screen.show_status("Translating", "ready")
    screen.show_outcome("Ready", "ready")
    assert text_of(window, "statusLabel") == "Translating"
    qtbot.waitUntil(lambda: text_of(window, "statusLabel") == "Ready")

    assert target.target.text() == f"one {whole}"
    assert painted[-2] is False


def test_until_all_is_painted_button_and_facts_are_those_of_a_translation_on_its_way(
    window: MainWindow, screen: WindowScreen
) -> None:
    button, whole = window.view.bar.translate, "word " * 6_000
    screen.edit_target([TextEdit(0, 0, "one ")])
    screen.show_running(running=True)
    stop = button.accessibleName()
    screen.edit_target([TextEdit(4, 0, whole)])
    screen.show_running(running=False)
    translate = button.accessibleName()
    screen.show_meta("model · 1.0 s")
    screen.show_outcome("Ready", "ready")
    assert (button.accessibleName(), text_of(window, "translationDetailsLabel")) == (stop, "")

    assert screen.finish_painting()

    assert window.view.target.target.text() == f"one {whole}"
    assert (button.accessibleName(), text_of(window, "statusLabel")) == (translate, "Ready")
    assert text_of(window, "translationDetailsLabel") == "model · 1.0 s"
    assert not screen.finish_painting()


def test_what_came_too_soon_for_a_stop_button_shows_none_while_it_is_painted(
    window: MainWindow, screen: WindowScreen
) -> None:
    translate = window.view.bar.translate.accessibleName()
    screen.edit_target([TextEdit(0, 0, "one ")])
    screen.edit_target([TextEdit(4, 0, "two")])
    screen.show_running(running=False)
    screen.show_outcome("Ready", "ready")

    assert window.view.bar.translate.accessibleName() == translate


def test_an_outcome_gives_way_to_what_is_said_after_it(window: MainWindow, screen: WindowScreen, qtbot: QtBot) -> None:
    screen.edit_target([TextEdit(0, 0, "one ")])
    screen.edit_target([TextEdit(4, 0, "two")])
    screen.show_outcome("Ready", "ready")
    screen.show_status("Copied", "ready")
    with qtbot.waitSignal(window.view.target.writer.flushed):
        pass
    assert text_of(window, "statusLabel") == "Copied"


def test_an_outcome_waits_for_no_text_that_is_gone(window: MainWindow, screen: WindowScreen) -> None:
    screen.edit_target([TextEdit(0, 0, "one ")])
    screen.edit_target([TextEdit(4, 0, "two")])
    screen.show_outcome("Ready", "ready")
    screen.show_target("")

    assert text_of(window, "statusLabel") == "Ready"


def test_the_editor_has_the_focus_when_it_is_asked_to(window: MainWindow, screen: WindowScreen) -> None:
    window.view.bar.swap.setFocus()
    screen.focus_source()

    assert window.focusWidget() is window.view.source.editor


def test_undo_of_an_edit_is_the_editors(screen: WindowScreen) -> None:
    revision = screen.source_revision()
    screen.replace_source("one")
    screen.replace_source("two")
    screen.undo_edit()

    assert screen.source_text() == "one"
    assert screen.source_revision() > revision
    assert not screen.is_composing()


# The pickers


@pytest.mark.parametrize("side", ["source", "target"])
def test_a_picker_opens_under_its_button_and_its_choice_is_taken(
    window: MainWindow, theme: Theme, qtbot: QtBot, languages: LanguageChoice, side: str
) -> None:
    changes: list[str] = []
    menus = LanguageMenus(theme, window.view, CATALOGUE, languages, lambda: changes.append(side))
    button = getattr(window.view.bar, side)
    getattr(menus, f"open_{side}")(button)
    (picker,) = window.findChildren(LanguagePicker)
    assert button.property("open") is True
    field = picker.findChild(QLineEdit, "languageSearchField")
    qtbot.keyClicks(field, "japanese")
    qtbot.keyClick(field, Qt.Key.Key_Return)

    assert getattr(languages, side) == LanguageTag("ja")
    assert changes == [side]
    assert button.property("open") is False


def test_a_picker_that_is_left_changes_nothing(
    window: MainWindow, theme: Theme, qtbot: QtBot, languages: LanguageChoice
) -> None:
    changes: list[bool] = []
    menus = LanguageMenus(theme, window.view, CATALOGUE, languages, lambda: changes.append(True))
    menus.open_target(window.view.bar.target)
    (picker,) = window.findChildren(LanguagePicker)
    qtbot.keyClick(picker.findChild(QLineEdit, "languageSearchField"), Qt.Key.Key_Escape)

    assert changes == []
    assert languages.target == DE
    assert window.view.bar.target.property("open") is False


def test_every_text_has_a_name_to_be_read_out(window: MainWindow) -> None:
    areas = [area for area in window.findChildren(QAbstractScrollArea) if not area.objectName().startswith("qt_")]

    assert [area.objectName() for area in areas if not area.accessibleName()] == []


def test_search_and_notice_come_before_their_text_for_tab(window: MainWindow) -> None:
    target = window.view.target
    target.find_bar.open()
    target.notice.show_sentence("It failed.", "error")
    stops = [*target.notice.stops, *target.find_bar.stops, target.view]
    following: list[QWidget] = []
    widget: QWidget | None = stops[0]
    while widget is not None and (not following or widget is not stops[0]):
        if widget in stops:
            following.append(widget)
        widget = widget.nextInFocusChain()
    assert following == stops
    assert target.children().index(target.find_bar) < target.children().index(target.view)
