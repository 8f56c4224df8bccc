"""A translation that waits, breaks off or is stopped, and how one goes on with it."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes.engine import ScriptedEngine, reply
from tests.fakes.screen import Said
from tests.fakes.translator import FakeCurrentService, Step, completed
from tests.support.waiting import settle
from tests.ui.translate.room import NO_REST, Room, tag
from translator.settings import Service, Style
from translator.translation.errors.connections import ConnectionLost
from translator.translation.errors.limits import OverBudget
from translator.translation.ports import Finished, TextDelta
from translator.translation.request import (
    Began,
    BlockOrigin,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    Segment,
    TextAdded,
    Translation,
    Usage,
    Waiting,
)
from translator.translation.translate_text import TranslateText
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.rests import Rests

TEXT = "hello one\nhello two\nhello three"
SPANS = [(0, 9), (10, 19), (20, 31)]
ONE = FinishedBlock(0, "hello one", "Hallo eins")
PARTIAL = Translation("Hallo eins\nHallo zw", [Segment(0, 9, 0, 10)], finished=(ONE,), model="m-1")
CUT: Sequence[Step] = [
    Began(SPANS), TextAdded("Hallo eins", 0), TextAdded("\nHallo zw", 1, 1), Incomplete(IncompleteReason.CUT, PARTIAL),
]  # fmt: skip
REST: Sequence[Step] = [
    Began(SPANS, standing="Hallo eins", known=[ONE]), TextAdded("\nHallo zwei", 1, 1), TextAdded("\nHallo drei", 2, 1),
    Completed(Translation("Hallo eins\nHallo zwei\nHallo drei", model="m-1")),
]  # fmt: skip


def notice(room: Room) -> Said:
    assert room.screen.notice is not None
    return room.screen.notice


# Continue


async def test_what_broke_off_is_marked_on_both_sides_and_can_be_gone_on_with() -> None:
    room = Room(CUT)
    await room.translate(TEXT)

    assert notice(room).buttons == ["continueButton", "retryButton", "keepPartialButton"]
    assert [action.text for action in notice(room).actions] == ["Continue", "Translate again", "Keep partial text"]
    assert room.screen.gaps == [len("Hallo eins\nHallo zw")]
    assert room.screen.marked == [(10, 19), (20, 31)]


async def test_going_on_asks_for_the_rest_and_keeps_what_is_there() -> None:
    gate = asyncio.Event()
    room = Room(CUT, [REST[0], gate, *REST[1:]])
    await room.translate(TEXT)
    notice(room).press("continueButton")
    assert room.done == ["go_on"]

    room.screen.edits.clear()
    room.presenter.go_on()
    await settle()
    assert room.screen.target == room.presenter.translation.text == "Hallo eins\nHallo zw"
    assert room.screen.status == ("Translating the rest", "ready")
    assert (room.screen.notice, room.screen.marked, room.screen.broken_off) == (None, [], None)
    gate.set()
    await settle()

    assert [request.finished for request in room.translator.requests] == [(), (ONE,)]
    assert room.screen.target == room.presenter.translation.text == "Hallo eins\nHallo zwei\nHallo drei"
    assert room.screen.status == ("Ready", "ready")
    assert all(edit.position >= len("Hallo eins") for edit in room.screen.edits)


async def test_a_real_run_goes_on_where_it_broke_off() -> None:
    cut = [TextDelta("Hallo eins\nHallo zw"), Usage(requests=1), Finished(IncompleteReason.LENGTH)]
    engine = ScriptedEngine([cut, reply("Hallo zwei\nHallo drei")])
    room = Room()
    current = FakeCurrentService(TranslateText(engine))
    presenter = TranslatePresenter(room.screen, room.languages, current, room.endings, rests=NO_REST)
    room.screen.source = TEXT
    presenter.translate()
    await settle()
    assert room.screen.marked == [(10, 19), (20, 31)]

    presenter.go_on()
    await settle()

    assert list(engine.prompts[1].lines) == ["hello two", "hello three"]
    assert room.screen.target == presenter.translation.text == "Hallo eins\nHallo zwei\nHallo drei"
    assert room.screen.status == ("Ready", "ready")


@pytest.mark.parametrize("change", ["target", "service", "model", "style"])
async def test_where_something_else_is_asked_for_all_is_translated_anew(change: str) -> None:
    room = Room(CUT, completed("Neu"))
    await room.translate(TEXT)
    if change == "target":
        room.languages.choose_target(tag("fr"))
    elif change == "style":
        room.current.style = Style("formal")
    elif change == "model":
        room.current.service = replace(room.current.service, model="m-2")
    else:
        room.current.service = Service("box", "Box")

    room.presenter.go_on()
    await settle()

    assert room.translator.requests[1].finished == ()
    assert room.screen.target == "Neu"


async def test_what_is_there_is_not_asked_for_again_after_an_edit() -> None:
    gate = asyncio.Event()
    room = Room(CUT, [gate, *REST])
    await room.translate(TEXT)
    await room.translate("hello one\nhello two!\nhello three")

    assert room.translator.requests[1].finished == (ONE,)
    assert room.screen.target == "Hallo eins\nHallo zw"
    assert room.screen.status == ("Translating", "ready")
    gate.set()
    await settle()
    assert room.screen.target == "Hallo eins\nHallo zwei\nHallo drei"


async def test_translating_afresh_says_so_and_keeps_the_text_until_the_new_one_comes() -> None:
    gate = asyncio.Event()
    room = Room(CUT, [gate, *completed("Neu")])
    await room.translate(TEXT)
    room.presenter.translate_afresh()
    await settle()
    assert room.translator.requests[1].afresh
    assert room.screen.target == "Hallo eins\nHallo zw"

    gate.set()
    await settle()
    assert room.screen.target == room.presenter.translation.text == "Neu"


async def test_what_the_user_has_written_is_handed_on_to_whomever_is_asked() -> None:
    mine = replace(ONE, origin=BlockOrigin.USER)
    room = Room([*CUT[:3], Incomplete(IncompleteReason.CUT, replace(PARTIAL, finished=(mine,)))], completed("Neu"))
    await room.translate(TEXT)
    room.current.service = Service("box", "Box")
    room.presenter.translate()
    await settle()

    assert room.translator.requests[1].finished == (mine,)


async def test_what_had_come_of_a_translation_is_not_asked_for_again_when_another_takes_its_place() -> None:
    room = Room([*CUT[:3], asyncio.Event()], completed("Neu"))
    await room.translate(TEXT)
    room.presenter.translate()
    await settle()

    assert room.translator.requests[1].finished == (ONE,)


async def test_after_a_complete_translation_nothing_is_left_to_go_on_with() -> None:
    room = Room(CUT, REST, [asyncio.Event()])
    await room.translate(TEXT)
    for _ in range(2):
        room.presenter.go_on()
        await settle()

    assert room.screen.status == ("Translating", "ready")
    await room.close()


async def test_going_on_in_vain_keeps_the_text_and_offers_it_again() -> None:
    room = Room(CUT, [Began(SPANS, standing="Hallo eins", known=[ONE]), Failed(ConnectionLost("Box"))], REST)
    await room.translate(TEXT)
    room.presenter.go_on()
    await settle()

    assert room.screen.target == room.presenter.translation.text == PARTIAL.text
    assert room.screen.status == ("Incomplete", "warning")
    assert notice(room).buttons[0] == "continueButton"
    assert room.screen.marked == [(10, 19), (20, 31)]
    room.presenter.go_on()
    await settle()
    assert room.screen.target == "Hallo eins\nHallo zwei\nHallo drei"


async def test_where_the_engine_cannot_be_had_the_text_stays_as_well() -> None:
    room = Room(CUT)
    await room.translate(TEXT)
    room.current.failure = ConnectionLost("Box")
    room.presenter.go_on()
    await settle()

    assert room.screen.target == PARTIAL.text
    assert notice(room).buttons[0] == "continueButton"


async def test_a_first_block_that_was_cut_stays_until_its_translation_comes() -> None:
    gate = asyncio.Event()
    partial = Translation("Hal")
    room = Room([TextAdded("Hal", 0), Incomplete(IncompleteReason.CUT, partial)], [gate, *completed("Hallo")])
    await room.translate("hello")
    room.presenter.go_on()
    await settle()
    assert room.screen.target == "Hal"
    assert room.screen.status == ("Translating", "ready")

    gate.set()
    await settle()
    assert room.screen.target == "Hallo"


async def test_blocks_that_were_left_out_are_marked_where_they_belong() -> None:
    spans = [(0, 1), (2, 3), (4, 5)]
    segments = [Segment(0, 1, 0, 1), Segment(4, 5, 3, 4)]
    translation = Translation("A\n\nC", segments, finished=(FinishedBlock(0, "a", "A"), FinishedBlock(2, "c", "C")))
    room = Room([
        Began(spans), TextAdded("A", 0), TextAdded("\n\nC", 2, 2),
        Incomplete(IncompleteReason.BLOCKS_MISSING, translation),
    ])  # fmt: skip
    await room.translate("a\nb\nc")

    assert room.screen.gaps == [1]
    assert room.screen.marked == [(2, 3)]


async def test_where_every_block_is_there_nothing_is_left_to_go_on_with() -> None:
    whole = Translation("Hallo", finished=(FinishedBlock(0, "hello", "Hallo"),))
    room = Room([Began([(0, 5)]), TextAdded("Hallo", 0), Incomplete(IncompleteReason.CUT, whole)])
    await room.translate("hello")

    assert notice(room).buttons == ["retryButton", "keepPartialButton"]
    assert room.screen.gaps == []
    assert room.screen.broken_off is True


WHOLE: Sequence[Step] = [
    Began(SPANS), TextAdded("Hallo eins", 0), TextAdded("\nHallo zwei", 1, 1), TextAdded("\nHallo drei", 2, 1),
    Completed(Translation("Hallo eins\nHallo zwei\nHallo drei", model="m-1", finished=(
        ONE, FinishedBlock(1, "hello two", "Hallo zwei"), FinishedBlock(2, "hello three", "Hallo drei")))),
]  # fmt: skip
ANEW: Sequence[Step] = [Began(SPANS), TextAdded("Neu eins", 0), TextAdded("\nNeu zw", 1, 1)]


async def test_a_stop_while_all_is_translated_afresh_leaves_each_block_whole_the_new_or_the_old() -> None:
    room = Room(WHOLE, [*ANEW, asyncio.Event()])
    await room.translate(TEXT)
    room.presenter.translate_afresh()
    await settle()
    room.presenter.stop()
    await settle()

    assert room.screen.target == room.presenter.translation.text == "Neu eins\nHallo zwei\nHallo drei"
    assert (room.screen.broken_off, room.screen.marked) == (False, [])
    assert room.screen.status == ("Stopped", "idle")


async def test_a_fault_while_all_is_translated_afresh_takes_nothing_away_and_it_can_be_tried_again() -> None:
    made = Translation("Neu eins\nNeu zw", finished=(FinishedBlock(0, "hello one", "Neu eins"),))
    room = Room(WHOLE, [*ANEW, Incomplete(IncompleteReason.CUT, made, ConnectionLost("Box"))], WHOLE)
    await room.translate(TEXT)
    room.presenter.translate_afresh()
    await settle()

    assert room.screen.target == room.presenter.translation.text == "Neu eins\nHallo zwei\nHallo drei"
    assert room.screen.broken_off is False
    assert room.screen.status == ("Not translated", "error")
    room.presenter.translate()
    await settle()
    assert room.translator.requests[2].afresh
    assert room.screen.target == "Hallo eins\nHallo zwei\nHallo drei"


async def test_where_a_service_stops_writing_what_was_there_before_stands_and_no_mark() -> None:
    made = Translation("Neu eins\nNeu zw", finished=(FinishedBlock(0, "hello one", "Neu eins"),))
    room = Room(WHOLE, [*ANEW, Incomplete(IncompleteReason.LENGTH, made)])
    await room.translate(TEXT)
    room.presenter.translate_afresh()
    await settle()

    assert room.screen.target == "Neu eins\nHallo zwei\nHallo drei"
    assert room.screen.broken_off is False
    assert room.screen.status == ("Incomplete", "warning")


async def test_an_edit_takes_the_marks_of_the_source_away_where_a_rest_translates() -> None:
    room = Room(CUT, rests=Rests(0, translate=3600, say=0))
    await room.translate(TEXT)
    room.screen.type(TEXT + ".")
    assert room.screen.marked == [(10, 19), (20, 31)]

    room.presenter.rest.translates = True
    room.screen.type(TEXT + "!")
    assert room.screen.marked == []
    await room.close()


async def test_another_text_takes_the_marks_of_the_source_away() -> None:
    room = Room(CUT)
    await room.translate(TEXT)
    room.editing.put("hola", "Opened t1.txt", room.editing.begin_step())

    assert room.screen.marked == []
    await room.close()


# Stop


async def stopped_room(*more: Sequence[Step]) -> Room:
    room = Room([*CUT[:3], asyncio.Event()], *more)
    await room.translate(TEXT)
    room.presenter.stop()
    await settle()
    return room


async def test_what_was_stopped_offers_quietly_to_go_on() -> None:
    room = await stopped_room()

    assert notice(room).severity == "info"
    assert notice(room).sentence == "Stopped. The part already translated is kept."
    assert notice(room).buttons == ["continueButton", "retryButton"]
    assert room.screen.gaps == [len("Hallo eins\nHallo zw")]
    assert room.screen.marked == [(10, 19), (20, 31)]
    assert room.screen.status == ("Stopped", "idle")


async def test_what_was_stopped_goes_on_with_the_blocks_that_are_there() -> None:
    room = await stopped_room(REST)
    room.presenter.go_on()
    await settle()

    assert room.translator.requests[1].finished == (ONE,)
    assert room.screen.target == "Hallo eins\nHallo zwei\nHallo drei"


async def test_a_detector_that_was_loaded_only_meanwhile_has_nothing_asked_for_again() -> None:
    room = Room([*CUT[:3], asyncio.Event()], REST)
    detector, room.languages.detector = room.languages.detector, None
    await room.translate(TEXT)
    room.presenter.stop()
    assert detector is not None
    room.languages.use_detector(detector)

    room.presenter.go_on()
    await settle()

    assert [request.source for request in room.translator.requests] == [None, tag("en")]
    assert room.translator.requests[1].finished == (ONE,)


async def test_what_went_on_and_was_stopped_goes_on_with_all_that_is_there() -> None:
    room = Room(CUT, [*REST[:3], asyncio.Event()], completed("x"))
    await room.translate(TEXT)
    room.presenter.go_on()
    await settle()
    room.presenter.stop()
    room.presenter.go_on()
    await settle()

    assert [block.index for block in room.translator.requests[2].finished] == [0, 1]


async def test_stopped_before_any_text_there_is_nothing_to_go_on_with() -> None:
    room = Room([asyncio.Event()])
    await room.translate(TEXT)
    room.presenter.stop()

    assert room.screen.notice is None


async def test_what_an_edit_stopped_is_marked_where_it_is_now_and_goes_on_with_the_new_text() -> None:
    room = Room([*CUT[:3], asyncio.Event()], completed("x"))
    await room.translate(TEXT)
    room.screen.type("hello one\nYes, hello two\nhello three")

    assert notice(room).sentence == "Stopped. The part already translated is kept."
    assert notice(room).buttons == ["continueButton", "retryButton"]
    assert (room.screen.broken_off, room.screen.marked) == (True, [(10, 24), (25, 36)])
    room.presenter.go_on()
    await settle()
    assert room.translator.requests[1].finished == (ONE,)
    assert room.screen.marked == []


@pytest.mark.parametrize(("translates", "text"), [(True, TEXT + "."), (False, " ")], ids=["by a rest", "blank"])
async def test_an_edit_offers_nothing_where_nothing_is_left_to_offer(translates: bool, text: str) -> None:
    room = Room([*CUT[:3], asyncio.Event()], rests=Rests(0, translate=3600, say=0))
    await room.translate(TEXT)
    room.presenter.rest.translates = translates
    room.screen.type(text)

    assert room.screen.notice is None
    assert room.screen.broken_off is True
    await room.close()


# Waiting


async def test_a_wait_is_counted_down_until_text_comes() -> None:
    gate = asyncio.Event()
    room = Room()
    room.translator._runs = [[Waiting(room.time.after(40)), gate, *completed("Hallo")]]
    await room.translate("hello")
    assert notice(room).sentence == f"{room.current.service.name} asks to wait 40 s."
    await room.time.go_on(1)
    assert "39 s" in notice(room).sentence

    gate.set()
    await settle()

    assert room.screen.notice is None
    assert room.time.sleepers == 0
    assert room.screen.status == ("Ready", "ready")


@pytest.mark.parametrize("by", ["button", "edit", "new translation", "close"])
async def test_a_wait_ends_with_the_translation(by: str) -> None:
    room = Room()
    room.translator._runs = [[Waiting(room.time.after(40)), asyncio.Event()], completed("Hallo")]
    await room.translate("hello")
    if by == "button":
        notice(room).press("stopWaitingButton")
    elif by == "edit":
        room.screen.type("hello!")
    elif by == "new translation":
        room.presenter.translate()
    else:
        await room.close()
    await settle()

    assert room.translator.left == 1
    assert room.time.sleepers == 0
    if by != "close":
        assert room.screen.notice is None


async def test_a_wait_that_fails_in_the_end_leaves_its_failure() -> None:
    room = Room()
    room.translator._runs = [[Waiting(room.time.after(40)), Failed(ConnectionLost("Box"))]]
    await room.translate("hello")

    assert notice(room).sentence == "The connection to Box broke off."
    assert room.time.sleepers == 0


# The budget


async def test_over_the_budget_one_translation_can_be_allowed() -> None:
    room = Room([Failed(OverBudget("Box", limit=1))], completed("Hallo"))
    await room.translate("hello")
    assert notice(room).severity == "warning"
    assert notice(room).buttons == ["allowOnceButton", "openSettingsButton"]

    room.presenter.allow_once()
    await settle()

    assert [request.over_budget for request in room.translator.requests] == [False, True]
    assert room.screen.target == "Hallo"


async def test_what_the_budget_cut_goes_on_when_it_is_allowed_and_stays_allowed() -> None:
    cut = [*CUT[:3], Incomplete(IncompleteReason.CUT, PARTIAL, OverBudget("Box", limit=1))]
    room = Room(cut, CUT, REST)
    await room.translate(TEXT)
    assert notice(room).buttons == ["allowOnceButton", "openSettingsButton", "keepPartialButton"]
    room.presenter.allow_once()
    await settle()
    room.presenter.go_on()
    await settle()

    assert [(request.over_budget, request.finished) for request in room.translator.requests[1:]] == [
        (True, (ONE,)), (True, (ONE,)),
    ]  # fmt: skip


async def test_the_next_translation_is_not_allowed() -> None:
    room = Room([Failed(OverBudget("Box"))], completed("Hallo"), completed("Hallo"))
    await room.translate("hello")
    room.presenter.allow_once()
    await settle()
    room.presenter.translate()
    await settle()

    assert room.translator.requests[2].over_budget is False


# Cost and privacy


LONG = "hello there, this is a sentence.\n" * 300


async def test_a_long_text_tells_what_it_will_take_before_it_is_sent() -> None:
    room = Room([asyncio.Event()])
    room.costs.cost = 0.0213
    await room.translate(LONG)

    assert room.screen.cost == "about $0.021"
    assert room.screen.status == ("Translating about 3,000 tokens, about $0.021", "ready")
    await room.close()


async def test_after_an_edit_it_does_not_tell_what_the_whole_text_would_take() -> None:
    begun = Translation("Hallo", finished=(FinishedBlock(0, "hello", "Hallo"),))
    room = Room([TextAdded("Hallo", 0), Incomplete(IncompleteReason.CUT, begun)], [asyncio.Event()])
    room.costs.cost = 0.0213
    await room.translate("hello\n" + LONG)
    room.presenter.translate()
    await settle()

    assert room.screen.status == ("Translating", "ready")
    await room.close()


async def test_a_short_text_tells_no_cost() -> None:
    room = Room([asyncio.Event()])
    room.costs.cost = 0.0213
    await room.translate("hello")

    assert room.screen.cost is None
    assert room.screen.status == ("Translating", "ready")
    await room.close()


async def test_masking_is_asked_for_where_the_service_wants_it_and_what_was_masked_is_told() -> None:
    room = Room([Began([(0, 5)], masked=["a@b.example"]), *completed("Hallo")], completed("Hallo"))
    room.current.service = replace(room.current.service, masks_private=True)
    await room.translate("hello")
    assert room.translator.requests[0].masks_private
    assert room.screen.masked == ["a@b.example"]

    room.current.service = replace(room.current.service, masks_private=False)
    room.presenter.translate()
    await settle()
    assert not room.translator.requests[1].masks_private
    assert room.screen.masked == []


async def test_style_and_memory_go_with_the_request_as_the_user_wants_them() -> None:
    room = Room(completed("Hallo"))
    room.current.style, room.current.uses_memory = Style("formal", "For engineers."), False
    await room.translate("hello")
    [request] = room.translator.requests
    assert (request.style, request.uses_memory) == (Style("formal", "For engineers."), False)
