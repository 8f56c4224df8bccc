"""What becomes one entry of the history, and what another."""

import asyncio
from datetime import timedelta

import pytest

from tests.fakes.history import DE, EN, JA, NOON, ListedHistory, entry_of
from translator.language.tag import LanguagePair
from translator.settings import History
from translator.translation.history import HistoryEntry
from translator.translation.request import Action, BlockOrigin, FinishedBlock, Translation
from translator.ui.history.recorder import HistoryRecorder, shares_most

BLOCKS = (FinishedBlock(0, "a", "b"),)


class Desk:
    """A recorder, and a clock that stands still."""

    def __init__(self) -> None:
        self.store = ListedHistory()
        self.now = NOON
        self.told = 0
        self.limits = History()
        self.recorder = HistoryRecorder(self.store, lambda: self.now, lambda: self.limits, self._tell)

    def _tell(self) -> None:
        self.told += 1

    async def record(
        self, text: str, target: str = "x", *, to: object = EN, service: str = "s", model: str = "m", after: float = 1
    ) -> int:
        """Record a translation that comes so many minutes after the one before."""
        self.now += timedelta(minutes=after)
        translation = Translation(target, model=model, finished=BLOCKS)
        languages = LanguagePair(DE, to)  # type: ignore[arg-type]  # a tag
        return await self.recorder.record(text, translation, languages, service, is_complete=True)

    @property
    def sources(self) -> list[str]:
        """The sources kept, in the order in which they were first kept."""
        return [entry.source for entry in self.store.entries.values()]


@pytest.fixture
async def desk() -> Desk:
    return Desk()


async def test_an_entry_says_what_was_translated_and_how(desk: Desk) -> None:
    translation = Translation("Good day.", model="gpt", finished=BLOCKS)
    number = await desk.recorder.record(
        "Guten Tag.", translation, LanguagePair(None, JA), "openai", is_complete=False, action=Action.COMMAND
    )
    assert desk.store.entries[number] == HistoryEntry(
        NOON, "Guten Tag.", "Good day.", None, JA, "openai", "gpt", Action.COMMAND, False, False, BLOCKS, number
    )
    assert desk.told == 1


@pytest.mark.parametrize(("text", "target"), [("", "x"), (" \n", "x"), ("a", "")])
async def test_nothing_is_no_entry(desk: Desk, text: str, target: str) -> None:
    assert await desk.record(text, target) == 0
    assert desk.sources == []
    assert desk.told == 0


async def test_a_text_with_nothing_to_translate_is_no_entry(desk: Desk) -> None:
    translation = Translation("42", finished=(FinishedBlock(0, "42", "42", BlockOrigin.UNCHANGED),))
    assert await desk.recorder.record("42", translation, LanguagePair(DE, EN), "s", is_complete=True) == 0
    assert desk.sources == []


async def test_a_text_that_grows_stays_one_entry(desk: Desk) -> None:
    numbers = [await desk.record(text, text.upper()) for text in ("I", "I am", "I am going on a long journey")]
    assert len(set(numbers)) == 1
    [entry] = desk.store.entries.values()
    assert (entry.source, entry.target, entry.at) == (
        "I am going on a long journey", "I AM GOING ON A LONG JOURNEY", NOON + timedelta(minutes=3),
    )  # fmt: skip


async def test_a_change_in_the_middle_is_no_other_text(desk: Desk) -> None:
    await desk.record("We meet on Monday at noon.")
    await desk.record("We meet on Thursday at noon.")
    await desk.record("We meet on Thursday.")
    await desk.record("We meet on Thursday.", "another answer")
    assert desk.sources == ["We meet on Thursday."]


async def test_what_shares_little_is_another_text(desk: Desk) -> None:
    await desk.record("We meet on Monday at noon.")
    await desk.record("See you.")
    await desk.record("Where are we going to meet?")
    assert len(desk.sources) == 3


@pytest.mark.parametrize("what", [{"to": JA}, {"service": "other"}, {"model": "other"}])
async def test_another_language_service_or_model_is_another_translation(desk: Desk, what: dict[str, object]) -> None:
    await desk.record("One")
    await desk.record("One two", **what)  # type: ignore[arg-type]  # one of its arguments
    assert desk.sources == ["One", "One two"]


async def test_ten_minutes_later_it_is_another_text_counted_from_the_last_change(desk: Desk) -> None:
    await desk.record("One")
    await desk.record("One two", after=9.9)
    await desk.record("One two three", after=9.9)
    await desk.record("One two three four", after=10)
    assert desk.sources == ["One two three", "One two three four"]


async def test_a_text_that_was_begun_anew_is_another(desk: Desk) -> None:
    await desk.record("One")
    desk.recorder.begin_anew()
    await desk.record("One two")
    await desk.record("One two three")
    assert desk.sources == ["One", "One two three"]


async def test_what_is_equal_to_the_newest_only_makes_that_newer(desk: Desk) -> None:
    long = "One " * 200
    first = await desk.record(long)
    await desk.store.star(first, starred=True)
    desk.recorder = HistoryRecorder(desk.store, lambda: desk.now, lambda: desk.limits)  # another start
    assert await desk.record(long, after=60) == first
    [entry] = desk.store.entries.values()
    assert (entry.at, entry.is_starred, entry.blocks) == (NOON + timedelta(minutes=61), True, BLOCKS)


@pytest.mark.parametrize("what", [{"to": JA}, {"service": "other"}, {"target": "y"}])
async def test_what_differs_from_the_newest_or_is_older_is_another(desk: Desk, what: dict[str, object]) -> None:
    await desk.record("One")
    desk.recorder.begin_anew()
    await desk.record("One", **what)  # type: ignore[arg-type]  # one of its arguments
    desk.recorder.begin_anew()
    await desk.record("One")
    assert desk.sources == ["One", "One", "One"]


async def test_what_has_a_star_or_was_deleted_is_not_replaced(desk: Desk) -> None:
    first = await desk.record("One")
    await desk.store.star(first, starred=True)
    second = await desk.record("One two")
    assert desk.sources == ["One", "One two"]
    await desk.store.delete([second])
    assert await desk.record("One two three") not in (first, second)
    assert desk.sources == ["One", "One two three"]


async def test_a_text_begun_anew_while_the_one_before_is_being_kept_is_another(desk: Desk) -> None:
    gate, add = asyncio.Event(), desk.store.add

    async def slowly(entry: HistoryEntry) -> int:
        await gate.wait()
        return await add(entry)

    desk.store.add = slowly  # type: ignore[method-assign]  # a slow disk
    tasks = [asyncio.create_task(desk.record("One"))]
    await asyncio.sleep(0)
    tasks.append(asyncio.create_task(desk.record("One two")))
    await asyncio.sleep(0)
    desk.recorder.begin_anew()
    tasks.append(asyncio.create_task(desk.record("One two three")))
    gate.set()
    await asyncio.gather(*tasks)
    assert desk.sources == ["One two", "One two three"]


async def test_where_nothing_may_be_kept_nothing_is_and_nobody_is_told(desk: Desk) -> None:
    await desk.record("One")
    desk.store.is_off = True
    assert await desk.record("One two") == 0
    desk.store.is_off = False
    desk.store.fault = "the disk is full"
    assert await desk.record("One two three") == 0
    await desk.recorder.forget_what_is_too_much()
    assert desk.sources == ["One"]
    assert desk.told == 1


async def test_with_each_new_entry_what_is_too_old_or_too_much_is_forgotten(desk: Desk) -> None:
    desk.limits = History(items=2)
    for text in ("a", "b", "c"):
        await desk.record(text)
    assert desk.sources == ["b", "c"]
    desk.limits = History(days=1, items=0)
    await desk.record("d", after=24 * 60)
    assert desk.sources == ["c", "d"]
    desk.limits = History(days=0, items=0)
    await desk.record("e", after=99_999)
    assert desk.sources == ["c", "d", "e"]


async def test_what_the_user_now_wants_is_done_at_once_when_asked_for(desk: Desk) -> None:
    for number in range(5):
        desk.store.entries[number] = entry_of(str(number), minutes=number, id=number)
    desk.limits = History(items=3)
    await desk.recorder.forget_what_is_too_much()
    assert desk.sources == ["2", "3", "4"]


@pytest.mark.parametrize(
    ("before", "now", "most"),
    [
        ("abc", "abcd", True),
        ("a", "a much longer text", True),
        ("abcd", "abc", True),
        ("abcd", "ab", False),
        ("abcd", "xbcd", True),
        ("aXb", "aYb", True),
        ("aXXb", "aYYb", False),
        ("aaaa", "aaaaa", True),
        ("aaaaaa", "aa", False),
        ("", "a", True),
        ("a", "", False),
        ("x" * 100_000 + "y", "x" * 100_000 + "z", True),
    ],
)
def test_most_of_a_text_is_more_than_half_of_the_longer(before: str, now: str, *, most: bool) -> None:
    assert shares_most(before, now) is most
