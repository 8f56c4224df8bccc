"""Units are listed, found, changed and deleted, and nothing of them is lost by accident."""

import asyncio
import gc
from collections.abc import Sequence
from dataclasses import replace

import pytest

from tests.fakes.memory import ENGLISH, FRENCH, INTO_GERMAN, MORNING, key_of, unit_from
from tests.support.waiting import until
from tests.ui.memory.room import NOW, Room, numbered
from translator.language.tag import LanguagePair
from translator.storage.memory.unit_store import UnitsInDatabase
from translator.translation.memory.store import MemoryUnusable
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.ui.history.times import explain_time
from translator.ui.memory import presenter as module

INTO_FRENCH = LanguagePair(ENGLISH, FRENCH)


async def test_the_newest_units_are_listed_with_what_is_known_of_them(room: Room) -> None:
    imported = unit_from("Open", "Ouvrir", UnitOrigin.IMPORTED, INTO_FRENCH, note="a\nbutton")
    await room.open(unit_from("Hello", "Hallo", UnitOrigin.EDITED), imported)
    assert room.screen.sources == ["Open", "Hello"]
    assert [row.facts for row in room.screen.rows] == [
        f"English → French · From a file · {explain_time(MORNING, NOW)} · a button",
        f"English → German · Written by you · {explain_time(MORNING, NOW)}",
    ]
    assert (room.screen.count, room.screen.empty, room.screen.more) == ("2 units", ("", ""), False)
    assert room.screen.pairs == [("English → German", INTO_GERMAN), ("English → French", INTO_FRENCH)]


async def test_where_there_is_nothing_it_says_how_there_will_be(room: Room) -> None:
    await room.show()
    assert room.screen.empty[0] == "No units yet."
    room.presenter.find("x")
    await until(lambda: room.screen.empty[0] == "Nothing matches.")
    assert room.screen.count == ""


async def test_words_are_found_in_text_and_translation(room: Room) -> None:
    await room.open(unit_from("Hello", "Hallo"), unit_from("Door", "Tür"))
    room.presenter.find("tür")
    await until(lambda: room.screen.sources == ["Door"] and room.screen.count == "1 unit")


async def test_more_is_fetched_as_long_as_there_is_more(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORTION", 3)
    await room.open(*numbered(1, 7))
    assert (room.screen.sources, room.screen.more) == (["s7", "s6", "s5"], True)
    room.presenter.fetch_more()
    room.presenter.fetch_more()
    await until(lambda: len(room.screen.rows) == 6)
    room.presenter.fetch_more()
    await until(lambda: not room.screen.more)
    assert room.screen.sources == [f"s{n}" for n in range(7, 0, -1)]
    await room.show()
    assert len(room.screen.rows) == 7


async def test_what_is_changed_is_the_users_own_from_then_on(room: Room) -> None:
    await room.open(unit_from("Hello", "Hallo", UnitOrigin.IMPORTED, note="n"))
    unit = room.screen.rows[0].unit
    room.presenter.save(replace(unit, target="Moin"))
    await until(lambda: room.screen.rows[0].unit.target == "Moin")
    (kept,) = await room.store.search()
    assert kept == replace(unit, target="Moin", origin=UnitOrigin.EDITED, changed=NOW)
    assert room.screen.rows[0].facts == "English → German · Written by you · Just now · n"


@pytest.mark.parametrize("empty", [{"source": " "}, {"target": ""}])
async def test_an_empty_text_is_refused_and_the_old_one_comes_back(room: Room, empty: dict[str, str]) -> None:
    await room.open(unit_from("Hello", "Hallo"))
    before = room.screen.rows[0]
    changed = replace(before.unit, **empty)  # type: ignore[arg-type]
    room.screen.change_row(replace(before, unit=changed))
    room.presenter.save(changed)
    await until(lambda: bool(room.screen.notice))
    assert room.screen.notice == "A unit needs a text and its translation. To remove it, delete it."
    assert room.screen.rows == [before]
    room.presenter.find("nothing")
    await until(lambda: room.screen.rows == [])
    room.presenter.save(changed)
    await room.presenter._changes.finish()
    assert (await room.store.search())[0].source == "Hello"


async def test_what_cannot_be_kept_now_can_be_tried_again(room: Room) -> None:
    await room.open(unit_from("Hello", "Hallo"))
    room.is_private = True
    unit = replace(room.screen.rows[0].unit, target="Moin")
    room.presenter.save(unit)
    await until(lambda: bool(room.screen.notice))
    assert room.screen.notice == "The memory cannot be used now: Nothing is written in private mode."
    assert room.screen.severity == "error"
    room.is_private = False
    room.screen.press("Try again")
    await until(lambda: room.screen.rows[0].unit.target == "Moin")


async def test_what_was_changed_last_is_kept_although_the_window_closes(room: Room) -> None:
    await room.open(unit_from("Hello", "Hallo"), unit_from("Bye", "Tschüss"))
    for row in room.screen.rows:
        room.presenter.save(replace(row.unit, target="anders"))
    await room.presenter.close()
    assert [unit.target for unit in await room.store.search()] == ["anders", "anders"]


async def test_a_unit_that_is_not_listed_any_more_is_kept_all_the_same(room: Room) -> None:
    await room.open(unit_from("Hello", "Hallo"))
    unit = room.screen.rows[0].unit
    room.presenter.find("nothing")
    await until(lambda: room.screen.rows == [])
    room.presenter.save(replace(unit, target="Moin"))
    await room.presenter._changes.finish()
    assert [each.target for each in await room.store.search()] == ["Moin"]


async def test_what_was_deleted_can_be_had_back(room: Room) -> None:
    await room.open(*numbered(1, 3))
    room.presenter.delete([])
    room.presenter.delete([room.screen.rows[0].unit.id])
    room.presenter.delete([room.screen.rows[2].unit.id, 99])
    await until(lambda: room.screen.notice == "2 units deleted." and room.screen.count == "1 unit")
    assert room.screen.sources == ["s2"]
    room.screen.press("Undo")
    await until(lambda: len(room.screen.rows) == 3)
    assert room.screen.sources == ["s3", "s1", "s2"]
    assert room.screen.notice == ""
    assert {unit.changed for unit in await room.store.search()} == {MORNING}


async def test_what_was_deleted_comes_back_in_the_order_it_had(room: Room) -> None:
    await room.open(*numbered(1, 4))
    before = room.screen.sources
    room.presenter.delete([row.unit.id for row in room.screen.rows])
    await until(lambda: room.screen.notice == "4 units deleted.")
    room.screen.press("Undo")
    await until(lambda: room.screen.sources == before)


async def test_an_undo_that_fails_can_be_tried_again(room: Room) -> None:
    await room.open(*numbered(1, 1))
    room.presenter.delete([room.screen.rows[0].unit.id])
    await until(lambda: room.screen.empty[0] == "No units yet.")
    room.is_private = True
    room.screen.press("Undo")
    await until(lambda: room.screen.severity == "error")
    room.is_private = False
    room.screen.press("Undo")
    await until(lambda: room.screen.sources == ["s1"])


async def test_a_way_back_that_was_given_up_is_gone(room: Room) -> None:
    await room.open(*numbered(1, 2))
    room.presenter.delete([room.screen.rows[0].unit.id])
    await until(lambda: bool(room.screen.notice))
    room.presenter.forget_undo()
    room.presenter.delete([room.screen.rows[0].unit.id])
    await until(lambda: room.screen.sources == [])
    assert room.screen.notice == "1 unit deleted."


async def test_of_what_was_deleted_no_unit_stays_in_memory_but_packed(room: Room) -> None:
    def units() -> int:
        gc.collect()
        return sum(type(each) is TranslationUnit for each in gc.get_objects())

    before = units()
    await room.open(*numbered(1, 300))
    listed = room.screen.sources
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "300 units deleted." and not room.screen.rows)
    await until(lambda: units() <= before)
    room.screen.press("Undo")
    await until(lambda: room.screen.sources == listed)


async def test_all_that_is_listed_is_what_was_searched_for(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "PORTION", 3)
    await room.open(*numbered(11, 19), *numbered(1, 9))
    room.presenter.find("s1")
    await until(lambda: room.screen.sources == ["s1", "s19", "s18"])
    room.presenter.find("something else")
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "10 units deleted.")
    assert await room.store.count() == 8


async def test_what_was_deleted_before_a_fault_can_be_brought_back(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    async def fail_later(ids: Sequence[int]) -> None:
        if await room.store.count() < 9:
            raise MemoryUnusable("the disk is full")
        await delete(ids)

    delete = room.store.delete
    monkeypatch.setattr(module, "READ_AT_ONCE", 3)
    monkeypatch.setattr(room.store, "delete", fail_later)
    await room.open(*numbered(1, 9))
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "The memory cannot be used now: the disk is full.")
    assert await room.store.count() == 6
    room.screen.press("Undo")
    await until(lambda: not room.screen.notice)
    assert await room.store.count() == 9


async def test_what_was_deleted_while_more_was_fetched_leaves_no_gap(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "PORTION", 3)
    await room.open(*numbered(1, 7))
    room.presenter.delete([room.screen.rows[0].unit.id])
    await until(lambda: bool(room.screen.notice))
    room.presenter.fetch_more()
    await until(lambda: len(room.screen.rows) == 5)
    assert room.screen.sources == [f"s{n}" for n in range(6, 1, -1)]


class Held:
    """Holds back the answers of one of the store's methods, where they are of ``query``, until the gate opens."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, store: UnitsInDatabase, name: str, query: str = "") -> None:
        self.gate = asyncio.Event()
        self.is_holding = False
        ask = getattr(store, name)

        async def held(asked: str, *more: object, **others: object) -> object:
            answer = await ask(asked, *more, **others)
            if asked == query:
                self.is_holding = True
                await self.gate.wait()
            return answer

        monkeypatch.setattr(store, name, held)


async def test_what_is_changed_while_units_are_listed_stays_so(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    await room.open(*numbered(1, 3))
    unit, going = room.screen.rows[0].unit, room.screen.rows[1].unit
    listing = Held(monkeypatch, room.store, "search")
    room.presenter.refresh()
    await until(lambda: listing.is_holding)
    room.presenter.save(replace(unit, target="mine"))
    room.presenter.delete([going.id])
    await until(lambda: bool(room.screen.notice))
    listing.gate.set()
    await until(lambda: not room.presenter._tasks.is_busy)

    assert [row.unit.target for row in room.screen.rows] == ["mine", "t1"]
    assert list(room.presenter._rows) == [row.unit.id for row in room.screen.rows]


async def test_what_is_no_longer_listed_is_changed_and_leaves_no_gap(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.open(*numbered(1, 3))
    unit = room.screen.rows[0].unit
    change, gate = room.store.change, asyncio.Event()

    changed: list[TranslationUnit] = []

    async def change_slowly(unit: TranslationUnit) -> None:
        await change(unit)
        changed.append(unit)
        await gate.wait()

    monkeypatch.setattr(room.store, "change", change_slowly)
    room.presenter.save(replace(unit, target="mine"))
    await until(lambda: bool(changed))
    room.presenter.find("s1")
    await until(lambda: room.screen.sources == ["s1"] and not room.presenter._tasks.is_busy)
    gate.set()
    await room.presenter._changes.finish()

    assert len(room.presenter._rows) == 1


async def test_what_was_counted_before_is_not_told_of_what_is_listed_now(
    room: Room, monkeypatch: pytest.MonkeyPatch
) -> None:
    await room.open(*numbered(1, 9))
    room.presenter.find("s1")
    await until(lambda: room.screen.sources == ["s1"] and not room.presenter._tasks.is_busy)
    counting = Held(monkeypatch, room.store, "count", "s1")
    room.presenter.delete([room.screen.rows[0].unit.id])
    await until(lambda: counting.is_holding)
    room.presenter.find("")
    await until(lambda: room.screen.count == "8 units")
    counting.gate.set()
    await room.presenter._changes.finish()
    await until(lambda: not room.presenter._tasks.is_busy)

    assert room.screen.count == "8 units"


async def test_everything_is_forgotten_once_it_was_asked(room: Room) -> None:
    await room.open(*numbered(1, 2))
    await room.memory.remember([(key_of("a"), "b")])
    room.presenter.ask_to_forget()
    await until(lambda: bool(room.screen.notice))
    words = "Forget everything for good: 2 units, 1 answer of services? Glossaries and the history stay."
    assert (room.screen.notice, room.screen.severity) == (words, "warning")
    room.screen.press("Cancel")
    assert (room.screen.notice, await room.store.count()) == ("", 2)
    room.presenter.ask_to_forget()
    await until(lambda: bool(room.screen.notice))
    room.screen.press("Forget everything")
    await until(lambda: room.screen.empty[0] == "No units yet.")
    assert (await room.store.count(), await room.store.count_answers()) == (0, 0)
    room.presenter.ask_to_forget()
    await until(lambda: room.screen.notice == "There is nothing to forget.")


@pytest.mark.parametrize(("units", "answers", "facts"), [(1, 0, "1 unit"), (0, 2, "2 answers of services")])
async def test_the_question_says_what_there_is(room: Room, units: int, answers: int, facts: str) -> None:
    await room.open(*numbered(1, units))
    await room.memory.remember([(key_of(str(n)), "x") for n in range(answers)])
    room.presenter.ask_to_forget()
    await until(lambda: bool(room.screen.notice))
    assert f": {facts}?" in room.screen.notice


async def test_a_memory_that_cannot_be_read_is_told(room: Room) -> None:
    await room.database.close()
    room.presenter.refresh()
    await until(lambda: room.screen.severity == "error")
    assert room.screen.notice == "The memory cannot be used now: closed."
