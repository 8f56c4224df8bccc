"""The popup as one sees it and works with it: its size, its keys, its words."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPoint, QSize, Qt
from PySide6.QtGui import QAction, QCloseEvent, QCursor, QKeyEvent, QTextCursor
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.popup.stage import LONG, Stage, open_with, tag
from translator.session import PopupSession
from translator.surroundings.copied import CannotReplace
from translator.surroundings.obstacles import Obstacle
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.request import (
    Began,
    BlockOrigin,
    BlockSettled,
    Completed,
    FinishedBlock,
    TextAdded,
    Translation,
)
from translator.ui.look.theme import Theme
from translator.ui.popup import window as popup_window
from translator.ui.popup.placement import Area
from translator.ui.popup.source import MARGIN


def buttons(stage: Stage) -> set[str]:
    parts = stage.popup.window.findChildren(QAbstractButton)
    return {part.objectName() for part in parts if part.isVisible()}


def press(stage: Stage, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(QApplication.focusWidget() or stage.popup.window, key, modifiers)


# The sheet


async def test_with_a_shadow_the_window_is_larger_than_the_sheet_and_a_click_on_it_is_one_elsewhere(
    stages: Callable[..., Stage],
) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window = stage.popup.window
    assert window.width() > window.area().width

    QTest.mouseClick(window, Qt.MouseButton.LeftButton, pos=QPoint(3, window.height() // 2))
    assert not stage.desk.is_open


async def test_without_a_shadow_it_is_square_and_opaque(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), has_shadow=False)
    await open_with(stage)
    window = stage.popup.window

    assert not window.testAttribute(Qt.WidgetAttribute.WA_TranslucentBackground)
    assert window.width() == window.area().width
    picture = window.grab().toImage()
    assert picture.pixelColor(0, 0).name().upper() == stage.desk._around.theme.colours.border_strong


async def test_in_private_mode_it_bears_a_sign_of_that(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    sign = stage.popup.window.header.private
    assert sign.isHidden()
    stage.is_private = True
    await open_with(stage)

    assert sign.isVisible()
    assert sign.accessibleName() == "Private mode: nothing is kept"


# What there is


async def test_every_control_has_a_name_of_both_kinds(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    stage.popup.window.source.line.click()

    controls = [w for w in stage.popup.window.findChildren(QWidget) if w.focusPolicy() & Qt.FocusPolicy.TabFocus]
    visible = [w for w in controls if w.isVisible()]
    assert len(visible) > 8
    for control in visible:
        assert control.objectName(), control
        assert control.accessibleName() or getattr(control, "text", str)(), control.objectName()


async def test_where_nothing_can_be_replaced_a_button_says_why(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    stage.front.obstacle = Obstacle.WAYLAND
    await open_with(stage)
    footer = stage.popup.window.footer
    assert "popupReplaceButton" not in buttons(stage)
    assert "into another" in footer.why.accessibleDescription()

    footer.why.click()
    assert stage.popup.window.target.notice.sentence == footer.why.toolTip()


async def test_the_source_unfolds_to_be_edited_and_then_enter_translates(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du"))
    await open_with(stage)
    source = stage.popup.window.source
    assert (source.is_folded, source.line.text()) == (True, "hello")

    source.line.setFocus()
    press(stage, Qt.Key.Key_Return)
    assert (source.is_folded, QApplication.focusWidget()) == (False, source.editor)
    assert stage.clipboard.content == "", "Enter was for the line"

    QTest.keyClicks(source.editor, "y")
    assert {"popupTranslateButton"} == buttons(stage) & {"popupTranslateButton", "popupCopyButton"}
    press(stage, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await settle()
    assert stage.translator.requests[-1].text == "helloy"
    assert "popupCopyButton" in buttons(stage)
    assert stage.front.replaced == []


async def test_undo_in_the_source_is_undo(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    editor = stage.popup.window.source.editor
    stage.popup.window.source.line.click()
    QTest.keyClicks(editor, "y")
    press(stage, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)

    assert editor.text() == "hello"


async def test_no_undo_leads_back_to_the_text_before(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du"))
    await open_with(stage)
    await open_with(stage, "hello you")
    editor = stage.popup.window.source.editor
    editor.undo()
    assert editor.text() == "hello you"

    stage.popup.presenter.dismiss()
    assert not editor.undoing.can_undo


async def test_a_long_source_is_one_line_and_unfolded_five(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage, LONG)
    source = stage.popup.window.source
    assert source.height() == 34

    source.line.click()
    await settle()
    assert source.editor.viewport().height() == pytest.approx(5 * source.editor.typesetting.line_height, abs=8)


async def test_what_a_text_takes_is_said_of_the_line(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)

    assert "5 characters" in stage.popup.window.source.line.toolTip()


@pytest.mark.parametrize(("text", "target"), [("hello", "ar"), ("hola", "zh-Hans")])
async def test_each_text_is_set_in_its_own_script(stages: Callable[..., Stage], text: str, target: str) -> None:
    stage = stages(completed("سلام" if target == "ar" else "你好"))
    stage.languages.choose_target(tag(target))
    await open_with(stage, text)
    view = stage.popup.window.target.target

    assert view.is_rtl is (target == "ar")
    assert view.typesetting.line_height == (32 if target == "ar" else 26)
    assert not stage.popup.window.source.editor.is_rtl


async def test_a_notice_of_the_source_has_a_place(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    stage.popup.screen.show_source_notice("Four fifths are spent.", "warning", stays="budget")
    assert stage.popup.window.source.notice.sentence == "Four fifths are spent."

    stage.popup.screen.take_source_notice_away("budget")
    assert stage.popup.window.source.notice.sentence == ""


async def test_what_was_found_is_shown_below_the_text(stages: Callable[..., Stage]) -> None:
    finding = Finding(Check.NUMBERS, Severity.ERROR, None, (0, 5), "5", "6")
    block = FinishedBlock(0, "hello", "Hallo", findings=(finding,))
    run = [
        Began([(0, 5)]),
        TextAdded("Hallo", 0),
        BlockSettled(block),
        Completed(Translation("Hallo", finished=(block,))),
    ]
    stage = stages(run)
    await open_with(stage)
    bar = stage.popup.window.target.findings

    assert bar.isVisible()
    press(stage, Qt.Key.Key_F8)
    assert stage.popup.window.target.target.selected_text() == "Hallo"
    press(stage, Qt.Key.Key_F8, Qt.KeyboardModifier.ShiftModifier)
    assert stage.popup.window.target.target.selected_text() == "Hallo"


async def test_what_comes_from_memory_can_be_translated_afresh(stages: Callable[..., Stage]) -> None:
    block = FinishedBlock(0, "hello", "Hallo", origin=BlockOrigin.MEMORY)
    stage = stages(
        [Began([(0, 5)]), TextAdded("Hallo", 0), Completed(Translation("Hallo", finished=(block,)))],
        completed("Servus"),
    )
    await open_with(stage)
    assert "popupTranslateAfreshButton" in buttons(stage)

    stage.popup.window.footer._afresh.click()
    await settle()
    assert stage.translator.requests[-1].afresh
    assert "popupTranslateAfreshButton" not in buttons(stage)


async def test_what_was_kept_on_this_computer_can_be_seen(stages: Callable[..., Stage]) -> None:
    stage = stages([Began([(0, 5)], masked=("a@b.de",)), TextAdded("Hallo", 0), Completed(Translation("Hallo"))])
    await open_with(stage)
    tool = stage.popup.window.findChild(QAbstractButton, "popupMaskedButton")
    assert tool.accessibleName() == "1 piece was kept on this computer"

    tool.click()
    assert stage.popup.window.findChild(QWidget, "maskedSheet").isVisible()


async def test_of_the_facts_those_that_matter_most_are_left_where_there_is_little_room(
    stages: Callable[..., Stage],
) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    meta = stage.popup.window.footer._meta
    stage.popup.screen.show_meta("a-very-long-name-of-a-model · 0.1 s · 289 tokens · about $0.0007")
    assert meta._fitting() == "289 tokens · about $0.0007"

    stage.popup.screen.show_meta("0.1 s")
    assert meta._fitting() == "0.1 s"
    stage.popup.screen.show_status("The text is in German: translating into English", "ready")
    assert meta._fitting() == "0.1 s", "what is known of a translation is said first"


# Languages


async def test_the_picker_has_room_in_the_popup_and_what_is_picked_is_kept(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hola"))
    await open_with(stage)
    window = stage.popup.window
    before = window.area().height
    press(stage, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    picker = window.findChild(QWidget, "languagePicker")
    assert picker.isVisible()
    assert window.area().height > 400

    QTest.keyClicks(QApplication.focusWidget(), "spanish")
    press(stage, Qt.Key.Key_Return)
    await settle()
    assert window.area().height == before
    assert stage.translator.requests[-1].target == tag("es")
    assert stage.kept[-1].target == "es"
    assert QApplication.focusWidget() is window.target.target


async def test_a_source_language_can_be_chosen_too(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo"))
    await open_with(stage)
    stage.popup.window.header.source.click()
    QTest.keyClicks(QApplication.focusWidget(), "dutch")
    press(stage, Qt.Key.Key_Return)
    await settle()

    assert stage.translator.requests[-1].source == tag("nl")


async def test_escape_closes_the_picker_and_not_the_popup(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    stage.popup.window.header.target.click()
    press(stage, Qt.Key.Key_Escape)

    assert stage.desk.is_open
    press(stage, Qt.Key.Key_Escape)
    assert not stage.desk.is_open


# Keys


async def test_tab_in_the_translation_goes_to_the_next_language_and_f6_round_all_controls(
    stages: Callable[..., Stage],
) -> None:
    stage = stages(completed("Hallo"), completed("Hola"))
    stage.languages.choose_target(tag("es"))
    stage.languages.choose_target(tag("de"))
    await open_with(stage)
    window = stage.popup.window
    view = window.target.target
    press(stage, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view
    assert window.header.target.accessibleName().endswith("Spanish")
    press(stage, Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
    assert window.header.target.accessibleName().endswith("German")
    window.footer.copy.setEnabled(True)

    reached = []
    for _ in range(9):
        press(stage, Qt.Key.Key_F6)
        reached.append(QApplication.focusWidget().objectName())
    assert reached == [
        "popupCopyButton", "popupReplaceButton", "popupSourcePicker", "popupTargetPicker", "popupPinButton",
        "popupOpenWindowButton", "popupCloseButton", "popupSourceLine", "popupTargetView",
    ]  # fmt: skip
    press(stage, Qt.Key.Key_F6, Qt.KeyboardModifier.ShiftModifier)
    assert QApplication.focusWidget() is window.source.line
    press(stage, Qt.Key.Key_Tab)
    assert QApplication.focusWidget() is view, "among the controls Tab is what it is everywhere"


async def test_enter_copies_and_control_enter_replaces(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo"))
    await open_with(stage)
    press(stage, Qt.Key.Key_Return)
    assert (stage.clipboard.content, stage.front.returns) == ("Hallo", 1)
    assert stage.popup.window.footer.copy.text() == "Copied"

    await open_with(stage)
    press(stage, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await settle()
    assert stage.front.replaced == ["Hallo"]


async def test_what_could_not_be_put_in_its_place_is_still_there(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window = stage.popup.window
    left: list[bool] = []
    window.left.connect(lambda: left.append(True))
    window.isActiveWindow = lambda: False  # X11 tells that the focus has gone while the window counts as shown
    window.hideEvent = lambda _event: QApplication.sendEvent(window, QEvent(QEvent.Type.ActivationChange))
    window.isVisible = lambda: True
    stage.front.fault = CannotReplace()
    press(stage, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    await until(lambda: stage.front.attempts == 1)
    await settle()

    assert left == []
    assert window.target.target.text() == "Hallo"
    assert "still here" in window.target.notice.sentence


async def test_a_key_that_is_held_down_does_what_it_does_once(stages: Callable[..., Stage]) -> None:
    gate = asyncio.Event()
    stage = stages([TextAdded("Hallo", 0), gate, Completed(Translation("Hallo"))])
    stage.desk.show_text("hello", takes_focus=True)
    await settle()
    press(stage, Qt.Key.Key_Return)
    held = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier, "\r", autorep=True)
    QApplication.sendEvent(stage.popup.window, held)
    gate.set()
    await settle()

    assert stage.clipboard.content == "Hallo", "the second would take back what was asked for"
    repeating = {action.objectName() for action in stage.popup.window.actions() if action.autoRepeat()}
    assert repeating == {
        "popupNextFindingAction", "popupPreviousFindingAction", "popupNextControlAction", "popupPreviousControlAction",
    }  # fmt: skip


async def test_enter_on_a_button_presses_it(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    stage.popup.window.footer.replace.setFocus()
    press(stage, Qt.Key.Key_Enter)
    await settle()

    assert (stage.front.replaced, stage.clipboard.content) == (["Hallo"], "")


async def test_enter_in_an_edited_source_elsewhere_translates(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du"))
    await open_with(stage)
    stage.popup.window.source.line.click()
    QTest.keyClicks(stage.popup.window.source.editor, "y")
    stage.popup.window.target.target.setFocus()
    press(stage, Qt.Key.Key_Return)
    await settle()

    assert (stage.clipboard.content, len(stage.translator.requests)) == ("", 2)


async def test_the_popup_can_be_handed_over_to_the_window_by_key(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    press(stage, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)

    assert stage.window.reopened[0][0] == "hello"


async def test_no_two_actions_have_the_same_key(stages: Callable[..., Stage]) -> None:
    keys = [key.toString() for action in stages().popup.window.findChildren(QAction) for key in action.shortcuts()]
    assert len(keys) == len(set(keys)) > 8


@pytest.mark.parametrize("name", ["popupCloseButton", "popupCopyButton", "popupReplaceButton", "popupOpenWindowButton"])
async def test_buttons_do_what_keys_do(stages: Callable[..., Stage], name: str) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    stage.popup.window.findChild(QAbstractButton, name).click()
    await settle()

    done = {
        "popupCloseButton": stage.front.returns == 1 and not stage.desk.is_open,
        "popupCopyButton": stage.clipboard.content == "Hallo",
        "popupReplaceButton": stage.front.replaced == ["Hallo"],
        "popupOpenWindowButton": len(stage.window.reopened) == 1,
    }
    assert [key for key, is_done in done.items() if is_done] == [name]


# Coming and going


async def test_closed_from_outside_it_is_dismissed(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    event = QCloseEvent()
    stage.popup.window.closeEvent(event)

    assert not event.isAccepted()
    assert (stage.desk.is_open, stage.front.returns) == (False, 1)


async def test_opened_without_the_focus_it_takes_none_and_later_that_can_be_otherwise(
    stages: Callable[..., Stage],
) -> None:
    stage = stages(completed("Hallo"), completed("Hallo"))
    stage.desk.show_text("hello", takes_focus=False)
    window = stage.popup.window
    assert window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.windowHandle().property("_q_showWithoutActivating") is True

    stage.popup.presenter.dismiss()
    stage.desk.show_text("hello", takes_focus=True)
    assert not window.testAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    assert window.windowHandle().property("_q_showWithoutActivating") is False


async def test_a_popup_without_the_focus_is_watched_and_goes_when_the_user_has_gone_on(
    stages: Callable[..., Stage],
) -> None:
    stage = stages(completed("Hallo"))
    QCursor.setPos(20, 20)
    stage.popup.window.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
    stage.desk.show_text("hello", takes_focus=False)
    await settle()
    watch, times = stage.popup._linger, iter((0.0, 100.0))
    watch._clock = lambda: next(times)
    watch._window.isActiveWindow = lambda: False  # the offscreen platform gives every window the focus
    watch.eventFilter(watch._window, QEvent(QEvent.Type.ActivationChange))
    assert watch._timer.isActive()
    for _ in range(3):
        watch.look()

    assert not stage.desk.is_open
    assert not watch._timer.isActive()


async def test_a_pinned_popup_is_not_watched(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    stage.desk.show_text("hello", takes_focus=False)
    await settle()
    watch, pin = stage.popup._linger, stage.popup.window.header.pin
    watch._window.isActiveWindow = lambda: False  # the offscreen platform gives every window the focus
    pin.setChecked(True)
    watch.eventFilter(watch._window, QEvent(QEvent.Type.ActivationChange))
    assert not watch._timer.isActive(), "it would tick for as long as it is there"

    pin.setChecked(False)
    assert watch._timer.isActive()


# Many times over


async def test_what_is_translated_here_comes_into_the_history_as_the_popups(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du"))
    await open_with(stage)
    await open_with(stage, "hello you")
    entries = stage.history.entries.values()

    assert [(entry.source, entry.target, entry.action) for entry in entries] == [
        ("hello", "Hallo", "popup"), ("hello you", "Hallo du", "popup"),
    ]  # fmt: skip


async def test_in_private_mode_nothing_is_kept(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    stage.is_private = True
    await open_with(stage)

    assert list(stage.history.entries) == []


@pytest.mark.parametrize(
    "text", ["hello 👩‍👩‍👧‍👦 🇳🇱 𝒳", "hello\n\n  - مرحبا\n  - 你好\n", "hello " + "and so on. " * 9_090]
)
async def test_any_text_is_shown_as_it_is(stages: Callable[..., Stage], text: str) -> None:
    stage = stages(completed(text))
    await open_with(stage, text)
    await until(lambda: stage.popup.window.target.writer.own_text() == text)

    assert stage.popup.window.source.editor.text() == text
    press(stage, Qt.Key.Key_Return)
    assert stage.clipboard.content == text


async def test_it_is_the_same_window_however_often_it_is_opened(stages: Callable[..., Stage]) -> None:
    stage = stages(*[completed("Hallo")] * 30)
    await stage.desk.prepare()
    await open_with(stage)
    parts = len(stage.popup.window.findChildren(QWidget))
    tops = len(QApplication.topLevelWidgets())
    for _ in range(29):
        await open_with(stage)
        stage.popup.presenter.dismiss()

    assert len(stage.popup.window.findChildren(QWidget)) == parts
    assert len(QApplication.topLevelWidgets()) == tops


async def test_before_it_is_made_it_is_neither_open_nor_in_need_of_an_end(theme: Theme) -> None:
    stage = Stage(theme, before=PopupSession(is_pinned=True))
    assert not stage.desk.is_open
    assert stage.desk.session() == PopupSession(is_pinned=True)
    await stage.close()
    assert stage.desk._made is None


async def test_in_a_mirrored_window_a_latin_source_is_still_elided_at_its_end(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    line = stage.popup.window.source.line
    line.show_text("the first of many words " * 20, rtl=False)
    pictures = []
    for side in (Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight):
        QApplication.setLayoutDirection(side)  # whose direction a painter begins with
        pictures.append(line.grab().toImage().copy(0, 0, line.width() - 40, line.height()))  # without the chevron

    assert pictures[0] == pictures[1]


@pytest.mark.parametrize("side", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize(("text", "rtl"), [("hello", False), ("سلام", True)])
async def test_an_unfolded_source_begins_at_the_margin_on_its_own_side(
    stages: Callable[..., Stage], side: Qt.LayoutDirection, text: str, rtl: bool
) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage, text)
    source = stage.popup.window.source
    source.setLayoutDirection(side)
    source.fold(folded=False)
    await settle()
    editor = source.editor
    editor.moveCursor(QTextCursor.MoveOperation.Start)
    begins = editor.viewport().mapTo(source, editor.cursorRect().center()).x()
    fold = source.findChild(QWidget, "popupFoldButton")

    assert begins == pytest.approx(source.width() - MARGIN if rtl else MARGIN, abs=4)
    assert fold is not None
    beside = fold.mapTo(source, fold.rect().topLeft()).x()
    assert beside == (8 if rtl else source.width() - 8 - fold.width())


async def test_the_line_runs_as_its_own_first_letter_does(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage, "the first of few words")
    source = stage.popup.window.source
    pictures = []
    for rtl in (False, True):
        source.editor.typesetting.set_language("Latn", rtl=rtl)
        source.follow_language()
        pictures.append(source.line.grab().toImage())

    assert pictures[0] == pictures[1]


async def test_where_it_is_narrow_its_buttons_are_icons_and_its_tools_have_a_line_of_their_own(
    stages: Callable[..., Stage], theme: Theme, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(popup_window, "room_for", lambda _window: QSize(344, 600))
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window = stage.popup.window
    header, copy = window.header, window.footer.copy
    hint = copy.toolTip()

    theme.choose("light", 200)
    window.fitting.pull()
    for width, words in ((344, ""), (840, "Copy")):
        window.stand_at(Area(0, 0, width, window.height_for_text(width)))
        await settle()
        await settle()
        is_below = header.pin.geometry().top() >= header.source.geometry().bottom()
        assert (copy.text(), copy.accessibleName(), copy.toolTip()) == (words, "Copy", hint)
        assert is_below == (width == 344)
