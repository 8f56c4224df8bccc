"""How a service is asked: deadlines, reasoning, masking and prices are taken, refused and shown."""

import pytest

from tests.ui.settings.room import OLLAMA, OPENAI, Room
from translator.settings import Deadlines, Price, Service, Settings
from translator.ui.settings.services.screen import Field

DEADLINES: tuple[Field, ...] = ("connect", "first_token", "idle", "total")


async def test_an_empty_deadline_says_which_default_holds_for_this_kind_of_service(room: Room) -> None:
    assert {room.screen.fields[field] for field in DEADLINES} == {""}
    assert room.screen.placeholders["first_token"] == "60, the default"
    room.presenter.select("ollama")
    assert room.screen.placeholders["first_token"] == "300, the default"
    assert room.screen.placeholders["total"] == "600, the default"


async def test_each_deadline_is_taken_for_itself_and_given_up_again(room: Room) -> None:
    for field, text in zip(DEADLINES, ("5", "90 s", "2,5", "86400"), strict=True):
        room.presenter.change(field, text)
    assert room.service.deadlines == Deadlines(5, 90, 2.5, 86_400)
    assert room.screen.fields["idle"] == "2.5"
    room.presenter.change("first_token", "")
    assert room.service.deadlines == Deadlines(5, 0, 2.5, 86_400)
    assert room.screen.fields["first_token"] == ""


@pytest.mark.parametrize("text", ["soon", "-1", "0", "0.0", "86401", "nan"])
async def test_a_deadline_that_cannot_be_meant_is_refused_until_it_is_mended(room: Room, text: str) -> None:
    room.presenter.change("idle", "20")
    room.presenter.change("idle", text)
    assert "seconds" in room.screen.problems["idle"]
    assert room.service.deadlines == Deadlines(idle=20)
    room.presenter.change("idle", "30")
    assert room.screen.problems["idle"] == ""


async def test_what_was_wrong_with_one_service_is_not_said_of_the_next(room: Room) -> None:
    room.presenter.change("idle", "soon")
    room.presenter.change("input_price", "much")
    room.presenter.select("ollama")
    assert {room.screen.problems["idle"], room.screen.problems["input_price"]} == {""}


async def test_reasoning_and_masking_are_for_this_service_alone(room: Room) -> None:
    assert (room.screen.reasoning, room.screen.masks) == ("least", False)
    room.presenter.tuning.choose_reasoning("high")
    room.presenter.tuning.mask_private(True)
    assert (room.service.reasoning, room.service.masks_private) == ("high", True)
    assert (room.screen.reasoning, room.screen.masks) == ("high", True)
    room.presenter.select("ollama")
    assert (room.screen.reasoning, room.screen.masks) == ("least", False)
    assert room.service == OLLAMA


async def test_the_price_of_the_table_stands_in_the_empty_fields(room: Room) -> None:
    assert room.screen.price_of == (
        "gpt-x", "US dollars per million tokens. Empty: as in the table of 2026-11-20."
    )  # fmt: skip
    assert room.screen.fields["input_price"] == ""
    assert room.screen.placeholders["input_price"] == "0.15, as in the table"
    assert room.screen.placeholders["output_price"] == "0.6, as in the table"


async def test_a_price_that_is_not_known_says_so(room: Room) -> None:
    room.presenter.select("ollama")
    assert room.screen.price_of == ("gemma3", "US dollars per million tokens.")
    assert room.screen.placeholders["output_price"] == "Not known"


async def test_a_price_is_taken_once_both_halves_are_there(room: Room) -> None:
    room.presenter.change("input_price", "0.2")
    assert room.service.prices == ()
    assert "this one too" in room.screen.problems["output_price"]
    assert room.screen.problems["input_price"] == ""
    room.presenter.change("output_price", "$0.80")
    assert room.service.prices == (("gpt-x", Price(0.2, 0.8)),)
    assert room.screen.problems["output_price"] == ""
    assert room.screen.placeholders["input_price"] == "0.15, as in the table"

    room.presenter.change("input_price", "")
    assert room.service.prices == (("gpt-x", Price(0.2, 0.8)),)
    assert "this one too" in room.screen.problems["input_price"]
    room.presenter.change("output_price", "")
    assert room.service.prices == ()
    assert room.screen.problems["input_price"] == ""


async def test_a_model_that_costs_nothing_costs_nothing(room: Room) -> None:
    room.presenter.change("input_price", "0")
    room.presenter.change("output_price", "0")
    assert room.service.prices == (("gpt-x", Price(0, 0)),)
    assert (room.screen.fields["input_price"], room.screen.fields["output_price"]) == ("0", "0")


@pytest.mark.parametrize("text", ["cheap", "-1", "1,000", "100001"])
async def test_a_price_that_cannot_be_meant_is_refused(room: Room, text: str) -> None:
    room.presenter.change("output_price", text)
    assert room.screen.problems["output_price"]
    assert not room.screen.problems["input_price"]
    room.presenter.change("input_price", "1")
    assert room.service.prices == ()


async def test_each_model_has_its_own_price_and_half_of_one_is_not_taken_for_another(room: Room) -> None:
    room.presenter.change("input_price", "1")
    room.presenter.change("output_price", "2")
    room.presenter.change("input_price", "")
    room.presenter.change("model", "gpt-y")
    assert room.screen.price_of[0] == "gpt-y"
    assert (room.screen.fields["input_price"], room.screen.fields["output_price"]) == ("", "")
    room.presenter.change("output_price", "3")
    room.presenter.change("input_price", "4")
    assert room.service.prices == (("gpt-x", Price(1, 2)), ("gpt-y", Price(4, 3)))
    room.presenter.change("model", "gpt-x")
    assert room.screen.fields["output_price"] == "2"


async def test_without_a_model_there_is_no_price_to_enter() -> None:
    room = Room(Settings("a", (Service("a", "A", base_url="https://a.example/v1"),)))
    await room.open()
    assert room.screen.price_of == ("", "Choose a model first.")
    room.presenter.change("input_price", "1")
    room.presenter.change("output_price", "1")
    assert room.service.prices == ()
    await room.presenter.close()


async def test_what_is_being_typed_elsewhere_is_not_written_over(room: Room) -> None:
    room.presenter.change("input_price", "1")
    room.presenter.change("connect", "x")
    room.screen.shown.clear()
    room.presenter.change("idle", "20")
    assert room.screen.shown == ["idle"]


async def test_the_demo_takes_no_changes(room: Room) -> None:
    room.presenter.select("demo")
    room.presenter.tuning.mask_private(True)
    room.presenter.change("idle", "20")
    assert room.preferences.settings.services == (OPENAI, OLLAMA)
