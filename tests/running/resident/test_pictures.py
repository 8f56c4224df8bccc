"""A part of the screen, read into the popup: chosen once at a time, from the program that the user is in."""

import asyncio
from collections.abc import Callable
from types import SimpleNamespace

import pytest

from tests.fakes.program_in_front import FakeProgramInFront
from tests.running.resident.test_calls import FakePopup
from tests.support.waiting import settle
from translator.running.resident.pictures import PopupPictures
from translator.surroundings.copied import NotAllowed
from translator.surroundings.picture import Picture
from translator.surroundings.summons import Summons


class FakeCapture:
    """Lets the user choose until ``gate`` is open; then it was cancelled, or ``fault`` is raised."""

    def __init__(self) -> None:
        self.gate = asyncio.Event()
        self.begun = 0
        self.fault: Exception | None = None

    async def region(self, _make_way: Callable[[], bool]) -> None:
        self.begun += 1
        await self.gate.wait()
        if self.fault is not None:
            raise self.fault


class Screen:
    """The screen of a user, with a popup that may be on it."""

    def __init__(self) -> None:
        self.popup, self.front, self.capture = FakePopup(), FakeProgramInFront(), FakeCapture()
        self.popup.begin_reading_picture = None  # type: ignore[attr-defined]  # nothing is read here
        self.asked: list[str] = []
        self.popup.ask_for_service = lambda: self.asked.append("service")  # type: ignore[attr-defined]
        self.preferences = SimpleNamespace(is_first_run=False, service=None)
        settings = SimpleNamespace(open_picture_model=None, open_model=None, open_key=None)
        workings = SimpleNamespace(
            capture=self.capture,
            engines=None,
            preferences=self.preferences,
            books=SimpleNamespace(prices=SimpleNamespace(price_of=None)),
        )
        opening = SimpleNamespace(window=SimpleNamespace(bring_back=None))
        guide = SimpleNamespace(open=None)
        self.pictures = PopupPictures(opening, workings, settings, guide, self.popup, self.front)  # type: ignore[arg-type]


@pytest.fixture
async def screen():
    made = Screen()
    yield made
    await made.pictures.close()


async def test_what_comes_of_it_goes_back_to_the_program_that_the_user_was_in(screen: Screen) -> None:
    screen.pictures.choose_region()
    assert screen.front.remembered == 1, "before anything of ours is in front"


async def test_from_the_popup_it_goes_back_to_the_program_that_the_popup_came_from(screen: Screen) -> None:
    screen.popup.has_focus = True
    screen.pictures.choose_region()
    assert screen.front.remembered == 0


async def test_asked_for_while_the_user_is_choosing_nothing_begins_anew(screen: Screen) -> None:
    screen.pictures.choose_region()
    await settle()
    screen.pictures.choose_region()
    await settle()
    assert (screen.capture.begun, screen.front.remembered) == (1, 1)


async def test_before_anything_is_chosen_that_reads_it_nobody_draws_or_pastes_in_vain(screen: Screen) -> None:
    screen.preferences.is_first_run = True
    screen.pictures.choose_region()
    screen.pictures.read(Picture(b"", 1, 1))
    await settle()

    assert (screen.asked, screen.capture.begun) == (["service", "service"], 0)


async def test_where_the_screen_may_not_be_seen_it_is_said_and_can_be_tried_again(screen: Screen) -> None:
    screen.capture.fault = NotAllowed()
    screen.capture.gate.set()
    screen.pictures.choose_region()
    await settle()
    assert screen.popup.said == [(NotAllowed, Summons.REGION)]

    assert screen.popup.again is not None
    screen.popup.again()
    await settle()
    assert screen.capture.begun == 2
