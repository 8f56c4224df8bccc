"""What the window of the history shows and does, without a window."""

import asyncio
import gc
from collections.abc import AsyncIterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from tests.fakes.history import NOON, ListedHistory, entry_of
from tests.support.waiting import settle, until
from tests.ui.history.fake_screen import FakeHistoryScreen
from translator.translation.history import HistoryEntry, HistoryUnusable
from translator.translation.request import FinishedBlock
from translator.ui.history import listed
from translator.ui.history.presenter import PORTION, HistoryPresenter


class Room:
    """A presenter among fakes. ``reopened`` and ``exported`` are what came of it."""

    def __init__(self, *entries: HistoryEntry) -> None:
        self.store = ListedHistory(entries)
        self.screen = FakeHistoryScreen()
        self.reopened: list[HistoryEntry] = []
        self.exported: list[tuple[Path, str, bool]] = []
        self.fault: Exception | None = None
        self.is_kept = True
        self.presenter = HistoryPresenter(
            self.screen, self.store, str, lambda: NOON, self.reopened.append, self._export, lambda: self.is_kept
        )

    async def _export(self, path: Path, query: str, starred: bool) -> int:
        if self.fault is not None:
            raise self.fault
        self.exported.append((path, query, starred))
        return 1_234

    async def find(self, query: str = "", *, starred: bool = False) -> list[str]:
        self.presenter.find(query, starred=starred)
        await settle()
        return self.sources

    async def press(self, action: str) -> None:
        self.screen.actions[action].run()
        await settle()

    @property
    def sources(self) -> list[str]:
        return [row.source for row in self.screen.rows]


@pytest.fixture
async def make_room() -> AsyncIterator[type[Room]]:
    made: list[Room] = []

    class Kept(Room):
        def __init__(self, *entries: HistoryEntry) -> None:
            super().__init__(*entries)
            made.append(self)

    yield Kept
    for room in made:
        await room.presenter.close()


LETTER = entry_of("Lieber  Jan,\n\n\tich schreibe dir.", "Dear Jan,\n\nI write.", minutes=-5)
SIGN = entry_of("Ausgang\u202e", "Exit", minutes=-30, is_complete=False, is_starred=True, source_language=None)


async def test_entries_are_listed_with_their_languages_and_when_they_were_made(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    await room.find()
    letter, sign = room.screen.rows
    assert (letter.source, letter.target) == ("Lieber Jan, ich schreibe dir.", "Dear Jan, I write.")
    assert letter.caption == "de → en-US · 5 minutes ago"
    assert (letter.is_starred, sign.is_starred) == (False, True)
    assert sign.caption == "Unknown language → en-US · 30 minutes ago · incomplete"
    assert sign.source == "Ausgang\u2060"
    assert room.screen.count == "2 translations"
    assert room.screen.empty == ("", "")


async def test_words_and_stars_narrow_the_list(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    assert await room.find("schreib") == ["Lieber Jan, ich schreibe dir."]
    assert room.screen.count == "1 translation"
    assert await room.find("", starred=True) == ["Ausgang\u2060"]
    assert await room.find("schreib", starred=True) == []


@pytest.mark.parametrize(
    ("query", "starred", "is_kept", "title"),
    [
        ("", False, True, "No translations yet."),
        ("", False, False, "Translations are not being kept."),
        ("", True, False, "No translation has a star."),
        ("word", True, False, "Nothing matches."),
    ],
)
async def test_an_empty_list_says_why_it_is_empty(
    make_room: type[Room], query: str, *, starred: bool, is_kept: bool, title: str
) -> None:
    room = make_room()
    room.is_kept = is_kept
    await room.find(query, starred=starred)
    assert room.screen.empty[0] == title
    assert room.screen.empty[1]
    assert room.screen.count == ""


async def test_a_long_history_comes_in_portions(make_room: type[Room]) -> None:
    room = make_room(*(entry_of(str(number), minutes=-number) for number in range(PORTION * 2 + 5)))
    assert len(await room.find()) == PORTION
    assert room.screen.total == PORTION * 2 + 5
    room.presenter.fetch_more()
    room.presenter.fetch_more()
    await settle()
    assert len(room.sources) == PORTION * 2
    room.presenter.fetch_more()
    await settle()
    assert room.sources == [str(number) for number in range(PORTION * 2 + 5)]


async def test_where_there_is_less_than_there_was_nobody_asks_for_ever(make_room: type[Room]) -> None:
    room = make_room(*(entry_of(str(number), minutes=-number) for number in range(PORTION + 5)))
    await room.find()
    await room.store.delete(range(PORTION, PORTION + 10))
    room.presenter.fetch_more()
    await settle()
    assert room.screen.total == len(room.sources) == PORTION


async def test_only_the_last_search_is_shown(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    room.store.gate.clear()
    room.presenter.find("Ausgang", starred=False)
    await settle()
    room.presenter.find("schreibe", starred=False)
    room.store.gate.set()
    await settle()
    assert room.sources == ["Lieber Jan, ich schreibe dir."]
    assert room.screen.listings == 1


async def test_a_star_is_given_and_taken(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    await room.find()
    letter, sign = (row.id for row in room.screen.rows)
    room.presenter.star([letter], starred=True)
    room.presenter.star([sign], starred=False)
    await settle()
    assert [row.is_starred for row in room.screen.rows] == [True, False]
    assert [entry.is_starred for entry in room.store.entries.values()] == [True, False]
    await room.find(starred=True)
    room.presenter.star([letter], starred=False)
    await settle()
    assert room.sources == []
    assert room.screen.empty[0] == "No translation has a star."


async def test_all_that_is_listed_has_a_star_and_nothing_else(
    make_room: type[Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listed, "AT_ONCE", 70)
    texts = [entry_of(f"Text {number}", minutes=-number) for number in range(PORTION * 2)]
    room = make_room(*texts, entry_of("Wort"))
    await room.find("Text")
    room.presenter.star_all_listed(starred=True)
    await settle()
    assert {entry.source for entry in room.store.entries.values() if not entry.is_starred} == {"Wort"}
    assert all(row.is_starred for row in room.screen.rows)
    await room.find("Text", starred=True)
    room.presenter.star_all_listed(starred=False)
    await settle()
    assert (room.sources, await room.store.count(starred=True)) == ([], 0)


async def test_a_list_is_the_same_again_until_something_else_is_looked_for(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    seen = []
    for query, starred in (("", False), ("Jan", False), ("Jan", False), ("Jan", True), ("Jan", True)):
        await room.find(query, starred=starred)
        seen.append(room.screen.is_again)
    assert seen == [True, False, True, False, True]


async def test_what_is_deleted_comes_back_exactly_with_undo(make_room: type[Room]) -> None:
    whole = replace(LETTER, blocks=(FinishedBlock(0, "a", "b"),))
    room = make_room(whole, SIGN, entry_of("third", minutes=-60))
    before = dict(room.store.entries)
    await room.find()
    room.presenter.delete([1, 3])
    await settle()
    assert room.sources == ["Ausgang\u2060"]
    assert room.screen.count == "1 translation"
    assert room.screen.notice == "2 translations deleted."
    room.presenter.delete([2])
    await settle()
    assert room.screen.notice == "3 translations deleted."
    assert room.screen.empty[0] == "No translations yet."
    await room.press("Undo")
    assert room.store.entries == before
    assert len(room.sources) == 3
    assert room.screen.notice == ""


async def test_an_undo_that_fails_can_be_tried_again(make_room: type[Room]) -> None:
    room = make_room(LETTER)
    await room.find()
    room.presenter.delete([1])
    await settle()
    room.store.fault = "the disk is full"
    await room.press("Undo")
    assert (room.screen.notice, list(room.store.entries)) == ("The history cannot be used now: the disk is full.", [])
    room.store.fault = ""
    await room.press("Undo")
    assert (room.screen.notice, list(room.store.entries)) == ("", [1])


async def test_all_that_is_listed_is_deleted_and_nothing_else(make_room: type[Room]) -> None:
    texts = [entry_of(f"Text {number}", is_starred=number < 150) for number in range(300)]
    room = make_room(*texts, entry_of("Wort", is_starred=True))
    await room.find("Text", starred=True)
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "150 translations deleted.")
    await settle()
    assert (await room.store.count(), room.sources) == (151, [])


async def test_what_was_deleted_before_a_fault_can_be_brought_back(
    make_room: type[Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(*[entry_of(f"Text {number}") for number in range(9)])

    async def fail_later(ids: Sequence[int]) -> Sequence[HistoryEntry]:
        if await room.store.count() < 9:
            raise HistoryUnusable("the disk is full")
        return await delete(ids)

    delete = room.store.delete
    monkeypatch.setattr(listed, "AT_ONCE", 3)
    monkeypatch.setattr(room.store, "delete", fail_later)
    await room.find()
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice.startswith("The history cannot be used now: the disk is full. "))
    assert await room.store.count() == 6
    await room.press("Undo")
    await until(lambda: not room.screen.notice)
    assert await room.store.count() == 9


async def test_what_was_brought_back_before_a_fault_is_there_and_the_rest_can_be_tried_again(
    make_room: type[Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(*[entry_of(f"Text {number}") for number in range(9)])

    async def fail_later(entries: Sequence[HistoryEntry]) -> None:
        if await room.store.count() and not is_mended:
            raise HistoryUnusable("the disk is full")
        await restore(entries)

    restore, is_mended = room.store.restore, False
    monkeypatch.setattr(listed, "AT_ONCE", 3)
    monkeypatch.setattr(room.store, "restore", fail_later)
    await room.find()
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "9 translations deleted.")
    await room.press("Undo")
    await until(lambda: room.screen.notice == "The history cannot be used now: the disk is full.")
    await until(lambda: len(room.sources) == 3)
    is_mended = True
    await room.press("Undo")
    await until(lambda: not room.screen.notice and len(room.sources) == 9)


async def test_of_what_was_deleted_no_entry_stays_in_memory_but_packed(make_room: type[Room]) -> None:
    def entries() -> int:
        gc.collect()
        return sum(type(each) is HistoryEntry for each in gc.get_objects())

    before = entries()
    room = make_room(*[entry_of(f"Text {number}") for number in range(300)])
    await room.find()
    room.presenter.delete_all_listed()
    await until(lambda: room.screen.notice == "300 translations deleted.")
    await until(lambda: entries() <= before)
    await room.press("Undo")
    await until(lambda: len(room.store.entries) == 300)


async def test_what_was_deleted_before_the_notice_was_dismissed_stays_deleted(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    await room.find()
    room.presenter.delete([1])
    await settle()
    room.presenter.forget_undo()
    room.presenter.delete([2])
    await settle()
    assert room.screen.notice == "1 translation deleted."
    await room.press("Undo")
    assert list(room.store.entries) == [2]
    room.presenter.delete([])
    await settle()
    assert list(room.store.entries) == [2]


async def test_deleting_while_more_is_fetched_leaves_no_gap(make_room: type[Room]) -> None:
    room = make_room(*(entry_of(str(number), minutes=-number) for number in range(PORTION * 2)))
    await room.find()
    room.store.gate.clear()
    room.presenter.fetch_more()
    await asyncio.sleep(0)
    room.presenter.delete([1, 2, 3])
    await settle()
    room.store.gate.set()
    await settle()
    room.presenter.fetch_more()
    await settle()
    assert room.sources == [str(number) for number in range(3, PORTION * 2)]


async def test_what_is_deleted_while_the_list_is_read_is_counted_no_more(
    make_room: type[Room], monkeypatch: pytest.MonkeyPatch
) -> None:
    room = make_room(*(entry_of(str(number), minutes=-number) for number in range(PORTION * 2)))
    await room.find()
    search, gate = room.store.search, asyncio.Event()

    async def search_slowly(query: str, *, starred: bool, most: int) -> Sequence[HistoryEntry]:
        await gate.wait()
        return await search(query, starred=starred, most=most)

    monkeypatch.setattr(room.store, "search", search_slowly)
    room.presenter.refresh()
    await settle()
    room.presenter.delete([1])
    await settle()
    gate.set()
    await settle()

    assert room.screen.total == PORTION * 2 - 1


async def test_everything_is_deleted_only_where_that_is_confirmed(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN, entry_of())
    await room.find()
    room.presenter.ask_to_clear()
    await settle()
    assert room.screen.notice == "Delete 2 translations for good? Those with a star stay."
    assert list(room.screen.actions) == ["Delete", "Delete those with a star, too (1)", "Cancel"]
    await room.press("Cancel")
    assert len(room.store.entries) == 3
    room.presenter.ask_to_clear()
    await settle()
    await room.press("Delete")
    assert room.sources == ["Ausgang\u2060"]
    room.presenter.ask_to_clear()
    await settle()
    assert room.screen.notice == "Only translations with a star are left."
    assert list(room.screen.actions) == ["Delete those with a star, too (1)", "Cancel"]
    await room.press("Delete those with a star, too (1)")
    assert room.store.entries == {}
    room.presenter.ask_to_clear()
    await settle()
    assert room.screen.notice == ""


async def test_a_translation_is_reopened_whole_and_the_window_closes(make_room: type[Room]) -> None:
    room = make_room(replace(LETTER, blocks=(FinishedBlock(0, "a", "b"),)))
    room.presenter.reopen(1)
    await settle()
    assert room.reopened == [room.store.entries[1]]
    assert not room.screen.is_open


async def test_one_that_is_gone_is_not_reopened_and_leaves_the_list(make_room: type[Room]) -> None:
    room = make_room(LETTER)
    await room.find()
    await room.store.delete([1])
    room.presenter.reopen(1)
    await settle()
    assert (room.reopened, room.screen.is_open, room.sources) == ([], True, [])


async def test_what_is_listed_is_exported(make_room: type[Room]) -> None:
    room = make_room(LETTER)
    await room.find("Jan", starred=True)
    room.presenter.export(Path("out.csv"))
    await settle()
    assert room.exported == [(Path("out.csv"), "Jan", True)]
    assert room.screen.notice == "1,234 translations are in out.csv."

    room.presenter.export(Path("again.csv"))
    await room.find("what is looked for since")
    assert room.exported[1] == (Path("again.csv"), "Jan", True)


@pytest.mark.parametrize(
    ("fault", "words"),
    [
        (OSError(28, "No space left on device"), "out.csv could not be written: No space left on device."),
        (OSError("gone"), "out.csv could not be written: gone."),
        (HistoryUnusable("closed"), "The history cannot be used now: closed."),
    ],
)
async def test_an_export_that_fails_says_why(make_room: type[Room], fault: Exception, words: str) -> None:
    room = make_room(LETTER)
    room.fault = fault
    room.presenter.export(Path("out.csv"))
    await settle()
    assert (room.screen.notice, room.screen.severity) == (words, "error")


async def test_a_history_that_cannot_be_used_says_so_and_can_be_used_again(make_room: type[Room]) -> None:
    room = make_room(LETTER)
    await room.find()
    room.store.fault = "the disk is gone"
    for command in (
        room.presenter.refresh, lambda: room.presenter.star([1], starred=True), room.presenter.ask_to_clear,
        lambda: room.presenter.reopen(1),
    ):  # fmt: skip
        room.screen.dismiss_notice()
        command()
        await settle()
        assert room.screen.notice == "The history cannot be used now: the disk is gone."
    room.store.fault = ""
    assert await room.find() == ["Lieber Jan, ich schreibe dir."]


@pytest.mark.parametrize("way", ["some", "all listed", "clear"])
async def test_a_deletion_that_failed_says_what_is_left_and_can_be_tried_again(make_room: type[Room], way: str) -> None:
    room = make_room(LETTER, entry_of("Wort"))
    await room.find()
    if way == "clear":
        room.presenter.ask_to_clear()
        await settle()
    room.store.fault = "another program uses it"
    if way == "clear":
        await room.press("Delete")
    elif way == "some":
        room.presenter.delete([1, 2])
    else:
        room.presenter.delete_all_listed()
    await settle()

    fault = "The history cannot be used now: another program uses it."
    assert (room.screen.notice, room.screen.severity) == (
        f"{fault} What is still listed has not been deleted.", "error",
    )  # fmt: skip
    assert len(room.sources) == len(room.store.entries) == 2
    await room.press("Try again")
    assert room.screen.notice.startswith(fault)
    room.store.fault = ""
    await room.press("Try again")
    assert (room.sources, list(room.store.entries)) == ([], [])


async def test_changes_are_made_one_after_another_and_none_is_lost(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    await room.find()
    for number in (1, 2):
        room.presenter.star([number], starred=True)
        room.presenter.delete([number])
    await settle()
    assert room.screen.notice == "2 translations deleted."
    await room.press("Undo")
    assert [entry.is_starred for entry in room.store.entries.values()] == [True, True]


async def test_what_was_done_last_is_done_although_the_window_closes(make_room: type[Room]) -> None:
    room = make_room(LETTER, SIGN)
    await room.find()
    room.store.gate.clear()
    room.presenter.find("never found", starred=False)
    room.presenter.star([1], starred=True)
    room.presenter.delete([2])
    await room.presenter.close()
    assert [(entry.id, entry.is_starred) for entry in room.store.entries.values()] == [(1, True)]
