"""What the popup shows is found in the window, with its translation, or gone on with there."""

import asyncio

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.popup.corner import Corner
from tests.ui.popup.stage import tag
from translator.language.tag import LanguagePair
from translator.translation.errors.connections import Unreachable
from translator.translation.request import (
    Began,
    Completed,
    Failed,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
)


def waiting_at(gate: asyncio.Event) -> list:
    return [Began([(0, 5)]), TextAdded("Hal", 0), gate, Completed(Translation("Hallo"))]


async def test_a_translation_is_handed_over_to_the_window() -> None:
    corner = Corner(completed("Hallo"))
    await corner.show("hello")
    corner.presenter.to_window.open()

    text, translation, languages, goes_on = corner.window.reopened[0]
    assert (text, translation.text, goes_on) == ("hello", "Hallo", False)
    assert languages == LanguagePair(tag("en-US"), tag("de"))
    assert (corner.screen.is_open, corner.front.returns) == (False, 0)
    await corner.close()


async def test_what_is_on_its_way_is_gone_on_with_in_the_window() -> None:
    corner = Corner(waiting_at(asyncio.Event()))
    await corner.show("hello")
    corner.presenter.to_window.open()

    text, translation, _, goes_on = corner.window.reopened[0]
    assert (text, translation.text, goes_on) == ("hello", "Hal", True)
    await corner.close()


async def test_what_broke_off_is_gone_on_with_in_the_window() -> None:
    corner = Corner([TextAdded("Hal", 0), Incomplete(IncompleteReason.CUT, Translation("Hal"))])
    await corner.show("hello")
    corner.presenter.to_window.open()

    assert corner.window.reopened[0][3]
    await corner.close()


async def test_the_translation_of_an_earlier_text_is_neither_delivered_nor_handed_over_to_the_window() -> None:
    corner = Corner(completed("Hallo"), [Failed(Unreachable("Box"))])
    await corner.show("hello")
    corner.screen.type("hello you")
    corner.presenter.translate()
    await settle()
    assert (corner.screen.target, corner.screen.stale) == ("Hallo", [(0, 5)])
    corner.delivery.copy()
    assert corner.clipboard.content != "Hallo"
    corner.presenter.to_window.open()

    text, translation, _, goes_on = corner.window.reopened[0]
    assert (text, translation.text, goes_on) == ("hello you", "", True)
    await corner.close()


async def test_what_must_be_done_in_the_window_first_finds_the_text_there() -> None:
    corner = Corner([TextAdded("Hal", 0), Incomplete(IncompleteReason.CUT, Translation("Hal"))])
    await corner.show("hello")
    corner.presenter.to_window.make_way()

    text, translation, _, goes_on = corner.window.reopened[0]
    assert (text, translation.text, goes_on) == ("hello", "Hal", False)
    assert not corner.screen.is_open
    await corner.close()


async def test_pinned_it_keeps_its_text_while_something_is_done_in_the_window() -> None:
    corner = Corner(completed("Hallo"))
    corner.screen.is_pinned = True
    await corner.show("hello")
    corner.presenter.to_window.make_way()

    assert (corner.screen.source, corner.screen.is_open, corner.window.reopened) == ("hello", True, [])
    await corner.close()


async def test_without_a_text_nothing_in_the_window_is_replaced() -> None:
    corner = Corner()
    await corner.show("   ")
    corner.presenter.to_window.make_way()

    assert (corner.screen.is_open, corner.window.reopened) == (False, [])
    await corner.close()
