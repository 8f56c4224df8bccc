"""The service in use is shown, its engine is warmed, and the model that answered is kept."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace

import pytest

from tests.fakes.engines import FakeEngines
from tests.fakes.translator import ScriptedTranslator
from tests.support.waiting import settle
from translator.settings import DEMO, Service, Settings
from translator.translation.errors.keys import KeyMissing
from translator.ui.preferences import Preferences
from translator.ui.service.presenter import ServicePresenter
from translator.ui.vocabulary import State

BOX = Service("box", "Box", base_url="http://127.0.0.1:1/v1", model="m-1")
FAR = Service("far", "Far", base_url="https://far.example/v1")


class Line:
    """The status line."""

    def __init__(self) -> None:
        self.service = ""
        self.status: tuple[str, State] = ("", "idle")

    def show_service(self, text: str) -> None:
        self.service = text

    def show_status(self, text: str, state: State) -> None:
        self.status = (text, state)


class WarmedEngines(FakeEngines):
    """Takes note of whose engine was asked for."""

    def __init__(self) -> None:
        super().__init__()
        self.warmed: list[str] = []
        self.translators = {service.id: ScriptedTranslator() for service in (BOX, FAR, DEMO)}

    async def translator(self, service: Service) -> object:
        self.warmed.append(service.id)
        return await super().translator(service)


class Room:
    def __init__(self, settings: Settings) -> None:
        self.line = Line()
        self.kept: list[Settings] = []
        self.preferences = Preferences(settings, self.kept.append)
        self.engines = WarmedEngines()
        self.changes = 0
        self.presenter = ServicePresenter(self.line, self.preferences, self.engines, self._count)

    def _count(self) -> None:
        self.changes += 1


@pytest.fixture
async def room() -> AsyncIterator[Room]:
    made = Room(Settings("box", (BOX, FAR)))
    yield made
    await made.presenter.close()


async def test_service_and_model_are_shown(room: Room) -> None:
    assert room.line.service == "Box · m-1"
    assert room.line.status == ("Ready", "ready")


@pytest.mark.parametrize(
    ("settings", "service", "status"),
    [
        (Settings(), "Services", ("Demo, until you choose a service", "idle")),
        (Settings("demo"), DEMO.name, ("Ready", "ready")),
        (Settings("far", (FAR,)), "Far", ("Ready", "ready")),
    ],
    ids=["first run", "demo", "no model yet"],
)
async def test_what_is_shown_of_others(settings: Settings, service: str, status: tuple[str, State]) -> None:
    room = Room(settings)

    assert (room.line.service, room.line.status) == (service, status)


async def test_a_choice_is_shown_warmed_and_told(room: Room) -> None:
    room.presenter.choose("far")
    await settle()

    assert room.line.service == "Far"
    assert room.engines.warmed == ["far"]
    assert room.changes == 1


async def test_choosing_what_is_in_use_changes_nothing(room: Room) -> None:
    room.presenter.choose("box")
    await settle()

    assert (room.engines.warmed, room.changes) == ([], 0)


async def test_a_new_address_is_another_service(room: Room) -> None:
    room.preferences.change_service(replace(BOX, base_url="http://127.0.0.1:2/v1"))
    await settle()

    assert room.engines.warmed == ["box"]
    assert room.changes == 1


async def test_a_new_model_is_the_same_service(room: Room) -> None:
    room.preferences.change_service(replace(BOX, model="m-2"))
    await settle()

    assert room.line.service == "Box · m-2"
    assert room.changes == 0


async def test_the_services_are_offered_and_the_demo_last(room: Room) -> None:
    assert room.presenter.choices() == [("box", "Box", True), ("far", "Far", False), ("demo", DEMO.name, False)]


async def test_the_model_that_answered_is_kept_where_none_was_chosen(room: Room) -> None:
    room.presenter.choose("far")

    room.presenter.used_model(FAR, "found-1")

    assert room.presenter.service == replace(FAR, model="found-1")
    assert room.kept[-1].find("far") == replace(FAR, model="found-1")
    assert room.changes == 1


async def test_a_chosen_model_is_not_replaced(room: Room) -> None:
    room.presenter.used_model(BOX, "m-1-2026-05-01")
    room.presenter.used_model(BOX, "")

    assert room.presenter.service == BOX
    assert room.kept == []


async def test_the_demos_model_is_no_choice() -> None:
    room = Room(Settings())

    room.presenter.used_model(DEMO, "pseudo")

    assert room.kept == []


@pytest.mark.parametrize("elsewhere", [BOX, replace(FAR, base_url="https://near.example/v1")])
async def test_the_model_of_one_service_is_not_taken_for_another_that_is_in_use_by_now(
    room: Room, elsewhere: Service
) -> None:
    room.presenter.choose("far")

    room.presenter.used_model(elsewhere, "found-1")

    assert room.presenter.service == FAR


async def test_the_use_case_is_that_of_the_service_in_use(room: Room) -> None:
    assert await room.presenter.translator() is room.engines.translators["box"]


async def test_an_engine_that_cannot_be_warmed_is_met_again_by_the_translation(room: Room) -> None:
    room.engines.failure = KeyMissing("Box")

    room.presenter.warm()
    await settle()

    with pytest.raises(KeyMissing):
        await room.presenter.translator()


async def test_close_ends_a_warming_that_takes_long(room: Room) -> None:
    class Slow(WarmedEngines):
        async def translator(self, service: Service) -> object:
            await asyncio.Event().wait()
            return None

    presenter = ServicePresenter(room.line, room.preferences, Slow(), lambda: None)
    presenter.warm()
    await settle()

    await presenter.close()
