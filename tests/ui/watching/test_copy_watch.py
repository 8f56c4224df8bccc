"""What other programs copy, and when it is translated."""

import asyncio
from collections.abc import AsyncIterator

import pytest

from tests.fakes.copying import FakeCopies
from tests.support.waiting import settle
from translator.settings import Settings, Shortcuts
from translator.surroundings.copied import Copied, MarkedSecret, NotText, OwnerHangs
from translator.surroundings.picture import Picture
from translator.ui.preferences import Preferences
from translator.ui.watching.copy_watch import LARGEST_WATCHED, CopyWatch

OFF = Settings(shortcuts=Shortcuts(double_copy=False))
WATCHING = Settings(shortcuts=Shortcuts(double_copy=False), watch_clipboard=True)
TWICE = Settings()


class Room:
    """Time that goes on when a test says so, in milliseconds."""

    def __init__(self) -> None:
        self.copies = FakeCopies()
        self.shown: list[str] = []
        self.signs: list[bool] = []
        self.now = 0
        self._sleeping: list[tuple[int, asyncio.Event]] = []
        self.preferences = Preferences(OFF, lambda _: None)
        self.watch = CopyWatch(
            self.copies, self.preferences, self.shown.append, self.signs.append, clock=lambda: self.now / 1000,
            sleep=self._sleep,
        )  # fmt: skip

    async def _sleep(self, seconds: float) -> None:
        awake = asyncio.Event()
        self._sleeping.append((self.now + round(seconds * 1000), awake))
        await awake.wait()

    @property
    def is_asleep(self) -> bool:
        return bool(self._sleeping)

    async def until(self, milliseconds: int) -> None:
        """Let the time come."""
        await settle()
        while due := [sleep for sleep in self._sleeping if sleep[0] <= milliseconds]:
            first = min(due, key=lambda sleep: sleep[0])
            self._sleeping.remove(first)
            self.now = max(self.now, first[0])
            first[1].set()
            await settle()
        self.now = milliseconds

    async def copy(self, *copied: tuple[int, Copied | NotText | MarkedSecret | OwnerHangs | str]) -> list[str]:
        """Copy each of these at its time; return what is shown in the end."""
        for at, content in copied:
            await self.until(at)
            self.copies.copy(content)
        await self.until(self.now + 10_000)
        return self.shown


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.watch.close()


# Neither is on


async def test_nothing_is_read_while_neither_is_on(room: Room) -> None:
    assert await room.copy((0, "one"), (200, "one"), (5_000, "two")) == []
    assert room.copies.reads == 0
    assert not room.is_asleep


async def test_where_copying_is_not_seen_nobody_listens() -> None:
    copies = FakeCopies()
    signs: list[bool] = []
    CopyWatch(copies, Preferences(WATCHING, lambda _: None), lambda _: None, signs.append, is_seen=False)

    assert copies.listeners == []
    assert signs == [False]


# Watching


async def test_what_is_copied_is_translated_once_it_has_settled(room: Room) -> None:
    room.preferences.change(WATCHING)
    room.copies.copy("one")
    await room.until(79)
    assert (room.shown, room.copies.reads) == ([], 0)

    await room.until(80)
    assert room.shown == ["one"]
    assert not room.is_asleep


async def test_a_program_that_fills_the_clipboard_in_steps_has_copied_once(room: Room) -> None:
    room.preferences.change(WATCHING)

    assert await room.copy((0, ""), (3, "on"), (60, "one"), (130, "one")) == ["one"]
    assert room.copies.reads == 1


async def test_the_same_text_twice_in_a_row_is_translated_once(room: Room) -> None:
    room.preferences.change(WATCHING)

    assert await room.copy((0, "one"), (3_000, "one"), (6_000, "two"), (9_000, "one")) == ["one", "two", "one"]


@pytest.mark.parametrize(
    "content",
    [
        MarkedSecret(), NotText(), OwnerHangs(), Copied(), " \n", "x" * (LARGEST_WATCHED + 1),
        Copied(picture=Picture(b"png", 1, 1)), Copied("notes.txt", file="/home/u/notes.txt"),
    ],
)  # fmt: skip
async def test_secrets_pictures_files_and_what_is_too_much_are_left_alone(
    room: Room, content: Copied | NotText | MarkedSecret | OwnerHangs | str
) -> None:
    room.preferences.change(WATCHING)

    assert await room.copy((0, content), (3_000, "x" * LARGEST_WATCHED)) == ["x" * LARGEST_WATCHED]


async def test_what_the_program_has_copied_itself_is_not_translated_when_another_copies_it_anew(room: Room) -> None:
    room.preferences.change(WATCHING)
    room.watch.ignore("ours")

    assert await room.copy((0, "ours"), (3_000, "theirs"), (6_000, "ours")) == ["theirs"]


async def test_what_was_copied_before_it_was_switched_on_is_forgotten(room: Room) -> None:
    room.preferences.change(WATCHING)
    await room.copy((0, "one"))
    room.preferences.change(OFF)
    await room.copy((20_000, "two"))
    room.preferences.change(WATCHING)

    assert await room.copy((40_000, "one")) == ["one", "one"]


async def test_what_is_still_to_be_read_when_it_is_switched_off_is_not_shown(room: Room) -> None:
    room.preferences.change(WATCHING)
    room.copies.copy("one")
    await settle()
    room.preferences.change(OFF)
    await room.until(1_000)

    assert room.shown == []


async def test_it_is_told_whether_it_watches_and_can_be_stopped(room: Room) -> None:
    room.preferences.change(WATCHING)
    room.watch.stop_watching()

    assert room.signs == [False, True, False]
    assert not room.preferences.settings.watch_clipboard


# Copying twice


@pytest.mark.parametrize("gap", [80, 150, 500])
async def test_the_same_text_copied_twice_is_translated(room: Room, gap: int) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((1_000, "one"), (1_000 + gap, "one")) == ["one"]
    assert room.copies.reads == 2


@pytest.mark.parametrize("gap", [1, 30, 79, 501, 5_000])
async def test_sooner_it_was_one_copying_and_later_it_was_another(room: Room, gap: int) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((1_000, "one"), (1_000 + gap, "one")) == []


async def test_a_program_that_copies_in_two_steps_can_be_copied_from_twice(room: Room) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((0, ""), (4, "one"), (200, ""), (204, "one")) == ["one"]


async def test_a_key_that_is_held_has_not_copied_twice(room: Room) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((0, "one"), *((600 + 33 * turn, "one") for turn in range(30))) == []


async def test_another_text_is_not_the_same_copied_twice(room: Room) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((0, "one"), (200, "two"), (400, "one")) == []


async def test_three_times_is_twice_and_once(room: Room) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((0, "one"), (200, "one"), (400, "one")) == ["one"]
    assert await room.copy((20_000, "one"), (20_200, "one")) == ["one", "one"]


async def test_a_long_text_copied_twice_was_asked_for(room: Room) -> None:
    room.preferences.change(TWICE)
    text = "x" * (LARGEST_WATCHED + 1)

    assert await room.copy((0, text), (200, text)) == [text]


async def test_a_secret_between_two_copies_parts_them(room: Room) -> None:
    room.preferences.change(TWICE)

    assert await room.copy((0, "one"), (150, MarkedSecret()), (300, "one")) == []


async def test_paused_copying_twice_does_nothing_and_nothing_is_read(room: Room) -> None:
    room.preferences.change(TWICE)
    room.watch.is_paused = True
    assert await room.copy((0, "one"), (200, "one")) == []
    assert room.copies.reads == 0

    room.watch.is_paused = False
    assert await room.copy((20_000, "one"), (20_200, "one")) == ["one"]


async def test_what_is_watched_and_copied_twice_is_shown_for_both(room: Room) -> None:
    room.preferences.change(Settings(watch_clipboard=True))

    assert await room.copy((0, "one"), (200, "one")) == ["one", "one"]


async def test_a_slow_owner_does_not_keep_it_from_counting(room: Room) -> None:
    room.preferences.change(TWICE)
    room.copies.gate = asyncio.Event()
    room.copies.copy("one")
    await room.until(200)
    room.copies.copy("one")
    await room.until(290)
    room.copies.gate.set()
    await room.until(1_000)

    assert room.shown == ["one"]
    assert room.copies.reads == 2


async def test_closing_ends_what_is_being_read(room: Room) -> None:
    room.preferences.change(WATCHING)
    room.copies.gate = asyncio.Event()
    room.copies.copy("one")
    await room.until(100)
    await room.watch.close()
    room.copies.gate.set()
    await settle()

    assert room.shown == []


async def test_what_is_copied_while_the_program_ends_is_not_read(room: Room) -> None:
    room.preferences.change(WATCHING)
    await room.watch.close()
    assert await room.copy((0, "one")) == []
    assert room.copies.reads == 0
