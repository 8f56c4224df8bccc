"""What the target still says of an earlier text is to be read, marked as such, and is no translation of the new one."""

import asyncio
from collections.abc import Sequence

import pytest

from tests.fakes.screen import Said
from tests.fakes.translator import Step, completed
from tests.support.waiting import settle
from tests.ui.translate.room import Room, tag
from translator.text.difference import TextEdit
from translator.translation.errors.connections import ConnectionLost, Unreachable
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
from translator.ui.translate.editing.hand_editing import HandEditing

OLD, NEW = "hello one\nhello two", "hello 1, Greg\nhello 2, Hugo"
SPANS = [(0, 13), (14, 27)]
ONE, TWO = FinishedBlock(0, "hello one", "Hallo eins"), FinishedBlock(1, "hello two", "Hallo zwei")
WHOLE: Sequence[Step] = [Completed(Translation("Hallo eins\nHallo zwei", finished=(ONE, TWO)))]
STALE = [(0, 10), (11, 21)]
FIRST_NEW: Sequence[Step] = [Began(SPANS), TextAdded("Hallo 1, Gr", 0)]


def notice(room: Room) -> Said:
    assert room.screen.notice is not None
    return room.screen.notice


async def translated_again(*steps: Step, text: str = NEW, more: Sequence[Sequence[Step]] = ()) -> Room:
    """Return a room in which a text was translated, and then another with these steps."""
    room = Room(WHOLE, steps, *more)
    await room.translate(OLD)
    await room.translate(text)
    return room


async def test_where_nothing_of_the_new_text_came_a_stop_says_so_and_all_is_marked() -> None:
    room = await translated_again(asyncio.Event(), more=[completed("Neu")])
    room.presenter.stop()

    assert room.screen.target == "Hallo eins\nHallo zwei"
    assert (room.screen.stale, room.screen.gaps, room.screen.broken_off) == (STALE, [], False)
    assert room.screen.marked == SPANS
    assert room.screen.status == ("Stopped", "idle")
    assert notice(room).sentence == "Stopped. The text has changed. Translate again."
    assert notice(room).buttons == ["retryButton"]
    notice(room).press("retryButton")
    assert room.done == ["retry"]

    room.presenter.translate()
    assert (room.screen.stale, room.screen.marked) == ([], [])
    await settle()
    assert room.screen.target == "Neu"


async def test_a_service_that_fails_at_once_has_translated_nothing() -> None:
    room = await translated_again(Failed(Unreachable("Box")))

    assert room.screen.status == ("Not translated", "error")
    assert "kept" not in notice(room).sentence
    assert "keepPartialButton" not in notice(room).buttons
    assert (room.screen.stale, room.screen.gaps, room.screen.marked) == (STALE, [], SPANS)


async def test_a_model_that_refuses_offers_no_part_to_keep() -> None:
    room = await translated_again(Incomplete(IncompleteReason.REFUSED, Translation("")))

    assert room.screen.status == ("Incomplete", "warning")
    assert "keepPartialButton" not in notice(room).buttons
    assert room.screen.stale == STALE


async def test_what_came_of_the_new_text_is_a_part_and_what_stands_behind_it_is_marked() -> None:
    error = ConnectionLost("Box")
    part = Incomplete(IncompleteReason.CUT, Translation("Hallo 1, Gr"), error)
    room = Room(WHOLE, [*FIRST_NEW, part])
    endings = []
    room.presenter.listen(lambda _request, ending: endings.append(ending))
    await room.translate(OLD)
    await room.translate(NEW)

    assert room.screen.target == "Hallo 1, Gr\nHallo zwei"
    assert (room.screen.stale, room.screen.gaps, room.screen.broken_off) == ([(12, 22)], [11], True)
    assert room.screen.marked == SPANS
    assert endings[1].translation.text == room.presenter.shown.own_translation.text == "Hallo 1, Gr"
    assert notice(room).buttons[:2] == ["continueButton", "retryButton"]


async def test_a_paragraph_between_that_is_stale_leaves_its_place_empty_in_what_is_translated() -> None:
    three = FinishedBlock(2, "hello three", "Hallo drei")
    whole = Translation("Hallo eins\nHallo zwei\nHallo drei", finished=(ONE, TWO, three))
    part = Translation("Hallo eins\n\nHallo drei", finished=(ONE, three))
    room = Room(
        [Completed(whole)], [Began([], known=[ONE, three]), Incomplete(IncompleteReason.BLOCKS_MISSING, part)]
    )  # fmt: skip
    await room.translate(f"{OLD}\nhello three")
    await room.translate("hello one\nhello 2, Hugo\nhello three")

    assert room.screen.target == "Hallo eins\nHallo zwei\nHallo drei"
    assert room.presenter.shown.own_translation.text == "Hallo eins\n\nHallo drei"
    assert (room.screen.stale, room.screen.gaps, room.screen.marked) == ([(11, 21)], [], [(10, 23)])


async def test_it_stays_stale_through_another_failure_and_where_the_old_text_comes_back() -> None:
    room = await translated_again(Failed(Unreachable("Box")), more=[[Failed(Unreachable("Box"))]] * 2)
    await room.translate(NEW)
    assert room.screen.stale == STALE
    await room.translate(OLD)

    assert (room.screen.stale, room.presenter.shown.own_translation.text) == (STALE, "")


@pytest.mark.parametrize("steps", [[asyncio.Event()], [Failed(Unreachable("Box"))]])
async def test_a_swap_neither_takes_it_for_the_source_nor_sends_it(steps: list[Step]) -> None:
    room = await translated_again(*steps)
    room.presenter.stop()
    assert room.presenter.is_outdated

    room.editing.swap()
    await settle()

    assert (room.screen.source, room.screen.target) == (NEW, "")
    assert len(room.translator.requests) == 2
    room.editing.undo()
    assert (room.screen.target, room.screen.stale, room.screen.marked) == ("Hallo eins\nHallo zwei", STALE, SPANS)
    await room.close()


async def test_the_users_own_words_in_its_place_are_a_translation() -> None:
    room = await translated_again(Failed(Unreachable("Box")))
    pencil = HandEditing(room.screen, room.presenter, sleep=room.time.clock.sleep)
    pencil.toggle()
    pencil.follow_edit(TextEdit(0, 10, "Hallo 1, Greg"))

    assert room.screen.stale == [(14, 24)]
    assert room.presenter.shown.own_translation.text == "Hallo 1, Greg"
    await pencil.close()
    await room.close()


async def test_another_screen_of_the_same_text_shows_it_as_stale_too() -> None:
    room = await translated_again(Failed(Unreachable("Box")))
    other = Room()
    other.screen.source = NEW
    other.presenter.take_over(room.presenter.hand_over())

    assert (other.screen.target, other.screen.stale, other.screen.marked) == ("Hallo eins\nHallo zwei", STALE, SPANS)
    assert other.presenter.is_outdated


async def test_another_screen_links_a_text_that_was_edited_since_where_it_is_now() -> None:
    room = Room(WHOLE)
    await room.translate(OLD)
    room.screen.type(f"Well, well: {OLD}")
    other = Room()
    other.screen.source = room.screen.source
    other.presenter.take_over(room.presenter.hand_over())
    other.presenter.linked.point_at("target", 15)

    assert other.screen.lit == (len("Well, well: hello one\n"), len(other.screen.source))
    await room.close()


# Where another text took the place of the source


async def test_nothing_to_translate_is_said_and_what_stands_there_is_marked() -> None:
    room = Room(WHOLE)
    await room.translate(OLD)
    room.screen.type("  \n")
    assert room.screen.stale == []

    room.presenter.translate()

    assert room.screen.status == ("There is no text to translate yet.", "idle")
    assert room.screen.stale == STALE
    await room.close()


async def test_a_text_that_is_in_the_target_language_already_leaves_the_other_marked() -> None:
    room = Room(completed("hello you"), system="en")
    room.languages.choose_target(tag("en"))
    await room.translate("hallo du")
    room.screen.type("hello me")
    room.presenter.translate()

    assert notice(room).sentence == "The text is already in English."
    assert room.screen.stale == [(0, 9)]
    await room.close()


async def test_a_text_that_is_pasted_marks_what_is_no_translation_of_it_until_it_is_translated() -> None:
    room = Room(WHOLE, [asyncio.Event()])
    await room.translate(OLD)
    room.clipboard.content = "hello two\nhola"
    room.incoming.paste()
    await settle()

    assert room.screen.status == ("Pasted", "idle")
    assert room.screen.stale == [(0, 10)], "the second paragraph is there still"
    room.screen.type("hello two\nhola!")
    assert room.screen.stale == [(0, 10)]
    room.presenter.translate()
    assert room.screen.stale == []
    await room.close()


async def test_a_file_opened_while_a_translation_streams_leaves_what_came_marked() -> None:
    room = Room([TextAdded("Hal", 0), asyncio.Event()])
    await room.translate("hello")
    room.editing.put("hola", "Opened t1.txt", room.editing.begin_step())

    assert (room.screen.target, room.screen.stale) == ("Hal", [(0, 3)])
    assert room.screen.status == ("Opened t1.txt", "idle")
    await room.close()


async def test_a_translation_that_nobody_knows_the_blocks_of_is_marked_whole() -> None:
    room = Room([Completed(Translation("Eine\nZwei\nDrei"))])
    await room.translate("hello")
    room.editing.put("hola", "Opened t1.txt", room.editing.begin_step())

    assert room.screen.stale == [(0, 14)]
    await room.close()


async def test_marks_go_where_the_text_comes_back() -> None:
    room = Room(WHOLE)
    await room.translate(OLD)
    room.editing.put("hola", "Pasted", room.editing.begin_step())
    assert room.screen.stale == STALE
    room.screen.type(OLD)

    assert room.screen.stale == []
    await room.close()


async def test_where_a_rest_translates_nothing_lights_up_between() -> None:
    room = Room(WHOLE, [asyncio.Event()])
    await room.translate(OLD)
    await room.translate(NEW)
    room.presenter.rest.translates = True
    room.screen.type("hello 1, Greg\nhello 2, Hugo!")
    assert room.screen.stale == []

    room.editing.put("hola", "Pasted", room.editing.begin_step())
    assert room.screen.stale == []
    await room.close()
