"""The popup is as high as its text, beside the pointer, or as and where the user has put it."""

import asyncio
from collections.abc import Callable

import pytest
from PySide6.QtGui import QCursor

from tests.fakes.translator import completed
from tests.support.waiting import settle, until
from tests.ui.popup.stage import Stage, open_with, tag
from translator.session import PopupSession
from translator.surroundings.copied import OwnerHangs
from translator.surroundings.summons import Summons
from translator.translation.request import (
    Began,
)
from translator.ui.look.theme import Theme
from translator.ui.popup.fitting import HIGHEST, WIDTH, work_area


async def test_it_is_as_wide_as_designed_and_as_high_as_its_text(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo. " * 60))
    await open_with(stage)
    window = stage.popup.window
    assert window.area().width == WIDTH
    low = window.area().height

    stage.desk.show_text("hello you", takes_focus=True)
    await until(lambda: stage.popup.translating.translation.text.count("Hallo") == 60)
    await until(lambda: window.area().height > low + 100)
    assert window.target.target.verticalScrollBar().maximum() == 0, "nothing scrolls that need not"


async def test_it_gets_no_higher_than_designed_and_scrolls(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo du. " * 400))
    await open_with(stage)
    window = stage.popup.window
    await until(lambda: window.target.target.verticalScrollBar().maximum() > 0)

    assert window.area().height == HIGHEST


async def test_it_becomes_no_lower_while_a_translation_is_on_its_way(stages: Callable[..., Stage]) -> None:
    gate = asyncio.Event()
    stage = stages(completed("Hallo. " * 60), [Began([(0, 5)]), gate, *completed("Hola")])
    stage.languages.choose_target(tag("es"))
    stage.languages.choose_target(tag("de"))
    await open_with(stage)
    window = stage.popup.window
    await until(lambda: window.area().height > 250)
    high = window.area().height

    stage.popup.languages.step(1)
    stage.popup.presenter.translate()
    await settle()
    assert window.area().height == high
    gate.set()
    await until(lambda: window.area().height < high)


async def test_the_size_that_the_user_gives_it_is_the_next_popups_too(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du. " * 400))
    await open_with(stage)
    window = stage.popup.window
    window.fitting.pull()
    window.resize(window.width() + 60, window.height() + 20)
    size = (window.sheet.width(), window.sheet.height())
    assert stage.kept[-1] == PopupSession(size)

    stage.popup.presenter.dismiss()
    await open_with(stage, "hello you")
    await until(lambda: window.target.target.verticalScrollBar().maximum() > 0)
    assert (window.area().width, window.area().height) == size


async def test_it_comes_back_as_it_was(stages: Callable[..., Stage]) -> None:
    before = PopupSession((500, 300), is_pinned=True, target="es")
    stage = stages(completed("Hola du. " * 400), before=before)
    assert stage.desk.session() == before
    await open_with(stage)

    assert stage.popup.window.area().width == 500
    assert stage.popup.window.is_pinned
    assert stage.translator.requests[0].target == tag("es")
    assert stage.desk.session() == before


@pytest.mark.parametrize("before", [PopupSession((0, 300)), PopupSession((400,)), PopupSession(target="no tag!")])
async def test_what_makes_no_sense_any_more_is_left_out(stages: Callable[..., Stage], before: PopupSession) -> None:
    stage = stages(completed("Hallo"), before=before)
    await open_with(stage)

    assert stage.popup.window.area().width == WIDTH
    assert stage.translator.requests[0].target == tag("de")


async def test_pinned_it_stays_where_it_is_when_another_text_comes(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"), completed("Hallo du"), completed("Hallo"))
    await open_with(stage)
    window = stage.popup.window
    window.header.pin.click()
    assert stage.kept[-1].is_pinned
    place = window.area()

    QCursor.setPos(300, 200)
    stage.desk.show_text("hello you", takes_focus=False)
    await settle()
    assert (window.area().left, window.area().top) == (place.left, place.top)

    window.header.pin.click()
    stage.desk.show_text("hello", takes_focus=False)
    await settle()
    assert (window.area().left, window.area().top) != (place.left, place.top)


async def test_with_large_text_it_is_not_squeezed_between_the_pointer_and_the_edge(
    stages: Callable[..., Stage], theme: Theme
) -> None:
    theme.choose("light", 200)
    stage = stages(completed("Hallo. " * 200))
    middle = work_area(QCursor.pos())
    QCursor.setPos(middle.left + middle.width // 2, middle.top + middle.height // 2)
    stage.desk.show_text("hello", takes_focus=False)
    await settle()

    assert stage.popup.window.area().height > middle.height // 2
    stage.popup.presenter.close()


async def test_what_was_waited_for_comes_up_where_that_was_said(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    QCursor.setPos(20, 20)
    stage.desk.show_reading()
    place = stage.popup.window.area()
    QCursor.setPos(300, 200)
    stage.desk.show_text("hello", takes_focus=True)

    assert (stage.popup.window.area().left, stage.popup.window.area().top) == (place.left, place.top)


async def test_dragged_it_grows_from_where_it_was_put(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo. " * 60))
    await open_with(stage)
    window = stage.popup.window
    window.fitting.drag()
    window.move(window.x() + 50, window.y() + 30)
    place = window.area()
    window.fitting.hold_height(held=False)
    await until(lambda: not window.fitting._soon.isActive())

    assert (window.area().left, window.area().top) == (place.left, place.top)


async def test_a_notice_makes_room_for_itself(stages: Callable[..., Stage]) -> None:
    stage = stages(completed("Hallo"))
    await open_with(stage)
    window = stage.popup.window
    before = window.area().height
    stage.desk.show_problem(OwnerHangs(), Summons.CLIPBOARD, lambda: None)
    await until(lambda: window.area().height > before)

    window.target.notice._close.click()
    await until(lambda: window.area().height < before + 20)
