"""What a rest does while one types, and what it leaves."""

import pytest

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from translator.translation.request import (
    Translation,
)
from translator.ui.translate.rests import Rests
from translator.ui.translate.typing_rest import TYPED_LIMIT


async def test_a_rest_counts_the_text_and_looks_at_its_language() -> None:
    room = Room(rests=Rests(count=0, translate=3600))

    room.screen.type("hola a todos")
    await settle()

    assert room.screen.counts[0] == 12
    assert room.screen.counts[1] > 0
    assert room.screen.languages == ("es", "de")
    await room.close()


async def test_while_typing_a_rest_translates() -> None:
    room = Room(completed("Hallo"))
    room.presenter.rest.translates = True

    room.screen.type("hello")
    await settle()

    assert room.screen.target == "Hallo"


async def test_of_quick_edits_only_the_last_is_translated() -> None:
    room = Room(completed("Hallo"))
    room.presenter.rest.translates = True

    for text in ("h", "he", "hello"):
        room.screen.type(text)
    await settle()

    assert [request.text for request in room.translator.requests] == ["hello"]


async def test_an_edit_begins_the_rest_anew() -> None:
    room = Room(rests=Rests(count=0, translate=3600))
    room.presenter.rest.translates = True

    room.screen.type("hello")
    await settle()
    room.screen.type("hello again")
    await settle()

    assert room.screen.counts[0] == len("hello again")
    assert room.translator.requests == []
    await room.close()


@pytest.mark.parametrize(
    ("text", "composing", "wanted"),
    [
        ("hello", False, False),
        ("hello", True, True),
        ("x" * TYPED_LIMIT, False, True),
        (" \n", False, True),
    ],
    ids=["switched off", "composing", "long", "blank"],
)
async def test_a_rest_does_not_translate(text: str, composing: bool, wanted: bool) -> None:
    room = Room()
    room.presenter.rest.translates = wanted
    room.screen.composing = composing

    room.screen.type(text)
    await settle()

    assert room.translator.requests == []


async def test_just_below_the_limit_a_rest_translates() -> None:
    room = Room(completed("Hallo"))
    room.presenter.rest.translates = True

    room.screen.type("x" * (TYPED_LIMIT - 1))
    await settle()

    assert len(room.translator.requests) == 1


async def test_asking_is_not_held_up_by_the_rest_and_is_not_repeated_by_it() -> None:
    room = Room(completed("Hallo"))
    room.presenter.rest.translates = True
    room.screen.type("hello")

    room.presenter.translate()
    await settle()

    assert len(room.translator.requests) == 1


async def test_an_emptied_source_empties_the_target() -> None:
    room = Room(completed("Hallo"))
    await room.translate("hello")

    room.screen.type("")
    await settle()

    assert room.screen.target == ""
    assert room.screen.meta == ""
    assert room.presenter.translation == Translation("")


async def test_the_language_is_looked_at_again_once_there_is_a_detector() -> None:
    room = Room()
    room.screen.source = "hola"

    room.presenter.look_again()

    assert room.screen.languages == ("es", "de")
