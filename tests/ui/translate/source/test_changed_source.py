"""A translation of a text that has changed since does not look like one of what is there now."""

import asyncio

from tests.fakes.translator import completed
from tests.support.waiting import settle
from tests.ui.translate.room import Room
from translator.translation.errors.connections import Unreachable
from translator.translation.request import Failed
from translator.ui.translate.source.changed_source import ChangedSource
from translator.ui.translate.typing_rest import TYPED_LIMIT

CHANGED = ("The text has changed. Translate again.", "idle")


class Watched(Room):
    """A room in which it is watched whether the translation is one of what is typed."""

    def _edited(self) -> None:
        super()._edited()
        if not self.editing.is_exchanging:
            self.watch.follow_edit()

    async def translated(self, text: str = "hello") -> "Watched":
        self.watch = ChangedSource(self.screen, self.presenter)
        await self.translate(text)
        return self


async def test_it_is_said_once_and_ready_again_where_the_edit_is_taken_back() -> None:
    room = await Watched(completed("Hallo")).translated()
    assert room.screen.status == ("Ready", "ready")
    said = len(room.screen.statuses)

    room.screen.type("hello ")
    assert len(room.screen.statuses) == said, "a blank is translated by nobody"
    for text in ("hello y", "hello yo", "hello you"):
        room.screen.type(text)
        assert room.screen.statuses[said:] == [CHANGED]

    room.screen.type("hello")
    assert room.screen.status == ("Ready", "ready")
    room.screen.type("hello!")
    assert room.screen.status == CHANGED
    await room.close()


async def test_a_new_translation_is_told_of_anew() -> None:
    room = await Watched(completed("Hallo"), completed("Hallo du")).translated()
    room.screen.type("hello you")
    await room.translate("hello you")
    assert room.screen.status == ("Ready", "ready")

    room.screen.type("hello")

    assert room.screen.status == CHANGED
    await room.close()


async def test_nothing_is_said_where_a_rest_translates_or_nothing_is_left_or_nothing_was_well() -> None:
    room = await Watched(completed("Hallo"), [Failed(Unreachable("Mock"))]).translated()
    room.presenter.rest.translates = True
    room.screen.type("hello you")
    assert room.screen.status == ("Ready", "ready")
    room.screen.type("hello " * TYPED_LIMIT)
    assert room.screen.status == CHANGED

    room.presenter.rest.translates = False
    room.screen.type("hello")
    room.screen.type("")
    assert room.screen.status == ("Ready", "ready")

    await room.translate("hello me")
    room.screen.type("hello")
    assert room.screen.status == ("Not translated", "error")
    await room.close()


async def test_what_takes_the_place_of_the_text_is_said_but_not_that_all_is_well() -> None:
    room = await Watched(completed("Hallo")).translated()
    room.clipboard.content = "hola"

    room.incoming.paste()
    await settle()

    assert room.screen.status == ("Pasted", "idle")
    room.screen.type("hola!")
    assert room.screen.status == CHANGED
    await room.close()


async def test_it_is_copied_all_the_same() -> None:
    room = await Watched(completed("Hallo")).translated()
    room.screen.type("hello you")

    room.outgoing.copy()
    await settle()

    assert (room.clipboard.content, room.screen.status) == ("Hallo", CHANGED)
    await room.close()


async def test_a_swap_neither_takes_it_for_the_source_nor_sends_it_and_is_undone_whole() -> None:
    room = await Watched(completed("Hallo")).translated()
    room.screen.type("hello you")
    pair = room.screen.languages

    room.editing.swap()
    await settle()
    assert (room.screen.source, room.screen.target) == ("hello you", "")
    assert (room.screen.languages, room.screen.status) == (pair[::-1], ("Swapped", "ready"))
    assert len(room.translator.requests) == 1

    room.editing.undo()
    assert (room.screen.source, room.screen.target, room.screen.languages) == ("hello you", "Hallo", pair)
    assert room.screen.status == ("Brought back", "idle")
    assert room.presenter.is_outdated
    assert room.presenter.translation.text == "Hallo"
    await room.close()


async def test_a_translation_on_its_way_is_of_what_is_typed() -> None:
    room = await Watched([asyncio.Event()]).translated()

    assert not room.presenter.is_outdated
    assert not room.presenter.is_settled
    await room.close()
