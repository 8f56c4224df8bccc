"""Pictures on the wire: to a server that sees, to those that refuse as real ones do, to one that ignores them."""

import json
from collections.abc import Sequence
from datetime import date

import pytest

from tests.engines.helpers import broken_by, engine_at, events_of, service_at, text_in
from tests.fakes.capabilities import MemoryCapabilities
from tests.fakes.engine import ScriptedEngine, Step, reply
from tests.fakes.keys import FixedKeys
from tests.fakes.usage import NOON, ListedUsage
from tests.servers.mock_pictures import REFUSALS, picture_in
from tests.servers.processes import running_mock
from translator.engines.limits.limited import tokens_of
from translator.engines.metered import Metered
from translator.engines.openai_engine import OpenAIEngine
from translator.engines.requests.layout import lay_out
from translator.prices import Prices
from translator.settings import Budget, Price, Service
from translator.surroundings.picture import Picture
from translator.translation.capabilities import Capabilities
from translator.translation.errors.limits import OverBudget
from translator.translation.errors.models import CannotSee
from translator.translation.errors.requests import RequestRejected
from translator.translation.pictures.prompt import make_picture_prompt
from translator.translation.pictures.read_picture import NotRead, PictureRequest, Read, ReadPicture
from translator.translation.request import Action, Usage
from translator.translation.spending.estimate import tokens_read
from translator.translation.spending.usage import Ledger

CONTENT = bytes(range(256)) * 8
PICTURE = Picture(CONTENT, 560, 280)
PROMPT = make_picture_prompt(PICTURE)


async def test_the_picture_arrives_byte_by_byte_and_its_text_comes_back() -> None:
    store = MemoryCapabilities()
    with running_mock("--picture-text", json.dumps("Speisekarte\n\nSuppe")) as mock:
        async with engine_at(mock.base_url, capabilities=store) as engine:
            *_, ending = [event async for event in ReadPicture(engine).run(PictureRequest(PICTURE))]
        body = json.loads(mock.settled_log()[-1]["body"])
    assert isinstance(ending, Read)
    assert ending.text == "Speisekarte\n\nSuppe"
    assert ending.usage.input_tokens > 765
    sent = picture_in(body["messages"])
    assert sent is not None
    assert (sent.mime, sent.content, sent.detail) == ("image/png", CONTENT, "high")
    assert body["messages"][1]["content"][1] == {"type": "text", "text": PROMPT.user}
    assert store.known[mock.base_url, "mock"].sees is True


async def test_another_model_of_the_service_can_read_pictures_by_the_same_engine() -> None:
    with running_mock("--picture-text", '"A"') as mock:
        async with engine_at(mock.base_url, model="") as engine:
            *_, ending = [event async for event in ReadPicture(engine).run(PictureRequest(PICTURE, "seer"))]
            assert engine.model == ""
        requests = mock.settled_log()
    assert isinstance(ending, Read)
    assert ending.model == "seer"
    assert [json.loads(request["body"])["model"] for request in requests] == ["seer"]


@pytest.mark.parametrize("service", REFUSALS)
async def test_a_refusal_says_that_the_model_cannot_see_and_is_kept(service: str) -> None:
    store = MemoryCapabilities()
    with running_mock("--pictures", service) as mock:
        async with engine_at(mock.base_url, capabilities=store) as engine:
            text, error = await broken_by(engine, PROMPT)
            again = await broken_by(engine, PROMPT)
            assert mock.settled_log()[-1]["status"] >= 400
            requests = len(mock.settled_log())
            await broken_by(engine, make_picture_prompt(PICTURE, insists=True))
        insisted = len(mock.settled_log())
    assert (text, type(error), error.service, error.detail) == ("", CannotSee, "Test service", "mock")
    assert type(again[1]) is CannotSee
    assert (requests, insisted) == (1, 2)  # nothing is sent in vain, unless the user insists
    assert store.known[mock.base_url, "mock"].sees is False


async def test_a_model_that_has_learned_to_see_is_believed_once_it_has_read_a_picture() -> None:
    with running_mock("--picture-text", '"A"') as mock:
        store = MemoryCapabilities({(mock.base_url, "mock"): Capabilities(sees=False)})
        async with engine_at(mock.base_url, capabilities=store) as engine:
            assert type((await broken_by(engine, PROMPT))[1]) is CannotSee
            assert "A" in text_in(await events_of(engine, make_picture_prompt(PICTURE, insists=True)))
            assert "A" in text_in(await events_of(engine, PROMPT))


async def test_a_model_that_ignores_pictures_cannot_see() -> None:
    with running_mock("--pictures", "ignores") as mock:
        async with engine_at(mock.base_url) as engine:
            (ending,) = [event async for event in ReadPicture(engine).run(PictureRequest(PICTURE))]
    assert isinstance(ending, NotRead)
    assert type(ending.error) is CannotSee


async def test_a_refusal_of_a_parameter_is_learned_from_as_with_texts() -> None:
    with running_mock("--minds", "temperature", "--picture-text", '"A"') as mock:
        async with engine_at(mock.base_url) as engine:
            assert "A" in text_in(await events_of(engine, PROMPT))


async def test_a_request_that_is_refused_for_another_reason_says_so() -> None:
    with running_mock() as mock:
        engine = OpenAIEngine(service_at(mock.base_url, model="mock+http422"), FixedKeys("sk-test"))
        _, error = await broken_by(engine, PROMPT)
        await engine.aclose()
    assert type(error) is RequestRejected


def test_the_reply_may_be_as_long_as_the_text_in_the_picture() -> None:
    limits = lay_out(Capabilities(reply_limit="max_tokens"), make_picture_prompt(Picture(b"", 1280, 1000)), "least")
    assert limits["max_tokens"] == 4 * 1000 + 2000


def test_a_picture_counts_towards_the_limits() -> None:
    assert tokens_of(make_picture_prompt(Picture(b"", 1280, 1000)), "x") > tokens_of(PROMPT, "x") > 200


class Priced:
    """A metered engine whose models cost what is said here."""

    def __init__(self, *replies: Sequence[Step], budget: Budget | None = None) -> None:
        service = Service(
            "svc", "Svc", base_url="https://x.example/v1", prices=(("seer", Price(10, 100)), ("script-1", Price(1, 1)))
        )
        self.store = ListedUsage()
        self.inner = ScriptedEngine(replies)
        ledger = Ledger(self.store, lambda: budget or Budget(), lambda: NOON)
        self.engine = Metered(self.inner, service, ledger, Prices(date(2026, 11, 22)), lambda: NOON)


async def test_what_reading_took_is_kept_under_the_model_that_read_it() -> None:
    priced = Priced(reply("A", usage=Usage(1_000, 10, requests=1)))
    await events_of(priced.engine, make_picture_prompt(PICTURE, model="seer"))
    (record,) = priced.store.records
    assert (record.model, record.action, record.cost) == ("seer", Action.PICTURE, pytest.approx(0.011))


async def test_what_a_service_does_not_count_is_estimated_with_the_picture() -> None:
    priced = Priced(reply("A"))
    prompt = make_picture_prompt(PICTURE, model="seer")
    await events_of(priced.engine, prompt)
    (record,) = priced.store.records
    assert record.estimated
    assert record.input_tokens == tokens_read(prompt, "")
    assert record.input_tokens > 200


async def test_a_count_is_believed_that_only_a_picture_can_explain() -> None:
    priced = Priced(reply("A", usage=Usage(48_000, 10, requests=1)))
    await events_of(priced.engine, PROMPT)
    assert priced.store.records[0].input_tokens == 48_000


async def test_no_picture_is_sent_over_the_budget_unless_the_user_allows_it() -> None:
    priced = Priced(reply("A"), budget=Budget(day=0.000001))
    await events_of(priced.engine, make_picture_prompt(PICTURE, model="seer", over_budget=True))
    _, error = await broken_by(priced.engine, make_picture_prompt(PICTURE, model="seer"))
    assert type(error) is OverBudget
    assert len(priced.inner.prompts) == 1
