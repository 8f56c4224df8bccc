"""How the translation comes onto the clipboard, or in the place of what was selected."""

import asyncio

import pytest

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.popup.corner import Corner
from tests.ui.popup.stage import tag
from translator.language.tag import LanguagePair
from translator.surroundings.copied import CannotReplace, ClipboardNotRestored
from translator.surroundings.obstacles import Obstacle
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import (
    Began,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    Translation,
)
from translator.ui.popup.delivery import TICK

BLOCK = FinishedBlock(0, "hello", "Hallo")
FINDING = Finding(Check.NUMBERS, Severity.ERROR, None, (0, 5))
DOUBTFUL = FinishedBlock(0, "hello", "Hallo", findings=(FINDING,))
CUT = [TextAdded("Hal", 0), Incomplete(IncompleteReason.CUT, Translation("Hal"))]


def run_of(block: FinishedBlock, *before: asyncio.Event) -> list:
    done = Completed(Translation(block.target, finished=(block,)))
    return [Began([(0, 5)]), TextAdded("Hal", 0), *before, TextAdded("lo", 0), done]


async def replace_once_asked(corner: Corner, translation: str) -> None:
    """Ask for what is selected to be replaced; it is, by this, when that has been asked for once more."""
    corner.delivery.replace()
    await settle()
    assert corner.front.replaced == []
    assert corner.screen.notice.buttons == ["replaceAnywayButton", "retryButton"]

    corner.screen.notice.press("replaceAnywayButton")
    await settle()
    assert corner.front.replaced == [translation]


# Copying


async def test_who_copies_can_paste_at_once_and_sees_for_a_moment_that_it_was_copied() -> None:
    corner = Corner(run_of(BLOCK))
    await corner.show("hello")
    corner.delivery.copy()
    await settle()

    assert corner.clipboard.content == "Hallo"
    assert (corner.front.returns, corner.screen.copied, corner.screen.is_open) == (1, True, True)
    assert corner.teaching.accepted == [("hello", "Hallo")]
    assert corner.teaching.languages == LanguagePair(tag("en-US"), tag("de"))

    corner.presenter.leave()  # as the program in front has the keyboard
    assert corner.screen.is_open
    await corner.time.go_on(TICK)
    assert (corner.screen.is_open, corner.screen.copied, corner.front.returns) == (False, False, 1)
    await corner.close()


async def test_pinned_it_stays_when_it_has_copied_and_keeps_the_keyboard() -> None:
    corner = Corner(run_of(BLOCK))
    await corner.show("hello")
    corner.screen.is_pinned = True
    corner.delivery.copy()
    await settle()
    assert (corner.screen.copied, corner.front.returns) == (True, 0)

    await corner.time.go_on(TICK)
    assert (corner.screen.copied, corner.screen.is_open) == (False, True)
    await corner.close()


async def test_who_comes_back_after_copying_keeps_it_open() -> None:
    corner = Corner(run_of(BLOCK))
    await corner.show("hello")
    corner.delivery.copy()
    await settle()
    corner.presenter.come_back()
    await settle()

    assert (corner.screen.copied, corner.screen.is_open) == (False, True)
    await corner.time.go_on(TICK)
    assert corner.screen.is_open
    await corner.close()


async def test_a_text_that_comes_after_copying_stays() -> None:
    corner = Corner(run_of(BLOCK), completed("Zweite"))
    await corner.show("hello")
    corner.delivery.copy()
    await settle()
    await corner.show("hello you")
    await corner.time.go_on(TICK)

    assert (corner.screen.is_open, corner.screen.target, corner.screen.copied) == (True, "Zweite", False)
    await corner.close()


async def test_copied_in_a_pinned_popup_is_said_of_that_text_only() -> None:
    corner = Corner(run_of(BLOCK), completed("Zweite"))
    await corner.show("hello")
    corner.screen.is_pinned = True
    corner.delivery.copy()
    await settle()
    await corner.show("hello you")

    assert not corner.screen.copied
    await corner.close()


async def test_with_nothing_there_nothing_is_copied() -> None:
    corner = Corner([Failed(ConnectionLost("Box"))])
    await corner.show("hello")
    corner.delivery.copy()
    corner.delivery.replace()
    await settle()

    assert (corner.clipboard.content, corner.front.replaced, corner.screen.is_open) == ("", [], True)
    assert not corner.screen.deliverable, "no button offers what would do nothing"
    await corner.close()


async def test_after_a_failure_what_is_asked_for_once_more_can_be_copied() -> None:
    gate = asyncio.Event()
    corner = Corner([Failed(ConnectionLost("Box"))], run_of(BLOCK, gate))
    await corner.show("hello")
    corner.translating.go_on()
    await settle()
    assert corner.screen.deliverable

    gate.set()
    await settle()
    assert (corner.screen.target, corner.screen.deliverable) == ("Hallo", True)
    await corner.close()


async def test_a_text_that_needs_no_translation_gives_nothing_to_copy() -> None:
    corner = Corner()
    corner.window_languages.system = corner.window_languages.target = tag("en")
    await corner.show("hello")

    assert corner.screen.notice.sentence.startswith("The text is already in ")
    assert (corner.translator.requests, corner.screen.deliverable) == ([], False)
    await corner.close()


async def test_asked_for_early_it_is_copied_when_all_of_it_is_there() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(BLOCK, gate))
    await corner.show("hello")
    corner.delivery.copy()
    await settle()
    assert (corner.screen.copying, corner.clipboard.content) == (True, "")

    gate.set()
    await settle()
    assert (corner.screen.copying, corner.clipboard.content) == (False, "Hallo")
    assert corner.front.returns == 1
    await corner.close()


async def test_asked_for_twice_while_it_is_on_its_way_it_is_not_copied() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(BLOCK, gate))
    await corner.show("hello")
    corner.delivery.copy()
    corner.delivery.copy()
    gate.set()
    await settle()

    assert (corner.screen.copying, corner.clipboard.content) == (False, "")
    await corner.close()


async def test_asked_for_early_it_stays_open_where_something_is_wrong_with_it() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(DOUBTFUL, gate))
    await corner.show("hello")
    corner.delivery.copy()
    gate.set()
    await settle()

    assert (corner.clipboard.content, corner.front.returns) == ("Hallo", 0)
    await corner.time.go_on(TICK)
    assert corner.screen.is_open
    await corner.close()


async def test_asked_for_early_what_breaks_off_is_not_copied() -> None:
    gate = asyncio.Event()
    corner = Corner([TextAdded("Hal", 0), gate, CUT[1]])
    await corner.show("hello")
    corner.delivery.copy()
    gate.set()
    await settle()

    assert (corner.screen.copying, corner.clipboard.content) == (False, "")
    assert corner.screen.notice is not None
    corner.delivery.copy()
    assert corner.clipboard.content == "Hal", "but where the user asks for it, it is"
    await corner.close()


# Replacing


async def test_it_takes_the_place_of_what_was_selected_and_the_popup_goes() -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.gate = asyncio.Event()
    await corner.show("hello")
    corner.delivery.replace()
    await settle()
    assert not corner.screen.is_open, "it would lie over the place"

    corner.front.gate.set()
    await settle()
    assert corner.front.replaced == ["Hallo"]
    assert (corner.screen.source, corner.teaching.accepted) == ("", [("hello", "Hallo")])
    await corner.close()


async def test_pinned_it_stays_when_it_has_replaced() -> None:
    corner = Corner(run_of(BLOCK))
    await corner.show("hello")
    corner.screen.is_pinned = True
    corner.delivery.replace()
    await settle()

    assert (corner.front.replaced, corner.screen.is_open, corner.screen.target) == (["Hallo"], True, "Hallo")
    await corner.close()


async def test_asked_for_again_while_it_is_put_in_its_place_it_comes_there_once() -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.gate = asyncio.Event()
    await corner.show("hello")
    corner.screen.is_pinned = True
    corner.delivery.replace()
    await settle()
    corner.delivery.replace()
    corner.front.gate.set()
    await settle()

    assert (corner.front.attempts, corner.front.replaced) == (1, ["Hallo"])
    await corner.close()


async def test_what_could_not_be_replaced_is_still_there_to_be_copied() -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.fault = CannotReplace()
    await corner.show("hello")
    corner.delivery.replace()
    await settle()

    assert (corner.screen.opened[-1], corner.screen.target) == (True, "Hallo")
    assert corner.screen.notice.severity == "error"
    corner.screen.notice.press("copyInsteadButton")
    assert corner.clipboard.content == "Hallo"
    await corner.close()


async def test_where_the_clipboard_could_not_be_given_back_the_user_is_told() -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.fault = ClipboardNotRestored()
    await corner.show("hello")
    corner.delivery.replace()
    await settle()

    assert corner.screen.is_open
    assert corner.screen.opened[-1] is False, "the user is at work where the translation was put"
    assert "could not be put back" in corner.screen.notice.sentence
    await corner.close()


async def test_a_text_that_comes_while_another_is_put_in_its_place_stays() -> None:
    corner = Corner(run_of(BLOCK), completed("Zweite"))
    corner.front.gate = asyncio.Event()
    corner.front.fault = CannotReplace()
    await corner.show("hello")
    corner.delivery.replace()
    await settle()
    await corner.show("hello you")
    corner.front.gate.set()
    await settle()

    assert (corner.screen.is_open, corner.screen.target, corner.screen.notice) == (True, "Zweite", None)
    await corner.close()


async def test_the_end_waits_for_what_is_being_put_in_its_place() -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.gate = asyncio.Event()
    await corner.show("hello")
    corner.delivery.replace()
    await settle()
    asyncio.get_running_loop().call_soon(corner.front.gate.set)
    await corner.close()

    assert corner.front.replaced == ["Hallo"]


@pytest.mark.parametrize("obstacle", Obstacle)
async def test_where_nothing_can_be_replaced_it_is_copied_and_said_why(obstacle: Obstacle) -> None:
    corner = Corner(run_of(BLOCK))
    corner.front.obstacle = obstacle
    await corner.show("hello")
    assert corner.screen.obstacle

    corner.delivery.replace()
    await settle()
    assert corner.clipboard.content == "Hallo"
    assert corner.screen.notice.sentence == f"Copied. {corner.screen.obstacle}"
    await corner.time.go_on(TICK)
    assert corner.screen.is_open, "there is something to read"
    await corner.close()


async def test_asked_for_early_it_is_replaced_when_all_of_it_is_there() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(BLOCK, gate))
    await corner.show("hello")
    corner.delivery.replace()
    assert corner.screen.replacing
    gate.set()
    await settle()

    assert (corner.front.replaced, corner.screen.replacing) == (["Hallo"], False)
    await corner.close()


async def test_asked_for_early_where_nothing_can_be_replaced_it_is_copied() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(BLOCK, gate))
    corner.front.obstacle = Obstacle.WAYLAND
    await corner.show("hello")
    corner.delivery.replace()
    gate.set()
    await settle()

    assert (corner.clipboard.content, corner.front.replaced) == ("Hallo", [])
    await corner.close()


async def test_asked_for_early_what_something_is_wrong_with_replaces_nothing() -> None:
    gate = asyncio.Event()
    corner = Corner(run_of(DOUBTFUL, gate))
    await corner.show("hello")
    corner.delivery.replace()
    gate.set()
    await settle()
    assert (corner.front.replaced, corner.screen.is_open) == ([], True)

    corner.delivery.replace()
    await settle()
    assert corner.front.replaced == ["Hallo"], "once the user has seen it, it does"
    await corner.close()


async def test_before_part_of_a_translation_replaces_all_of_a_text_the_user_is_asked() -> None:
    corner = Corner(CUT)
    await corner.show("hello")
    await replace_once_asked(corner, "Hal")
    await corner.close()


async def test_what_is_missing_can_be_translated_before_it_replaces() -> None:
    corner = Corner(CUT, run_of(BLOCK))
    await corner.show("hello")
    corner.delivery.replace()
    corner.screen.notice.press("retryButton")
    await settle()

    assert (corner.screen.target, corner.front.replaced) == ("Hallo", [])
    await corner.close()


# Of an earlier text


async def test_what_is_copied_of_an_earlier_text_is_said_to_be_and_the_popup_stays() -> None:
    corner = Corner(run_of(BLOCK), completed("Hallo du"))
    await corner.show("hello")
    corner.screen.type("hello you")
    corner.delivery.copy()
    await settle()

    assert (corner.clipboard.content, corner.front.returns) == ("Hallo", 0)
    assert corner.screen.notice.sentence == "Copied. At least part of this translates an earlier text."
    await corner.time.go_on(TICK)
    assert corner.screen.is_open, "there is something to read"
    corner.screen.notice.press("retryButton")
    await settle()
    assert corner.screen.target == "Hallo du"
    await corner.close()


async def test_before_the_translation_of_an_earlier_text_replaces_another_the_user_is_asked() -> None:
    corner = Corner(run_of(BLOCK))
    await corner.show("hello")
    corner.screen.type("hello you")
    await replace_once_asked(corner, "Hallo")
    await corner.close()
