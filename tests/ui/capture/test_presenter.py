"""How a picture is read: what is said meanwhile, how it ends, and what can be done then."""

import asyncio
from collections.abc import Callable, Sequence
from datetime import UTC, datetime

import pytest

from tests.fakes.pictures import FakeReaders, FakeShowing, Step, loading
from tests.support.waiting import settle, until
from translator.settings import DEMO, Price, Service
from translator.surroundings.picture import Picture
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ConnectionLost
from translator.translation.errors.keys import KeyMissing
from translator.translation.errors.limits import OutOfCredit, OverBudget
from translator.translation.errors.models import CannotSee, ModelUnknown
from translator.translation.errors.requests import PictureUnreadable
from translator.translation.pictures.read_picture import NotRead, Read, ReadInPart, TextRead
from translator.translation.request import IncompleteReason, Thinking, Usage, Waiting
from translator.ui.capture.presenter import PicturePresenter, PictureSteps

PICTURE = Picture(b"png", 1120, 560)
SERVICE = Service("svc", "Svc", model="reader", picture_model="seer")
TOOK = Usage(900, 20, requests=1, cost=0.01)

HELP = "whatCanIDoButton"


class Room:
    """A presenter with fakes around it. ``done`` are the steps that buttons led to."""

    def __init__(self, *replies: Sequence[Step], service: Service = SERVICE, price: Price | None = None) -> None:
        self.readers = FakeReaders(*replies)
        self.showing = FakeShowing()
        self.done: list[str] = []
        self.service = service
        steps = PictureSteps(*map(self._step, PictureSteps.__dataclass_fields__))
        self.presenter = PicturePresenter(
            self.showing.begin, self.readers, lambda: self.service, lambda _service, _model: price, steps
        )

    def _step(self, name: str) -> Callable[..., None]:
        return lambda *topic: self.done.append(" ".join((name, *topic)))

    async def read(self, *, fault: Exception | None = None) -> None:
        self.presenter.read(loading(PICTURE, fault=fault))
        await self.over()

    async def over(self) -> None:
        await until(lambda: not self.presenter.is_reading)
        await settle()

    @property
    def buttons(self) -> list[str]:
        notice = self.showing.last.notice
        return notice.buttons if notice else []

    def press(self, name: str) -> None:
        notice = self.showing.last.notice
        assert notice is not None
        notice.press(name)


async def test_the_text_comes_up_as_it_is_read_and_is_translated_then() -> None:
    room = Room([Thinking(), TextRead("Guten"), TextRead(" Tag"), Read("Guten Tag", TOOK)])
    await room.read()
    shown = room.showing.last
    assert (shown.text, shown.took, shown.notice) == ("Guten Tag", TOOK, None)
    assert room.readers.requests[0].picture == PICTURE
    assert room.readers.requests[0].model == "seer"


async def test_what_it_will_take_is_said_with_the_price_of_the_model_that_reads() -> None:
    room = Room([Read("")], price=Price(10, 10))
    await room.read()
    (said,) = room.showing.last.said
    assert said.startswith("Reading the picture · about 1,")
    assert "tokens, about $0.0" in said


async def test_where_nobody_knows_what_it_takes_nothing_is_said_of_that() -> None:
    for service in (Service("svc", "Svc"), DEMO):
        room = Room([Read("")], service=service)
        await room.read()
        assert room.showing.last.said == ["Reading the picture"]


async def test_a_wait_is_said_with_its_end() -> None:
    until_then = datetime(2026, 11, 23, 12, 0, tzinfo=UTC)
    room = Room([Waiting(until_then), Read("")])
    await room.read()
    assert room.showing.last.said[-1].startswith("Svc asks to wait until ")


async def test_stopping_leaves_the_reading_and_says_nothing_more() -> None:
    room = Room([TextRead("Half"), asyncio.Event()])
    room.presenter.read(loading(PICTURE))
    await until(lambda: room.showing.last.text)
    room.showing.last.unwanted()
    await room.over()
    assert room.readers.closed == 1
    assert room.showing.last.notice is None
    assert room.showing.last.took is None


async def test_a_new_picture_takes_the_place_of_the_last() -> None:
    room = Room([asyncio.Event()], [TextRead("B"), Read("B")])
    room.presenter.read(loading(PICTURE))
    await until(lambda: room.readers.requests)
    await room.read()
    assert room.readers.closed == 1
    assert [shown.text for shown in room.showing.every] == ["", "B"]


async def test_what_is_no_picture_is_said_and_not_sent() -> None:
    room = Room()
    await room.read(fault=PictureUnreadable())
    notice = room.showing.last.notice
    assert notice is not None
    assert notice.sentence == "This is no picture that can be read; nothing was sent to Svc."
    assert room.readers.requests == []


async def test_a_model_that_cannot_see_leads_to_the_model_for_pictures_or_is_asked_all_the_same() -> None:
    room = Room([NotRead(CannotSee("Svc", "seer"))], [TextRead("A"), Read("A")])
    await room.read()
    notice = room.showing.last.notice
    assert notice is not None
    assert (notice.sentence, notice.severity) == ("Svc cannot read pictures with seer.", "error")
    assert room.buttons == ["choosePictureModelButton", "readPictureAgainButton", HELP]
    room.press("choosePictureModelButton")
    assert room.done == ["choose_picture_model"]
    room.press("readPictureAgainButton")
    await room.over()
    assert [request.insists for request in room.readers.requests] == [False, True]
    assert room.showing.last.text == "A"


async def test_the_demo_says_that_it_cannot() -> None:
    room = Room([NotRead(CannotSee(DEMO.name))], service=DEMO)
    await room.read()
    assert room.buttons == ["openSettingsButton", "readPictureAgainButton", HELP]


@pytest.mark.parametrize(
    ("error", "button", "step"),
    [
        (KeyMissing("Svc"), "enterKeyButton", "enter_key"),
        (ModelUnknown("Svc", "seer"), "chooseModelButton", "choose_picture_model"),
        (OutOfCredit("Svc"), "openSettingsButton", "open_settings"),
    ],
)
async def test_each_fault_leads_to_what_helps(error: TranslationError, button: str, step: str) -> None:
    room = Room([NotRead(error)])
    await room.read()
    room.press(button)
    room.press(HELP)
    assert room.done == [step, f"open_guide troubleshooting#{error.code}"]


async def test_the_one_model_of_a_service_is_chosen_where_it_is() -> None:
    room = Room([NotRead(ModelUnknown("Svc", "reader"))], service=Service("svc", "Svc", model="reader"))
    await room.read()
    room.press("chooseModelButton")
    assert room.done == ["choose_model"]


async def test_over_the_budget_the_user_is_asked_first() -> None:
    room = Room([NotRead(OverBudget("Svc", limit=1))], [Read("A", TOOK)])
    await room.read()
    notice = room.showing.last.notice
    assert notice is not None
    assert notice.severity == "warning"
    assert room.buttons == ["allowOnceButton", "openSettingsButton", HELP]
    room.press("openSettingsButton")
    assert room.done == ["open_budget"]
    room.press("allowOnceButton")
    await room.over()
    assert room.readers.requests[-1].over_budget
    assert room.showing.last.took == TOOK


async def test_what_came_of_a_text_can_be_translated_or_read_again() -> None:
    room = Room(
        [TextRead("Half"), ReadInPart(IncompleteReason.LENGTH, "Half")],
        [TextRead("Half"), ReadInPart(IncompleteReason.CUT, "Half", error=ConnectionLost("Svc", "host"))],
    )
    await room.read()
    notice = room.showing.last.notice
    assert notice is not None
    assert notice.sentence == "Incomplete: the model stopped at its length limit. The part already read is kept."
    assert room.buttons == ["translatePartButton", "readPictureAgainButton", HELP]
    room.press("translatePartButton")
    assert room.done == ["translate"]
    room.press("readPictureAgainButton")
    await room.over()
    again = room.showing.last.notice
    assert again is not None
    assert again.sentence.endswith("The part already read is kept.")


async def test_a_service_that_is_to_see_nothing_private_gets_no_picture_unasked() -> None:
    room = Room([Read("A", TOOK)], service=Service("svc", "Svc", model="seer", masks_private=True))
    await room.read()
    assert room.readers.services == []
    assert room.buttons == ["sendPictureButton"]
    room.press("sendPictureButton")
    await room.over()
    assert room.showing.last.took == TOOK


async def test_an_engine_that_cannot_be_built_says_why() -> None:
    room = Room()
    room.readers.failure = KeyMissing("Svc")
    await room.read()
    assert room.buttons == ["enterKeyButton", "readPictureAgainButton", HELP]


async def test_what_nobody_expected_is_logged_and_said(expected_log: Callable[[str], None]) -> None:
    expected_log("The reading of a picture ended unexpectedly")
    room = Room([RuntimeError("oh")])
    await room.read()
    notice = room.showing.last.notice
    assert notice is not None
    assert notice.sentence == "Svc could not translate the text."


async def test_closing_ends_what_runs() -> None:
    room = Room([asyncio.Event()])
    room.presenter.read(loading(PICTURE))
    await until(lambda: room.readers.requests)
    await room.presenter.close()
    assert room.readers.closed == 1
