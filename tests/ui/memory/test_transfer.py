"""Files are taken in and written one at a time, with how far it is, and a way to stop."""

from pathlib import Path

import pytest

from tests.fakes.memory import INTO_GERMAN
from tests.support.waiting import until
from tests.ui.memory.room import Room, numbered
from translator.translation.memory.exchange import UnitFileInvalid
from translator.translation.memory.store import MemoryUnusable
from translator.ui.memory.words import explain_reading

TMX = Path("units.tmx")


async def ended(room: Room) -> None:
    await until(lambda: bool(room.screen.progress) and room.screen.progress[-1] == ("", None))


async def test_a_file_is_taken_in_with_how_far_it_is(room: Room) -> None:
    room.files.units = list(numbered(1, 4))
    room.presenter.take_in(TMX)
    await ended(room)
    await until(lambda: len(room.screen.rows) == 4)
    assert room.screen.progress == [
        ("Reading units.tmx…", 0),
        ("Reading units.tmx: 2 of about 4 units", 50),
        ("Reading units.tmx: 4 units", 100),
        ("", None),
    ]
    assert (room.screen.notice, room.screen.severity) == ("4 units of units.tmx are in the memory.", "info")


async def test_what_could_not_be_used_is_counted(room: Room) -> None:
    room.files.units, room.files.skipped = list(numbered(1, 1)), 3
    room.presenter.take_in(TMX)
    await ended(room)
    await until(lambda: bool(room.screen.notice))
    assert room.screen.notice == "1 unit of units.tmx is in the memory. 3 parts of it could not be used."


@pytest.mark.parametrize(("there", "words"), [(3, "Nothing in it is new."), (2, "1 of them is new.")])
async def test_it_is_told_how_many_are_new(room: Room, there: int, words: str) -> None:
    await room.memory.keep(numbered(1, there))
    room.files.units = list(numbered(1, 3))
    room.presenter.take_in(TMX)
    await until(lambda: room.screen.notice == f"3 units of units.tmx are in the memory. {words}")


async def test_a_unit_that_is_in_a_file_many_times_is_new_once(room: Room) -> None:
    room.files.units = [*numbered(1, 2), *numbered(1, 2)]
    room.presenter.take_in(TMX)
    await until(lambda: room.screen.notice == "4 units of units.tmx are in the memory. 2 of them are new.")


async def test_a_file_without_units_says_so(room: Room) -> None:
    room.presenter.take_in(TMX)
    await until(lambda: room.screen.notice == "units.tmx has no units.")


async def test_what_was_taken_in_before_a_cancel_stays(room: Room) -> None:
    room.files.units = list(numbered(1, 4))
    room.files.gate.clear()
    room.presenter.cancel()
    room.presenter.take_in(TMX)
    await until(lambda: room.files.is_waiting)
    room.presenter.take_in(Path("another.tmx"))
    room.presenter.cancel()
    room.files.gate.set()
    await until(lambda: room.screen.notice == "Stopped. 2 units of units.tmx are in the memory.")
    assert await room.store.count() == 2


async def test_a_cancel_before_anything_came_says_so(room: Room) -> None:
    room.files.gate.clear()
    room.presenter.take_in(TMX)
    await until(lambda: room.files.is_waiting)
    room.presenter.cancel()
    room.files.gate.set()
    await until(lambda: room.screen.notice == "Stopped: nothing of units.tmx is in the memory.")


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (UnitFileInvalid("units.tmx is no TMX file."), "units.tmx is no TMX file."),
        (MemoryUnusable("the disk is full"), "The memory cannot be used now: the disk is full."),
        (PermissionError(13, "Permission denied"), "It did not work with units.tmx: Permission denied."),
        (OSError("odd"), "It did not work with units.tmx: odd."),
    ],
)
async def test_what_goes_wrong_is_told_with_what_is_kept(room: Room, fault: Exception, words: str) -> None:
    room.files.units, room.files.fault = list(numbered(1, 4)), fault
    room.presenter.take_in(TMX)
    await until(lambda: bool(room.screen.notice))
    assert (room.screen.notice, room.screen.severity) == (f"{words} 2 units of units.tmx are in the memory.", "error")
    room.files.units = []
    room.presenter.take_in(TMX)
    await until(lambda: room.screen.notice == words)


async def test_everything_or_a_pair_is_written(room: Room) -> None:
    await room.open(*numbered(1, 5))
    room.presenter.export(TMX, None)
    await until(lambda: room.screen.notice == "5 units are in units.tmx.")
    assert room.screen.progress == [
        ("Writing units.tmx…", None), ("Writing units.tmx: 2 of 5 units", 40), ("", None),
    ]  # fmt: skip
    room.presenter.export(Path("german.tmx"), INTO_GERMAN)
    await until(lambda: room.screen.notice == "5 units are in german.tmx.")
    assert room.screen.progress[-2] == ("Writing german.tmx: 2 units", None)
    assert room.files.written == [("units.tmx", None), ("german.tmx", INTO_GERMAN)]


async def test_a_cancel_while_writing_leaves_no_file(room: Room) -> None:
    await room.open(*numbered(1, 2))
    room.files.gate.clear()
    room.presenter.export(TMX, None)
    await until(lambda: room.files.is_waiting)
    room.presenter.cancel()
    room.files.gate.set()
    await until(lambda: room.screen.notice == "Stopped: units.tmx was not written.")
    assert room.files.written == []


async def test_closing_the_application_ends_an_import_and_keeps_what_came(room: Room) -> None:
    room.files.units = list(numbered(1, 4))
    room.files.gate.clear()
    room.presenter.take_in(TMX)
    await until(lambda: room.files.is_waiting)
    await room.presenter.close()
    assert await room.store.count() == 2
    assert room.screen.notice == ""


@pytest.mark.parametrize(
    ("units", "share", "words"),
    [
        (120_000, 0.239, "Reading a.tmx: 120,000 of about 500,000 units"),
        (1_000, 0.3, "Reading a.tmx: 1,000 of about 3,000 units"),
        (7, 0.0, "Reading a.tmx…"),
    ],
)
def test_the_whole_is_told_no_more_exactly_than_it_is_known(units: int, share: float, words: str) -> None:
    assert explain_reading("a.tmx", units, share) == words
