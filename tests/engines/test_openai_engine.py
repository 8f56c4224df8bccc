"""The engine against a server that behaves."""

import asyncio
import json
import sys
import threading
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from tests.engines.helpers import PAIR, broken_by, engine_at, events_of, prompt_for, service_at, text_in
from tests.fakes.keys import FixedKeys
from tests.servers.processes import MockServer, running_mock
from translator.engines.network.address import Address
from translator.engines.network.deadlines import CLOUD_DEADLINES, LOCAL_DEADLINES
from translator.engines.openai_engine import OpenAIEngine
from translator.settings import Deadlines, Service
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import ConnectionLost, NotAnOpenAIApi, Redirected, ServiceTimedOut
from translator.translation.errors.keys import KeyMalformed, KeyMissing, KeyRefused, KeyStoreLocked, KeyWanted
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.models import ModelUnknown, NoModel
from translator.translation.errors.requests import NotAllowed, RequestRejected, TextTooLong
from translator.translation.errors.servers import BadReply, ServerFailed
from translator.translation.ports import Finished, Prompt, TextDelta
from translator.translation.prompting.prompt import make_prompt
from translator.translation.request import IncompleteReason, Thinking, Usage


@pytest.fixture
def own() -> Iterator[MockServer]:
    """Run a mock for one test alone, where what it counts and logs matters."""
    with running_mock() as server:
        yield server


async def finished(mock: MockServer, model: str) -> tuple[str, IncompleteReason | None]:
    async with engine_at(mock.base_url, model=model) as engine:
        events = await events_of(engine, prompt_for("Hello brave new world"))
    assert isinstance(events[-1], Finished)
    return text_in(events), events[-1].reason


async def sent(own: MockServer, prompt: Prompt | None = None, **engine: Any) -> dict[str, Any]:
    """Return what the server saw of one request."""
    async with engine_at(own.base_url, **engine) as made:
        await events_of(made, prompt)
    return own.settled_log()[-1]


async def test_streams_text_then_usage_then_the_end(mock: MockServer) -> None:
    async with engine_at(mock.base_url) as engine:
        events = await events_of(engine, prompt_for("Hello brave new world"))
    assert text_in(events) == "Uryyb oenir arj jbeyq"
    assert sum(isinstance(event, TextDelta) for event in events) > 1
    assert events[-2:] == [Usage(4, 4, requests=1, cost=None), Finished()]


async def test_sends_the_messages_and_nothing_that_was_not_asked_for(own: MockServer) -> None:
    prompt = prompt_for("Hello")
    body = json.loads((await sent(own, prompt))["body"])
    assert body == {
        "model": "mock",
        "messages": [{"role": "system", "content": prompt.system}, {"role": "user", "content": prompt.user}],
        "stream": True,
        "stream_options": {"include_usage": True},
        "temperature": 0.3,
    }


async def test_half_a_character_in_the_text_is_replaced_and_sent(own: MockServer) -> None:
    body = json.loads((await sent(own, make_prompt(PAIR, ["a\ud83d b"])))["body"])
    assert "a\ufffd b" in body["messages"][1]["content"]


async def test_sends_no_header_that_a_request_does_not_need(own: MockServer) -> None:
    headers = (await sent(own, headers=(("X-Title", "Mine"), ("Accept-Encoding", "gzip"))))["headers"]
    assert set(headers) == {
        "host", "connection", "accept", "accept-encoding", "content-type", "content-length", "authorization",
        "user-agent", "x-title",
    }  # fmt: skip
    assert headers["authorization"] == "Bearer sk-test"
    assert headers["accept-encoding"] == "identity"
    assert headers["x-title"] == "Mine"
    assert headers["user-agent"].startswith("translator/")


@pytest.mark.parametrize("key", ["sk-test", None])
async def test_no_openai_variable_reaches_the_server(
    own: MockServer, monkeypatch: pytest.MonkeyPatch, key: str | None
) -> None:
    custom = "Authorization: Bearer evil\nX-Evil: evil\nUser-Agent: evil"
    for name in ("API_KEY", "ADMIN_KEY", "ORG_ID", "PROJECT_ID", "WEBHOOK_SECRET"):
        monkeypatch.setenv(f"OPENAI_{name}", "evil")
    monkeypatch.setenv("OPENAI_BASE_URL", "http://127.0.0.1:1/evil")
    monkeypatch.setenv("OPENAI_CUSTOM_HEADERS", custom)
    seen = await sent(own, key=key)
    assert "evil" not in json.dumps(seen)
    assert seen["headers"].get("authorization") == (f"Bearer {key}" if key else None)


async def test_a_server_on_this_computer_needs_no_key(own: MockServer) -> None:
    assert "authorization" not in (await sent(own, key=None))["headers"]


async def test_blanks_around_a_key_are_no_part_of_it(own: MockServer) -> None:
    assert (await sent(own, key=" sk-test\n"))["headers"]["authorization"] == "Bearer sk-test"


@pytest.mark.parametrize("key", [None, "", "  \n"])
async def test_any_other_service_does(key: str | None) -> None:
    async with engine_at("https://api.example/v1", key=key) as engine:
        assert type((await broken_by(engine))[1]) is KeyMissing
        with pytest.raises(KeyMissing):
            await engine.models()


@pytest.mark.parametrize("key", ["sk test", "sk\ntest", "schlüssel", "sk-\u200btest", "sk\x00"])
async def test_a_key_that_cannot_be_sent_is_said_to_be_malformed(mock: MockServer, key: str) -> None:
    before = mock.stats()["requests"]
    async with engine_at(mock.base_url, key=key) as engine:
        error = (await broken_by(engine))[1]
    assert type(error) is KeyMalformed
    assert mock.stats()["requests"] == before


async def test_a_server_on_this_computer_that_wants_a_key_says_so() -> None:
    with running_mock("--require-key", "sk-new") as server:
        engine = OpenAIEngine(service_at(server.base_url), FixedKeys(""))
        assert type((await broken_by(engine))[1]) is KeyWanted
        await engine.aclose()


async def test_a_new_key_counts_from_the_next_request_on() -> None:
    keys = FixedKeys("sk-old")
    with running_mock("--require-key", "sk-new") as server:
        engine = OpenAIEngine(service_at(server.base_url), keys)
        assert type((await broken_by(engine))[1]) is KeyRefused
        keys.key = "sk-new"
        assert (await events_of(engine))[-1] == Finished()
        await engine.aclose()


async def test_a_keyring_that_fails_says_so(mock: MockServer) -> None:
    class Locked:
        async def key_for(self, service: Service) -> str | None:
            raise KeyStoreLocked(service.name)

    engine = OpenAIEngine(service_at(mock.base_url), Locked())
    assert type((await broken_by(engine))[1]) is KeyStoreLocked
    await engine.aclose()


async def test_lists_the_models_sorted(mock: MockServer) -> None:
    async with engine_at(mock.base_url) as engine:
        assert await engine.models() == ("alpha", "gemma3:4b", "llama3.2", "zeta")


async def test_takes_the_first_preferred_model_there_is_and_keeps_it() -> None:
    with running_mock("--models", "zeta,llama3.2,gemma3:4b") as own:
        async with engine_at(own.base_url, model="", preset="ollama") as engine:
            assert engine.model == ""
            await events_of(engine)
            await events_of(engine)
            assert engine.model == "gemma3:4b"
        assert [record["target"].rpartition("/")[2] for record in own.settled_log()] == [
            "models",
            "completions",
            "completions",
        ]
        assert json.loads(own.settled_log()[-1]["body"])["model"] == "gemma3:4b"


async def test_asks_where_none_of_the_preferred_models_is_there(mock: MockServer) -> None:
    async with engine_at(mock.base_url, model="", preset="deepseek") as engine:
        error = (await broken_by(engine))[1]
    assert isinstance(error, NoModel)
    assert error.available == ("alpha", "gemma3:4b", "llama3.2", "zeta")


@pytest.mark.parametrize(
    ("fault", "reason"),
    [
        ("length", IncompleteReason.LENGTH),
        ("content_filter", IncompleteReason.FILTERED),
        ("no_finish", IncompleteReason.CUT),
    ],
)
async def test_says_why_a_reply_is_not_complete(mock: MockServer, fault: str, reason: IncompleteReason) -> None:
    text, given = await finished(mock, f"mock+{fault}")
    assert given is reason
    assert text.startswith("Uryyb")


async def test_a_refusal_is_a_reason_and_not_a_translation(mock: MockServer) -> None:
    assert await finished(mock, "mock+refusal") == ("", IncompleteReason.REFUSED)


async def test_comments_between_the_events_do_no_harm(mock: MockServer) -> None:
    assert await finished(mock, "mock+comments") == ("Uryyb oenir arj jbeyq", None)


async def test_a_server_that_does_not_stream_is_read_all_the_same(mock: MockServer) -> None:
    assert await finished(mock, "mock+whole") == ("Uryyb oenir arj jbeyq", None)


async def test_says_that_the_model_is_thinking(mock: MockServer) -> None:
    async with engine_at(mock.base_url, model="mock+reasoning") as engine:
        assert (await events_of(engine))[0] == Thinking()


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("http401", KeyRefused),
        ("http402", OutOfCredit),
        ("http403", NotAllowed),
        ("http404", ModelUnknown),
        ("http422", RequestRejected),
        ("http429", RateLimited),
        ("http500", ServerFailed),
        ("http503", ServerFailed),
        ("http504", ServiceTimedOut),
        ("html502", ServerFailed),
        ("context", TextTooLong),
        ("quota", OutOfCredit),
        ("redirect", Redirected),
        ("html200", NotAnOpenAIApi),
        ("empty200", NotAnOpenAIApi),
        ("nonsense200", NotAnOpenAIApi),
        ("gzip", NotAnOpenAIApi),
        ("error200", ServerFailed),
    ],
)
async def test_every_bad_answer_is_an_error_of_its_own_and_is_asked_for_once(
    mock: MockServer, fault: str, kind: type[TranslationError]
) -> None:
    before = mock.stats()["requests"]
    async with engine_at(mock.base_url, model=f"mock+{fault}") as engine:
        text, error = await broken_by(engine)
    assert type(error) is kind
    assert (text, error.service) == ("", "Test service")
    assert mock.stats()["requests"] == before + 1


@pytest.mark.parametrize(
    ("fault", "kind"),
    [
        ("reset", ConnectionLost),
        ("truncated", ConnectionLost),
        ("malformed", BadReply),
        ("sse_error", ServerFailed),
    ],
)
async def test_what_came_before_a_stream_broke_was_delivered(
    mock: MockServer, fault: str, kind: type[TranslationError]
) -> None:
    async with engine_at(mock.base_url, model=f"mock+{fault}") as engine:
        text, error = await broken_by(engine, prompt_for("Hello brave new world"))
    assert type(error) is kind
    assert text.startswith("Uryyb")


async def test_a_rate_limit_says_until_when(mock: MockServer) -> None:
    async with engine_at(mock.base_url, model="mock+http429") as engine:
        error = (await broken_by(engine))[1]
    assert isinstance(error, RateLimited)
    assert error.retry_at is not None


async def test_one_connection_serves_many_requests(own: MockServer) -> None:
    before = own.stats()["connections"]
    async with engine_at(own.base_url) as engine:
        for _ in range(3):
            await events_of(engine)
    assert own.stats()["connections"] == before + 2  # one of them asks for these counts


async def test_stopping_closes_the_socket(mock: MockServer) -> None:
    gone = mock.stats()["client_gone"]
    async with engine_at(mock.base_url, model="mock+stall") as engine:
        stream = engine.stream(prompt_for("Hello brave new world"))
        await anext(stream)
        await stream.aclose()  # type: ignore[attr-defined]
        await asyncio.to_thread(mock.wait_for, "client_gone", gone + 1)


@pytest.mark.parametrize("fault", ["stall", "stall_head"])
async def test_cancelling_closes_the_socket(mock: MockServer, fault: str) -> None:
    stats = mock.stats()
    async with engine_at(mock.base_url, model=f"mock+{fault}") as engine:
        task = asyncio.create_task(events_of(engine, prompt_for("Hello brave new world")))
        await asyncio.to_thread(mock.wait_for, "active", stats["active"] + 1)
        task.cancel()
        with pytest.raises(asyncio.CancelledError):
            await task
        await asyncio.to_thread(mock.wait_for, "client_gone", stats["client_gone"] + 1)


async def test_warming_up_sends_nothing_and_leaves_nothing_to_import(own: MockServer) -> None:
    async with engine_at(own.base_url) as engine:
        await engine.warm()
        assert own.stats()["requests"] == 0
        known = set(sys.modules)
        await events_of(engine)
        assert {name for name in set(sys.modules) - known if name.startswith(("openai", "httpx2", "anyio"))} == set()


async def test_the_client_is_built_once_and_on_a_thread(own: MockServer, monkeypatch: pytest.MonkeyPatch) -> None:
    builders: list[threading.Thread] = []
    build = OpenAIEngine._build

    def noted(engine: OpenAIEngine) -> Any:
        builders.append(threading.current_thread())
        return build(engine)

    monkeypatch.setattr(OpenAIEngine, "_build", noted)
    async with engine_at(own.base_url) as engine:
        await asyncio.gather(engine.warm(), events_of(engine), engine.models())
    assert len(builders) == 1
    assert builders[0] is not threading.main_thread()


async def test_works_again_after_it_was_closed(mock: MockServer) -> None:
    async with engine_at(mock.base_url) as engine:
        await events_of(engine)
        await engine.aclose()
        assert (await events_of(engine))[-1] == Finished()


def test_a_server_on_this_computer_is_given_more_time() -> None:
    engine = OpenAIEngine(service_at("https://api.example/v1"), FixedKeys())
    assert engine._deadlines_for(Address("", "https", "api.example")) == CLOUD_DEADLINES
    assert engine._deadlines_for(Address("", "http", "127.0.0.1")) == LOCAL_DEADLINES


def test_the_services_own_deadlines_hold() -> None:
    engine = OpenAIEngine(service_at("https://api.example/v1", deadlines=Deadlines(idle=7)), FixedKeys())
    assert engine._deadlines_for(Address("", "https", "api.example")) == replace(CLOUD_DEADLINES, idle=7)
