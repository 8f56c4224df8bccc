"""What closing the window does."""

import asyncio
from collections.abc import AsyncIterator, Callable

import pytest

from tests.support.waiting import settle
from translator.settings import OnClose, Settings
from translator.ui.preferences import Preferences
from translator.ui.tray.closing import Closing


class FakeWindow:
    def __init__(self) -> None:
        self.is_away = False
        self.has_quit = False
        self.took_focus: bool | None = None

    def isHidden(self) -> bool:  # noqa: N802
        return self.is_away

    def put_away(self) -> None:
        self.is_away = True

    def bring_back(self, *, activates: bool = True) -> None:
        self.is_away, self.took_focus = False, activates

    def quit(self) -> None:
        self.has_quit = True


class FakeQuestion:
    def __init__(self) -> None:
        self.answer: Callable[[bool], None] | None = None
        self.asked = 0

    def ask(self, answer: Callable[[bool], None]) -> None:
        self.answer = answer
        self.asked += 1

    def withdraw(self) -> None:
        self.answer = None


class Room:
    def __init__(self) -> None:
        self.window, self.question = FakeWindow(), FakeQuestion()
        self.kept: list[OnClose] = []
        self.preferences = Preferences(Settings(), lambda settings: self.kept.append(settings.on_close))
        self.has_tray = True
        self.later = asyncio.Event()
        self.waits: list[float] = []
        self.closing = Closing(self.window, self.question, self.preferences, lambda: self.has_tray, self._sleep)

    async def _sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        await self.later.wait()

    def lose_tray(self) -> None:
        self.has_tray = False
        self.closing.follow_tray()


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room()
    yield made
    await made.closing.close()


@pytest.mark.parametrize("on_close", ["ask", "stay", "quit"])
async def test_without_a_tray_it_ends(room: Room, on_close: OnClose) -> None:
    room.preferences.change(Settings(on_close=on_close))
    room.has_tray = False

    assert room.closing.may_end()
    assert room.question.asked == 0


async def test_it_asks_and_the_window_is_there_until_there_is_an_answer(room: Room) -> None:
    assert not room.closing.may_end()
    assert room.question.asked == 1
    assert not room.window.is_away
    assert room.kept == []


async def test_who_stays_is_not_asked_again(room: Room) -> None:
    room.closing.may_end()
    assert room.question.answer is not None
    room.question.answer(True)
    assert (room.window.is_away, room.window.has_quit, room.kept) == (True, False, ["stay"])

    room.window.bring_back()
    assert not room.closing.may_end()
    assert room.window.is_away
    assert room.question.asked == 1


async def test_who_quits_is_not_asked_again(room: Room) -> None:
    room.closing.may_end()
    assert room.question.answer is not None
    room.question.answer(False)

    assert (room.window.is_away, room.window.has_quit, room.kept) == (False, True, ["quit"])
    assert room.closing.may_end()


async def test_closing_again_while_it_is_asked_shows_the_question_again(room: Room) -> None:
    room.closing.may_end()

    assert not room.closing.may_end()
    assert room.question.asked == 2


async def test_logging_out_is_not_held_up(room: Room) -> None:
    room.closing.end_session()

    assert room.closing.may_end()


async def test_a_tray_that_has_gone_brings_the_window_back_without_taking_the_focus(room: Room) -> None:
    room.window.put_away()
    room.lose_tray()
    await settle()
    assert room.window.is_away
    assert room.waits == [5.0]

    room.later.set()
    await settle()
    assert not room.window.is_away
    assert room.window.took_focus is False


async def test_a_tray_that_only_starts_anew_changes_nothing(room: Room) -> None:
    room.window.put_away()
    room.lose_tray()
    await settle()
    room.has_tray = True
    room.closing.follow_tray()
    room.later.set()
    await settle()

    assert room.window.is_away


async def test_a_window_that_is_there_is_left_alone(room: Room) -> None:
    room.lose_tray()
    room.later.set()
    await settle()

    assert room.window.took_focus is None


async def test_the_question_goes_with_the_tray(room: Room) -> None:
    room.closing.may_end()
    room.lose_tray()

    assert room.question.answer is None
    assert room.kept == []
