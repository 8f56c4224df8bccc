"""The engine against servers that do not take every parameter: it learns, asks once more, and remembers."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.engines.helpers import broken_by, engine_at, events_of, prompt_for, text_in
from tests.fakes.capabilities import MemoryCapabilities
from tests.servers.processes import MockServer, running_mock
from tests.servers.raw_server import EVENT_STREAM, raw_server
from translator.translation.capabilities import Capabilities
from translator.translation.errors.requests import RequestRejected
from translator.translation.ports import Finished, ReplyForm
from translator.translation.request import Usage

WORDS = prompt_for("Hello brave new world")


def bodies(server: MockServer) -> list[dict[str, Any]]:
    return [json.loads(record["body"]) for record in server.settled_log() if record["body"]]


def refused(message: str) -> bytes:
    body = json.dumps({"error": {"message": message}}).encode()
    head = f"HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: {len(body)}\r\n\r\n"
    return head.encode() + body


async def test_what_a_server_minds_or_demands_is_learned_and_asked_for_no_more() -> None:
    store = MemoryCapabilities()
    with running_mock("--minds", "temperature,stream_options", "--demands", "max_tokens") as server:
        async with engine_at(server.base_url, capabilities=store) as engine:
            first = await events_of(engine, WORDS)
            await events_of(engine, WORDS)
        async with engine_at(server.base_url, capabilities=store) as another:
            await events_of(another, WORDS)
        sent = bodies(server)
    assert (text_in(first), first[-1]) == ("Uryyb oenir arj jbeyq", Finished())
    assert len(sent) == 4 + 1 + 1
    for body in sent[3:]:
        assert set(body) == {"model", "messages", "stream", "max_tokens"}
    learned = Capabilities(temperature=False, stream_options=False, reply_limit="max_tokens")
    assert store.known == {(server.base_url, "mock"): learned}


async def test_a_model_that_turns_out_to_reason_is_asked_for_its_least_from_then_on() -> None:
    store = MemoryCapabilities()
    with running_mock("--fault", "reasoning", "--strict-effort", "low,high") as server:
        async with engine_at(server.base_url, capabilities=store) as engine:
            for _ in range(3):
                assert text_in(await events_of(engine, WORDS)) == "Uryyb oenir arj jbeyq"
        sent = bodies(server)
    assert [body.get("reasoning_effort") for body in sent] == [None, "none", "low", "low"]
    assert ["temperature" in body for body in sent] == [True, False, False, False]
    assert store.known == {(server.base_url, "mock"): Capabilities(reasons=True, least_effort="low")}


async def test_the_chosen_effort_is_sent_and_dropped_where_it_is_refused() -> None:
    store = MemoryCapabilities()
    with running_mock("--models", "gpt-oss", "--strict-effort", "low,medium") as server:
        for effort in ("medium", "high", "high", "model", "least"):
            async with engine_at(server.base_url, model="gpt-oss", reasoning=effort, capabilities=store) as engine:
                await events_of(engine, WORDS)
        sent = bodies(server)
    assert [body.get("reasoning_effort") for body in sent] == ["medium", "high", None, None, None, "low"]


async def test_each_model_is_learned_for_itself() -> None:
    store = MemoryCapabilities()
    with running_mock("--minds", "temperature") as server:
        for model in ("one", "two"):
            async with engine_at(server.base_url, model=model, capabilities=store) as engine:
                await events_of(engine, WORDS)
        assert len(bodies(server)) == 4
    assert set(store.known) == {(server.base_url, "one"), (server.base_url, "two")}


@pytest.mark.parametrize(
    "message",
    [
        "max_tokens is required, and max_tokens is at most 5",
        "temperature, stream_options, max_tokens: Field required",
        "Missing required parameter: 'max_completion_tokens'; Unsupported parameter: 'max_tokens'",
    ],
)
async def test_a_server_that_is_never_content_is_not_asked_for_the_same_twice(message: str) -> None:
    store = MemoryCapabilities()
    async with (
        raw_server(refused(message)) as server,
        engine_at(server.base_url, capabilities=store) as engine,
    ):
        assert type((await broken_by(engine))[1]) is RequestRejected
    sent = [request.partition(b"\r\n\r\n")[2] for request in server.requests]
    assert 1 < len(sent) <= 6
    assert len(set(sent)) == len(sent)
    assert store.known == {}


async def test_a_lesson_that_does_not_help_is_forgotten() -> None:
    store = MemoryCapabilities()
    async with (
        raw_server(refused("Unknown parameter: 'stream_options'.")) as server,
        engine_at(server.base_url, capabilities=store) as engine,
    ):
        for _ in range(2):
            assert type((await broken_by(engine))[1]) is RequestRejected
    assert [b"stream_options" in request for request in server.requests] == [True, False] * 2
    assert store.known == {}


@pytest.mark.parametrize("status", ["429 Too Many Requests", "503 Service Unavailable"])
async def test_a_lesson_that_could_not_be_tried_yet_holds_and_is_kept_when_it_has_helped(status: str) -> None:
    store = MemoryCapabilities()
    busy = f"HTTP/1.1 {status}\r\nconnection: close\r\ncontent-length: 0\r\n\r\n".encode()
    whole = EVENT_STREAM + b'data: {"choices":[{"delta":{"content":"Hallo"},"finish_reason":"stop"}]}\n\n'
    answers = (refused("Unknown parameter: 'stream_options'."), busy, whole, whole)
    async with (
        raw_server(*answers, in_turn=True) as server,
        engine_at(server.base_url, capabilities=store) as engine,
    ):
        await broken_by(engine)
        assert store.known == {}
        for _ in range(2):
            assert text_in(await events_of(engine)) == "Hallo"
    assert [b"stream_options" in request for request in server.requests] == [True, False, False, False]
    assert store.known == {(server.base_url, "mock"): Capabilities(stream_options=False)}
    assert len(store.saves) == 1


async def test_text_that_a_service_repeats_teaches_nothing() -> None:
    store = MemoryCapabilities({})
    message = "Input not permitted: 'I was thinking of reasoning, and thinking mode is not supported'"
    async with (
        raw_server(refused(message)) as server,
        engine_at(server.base_url, model="gpt-oss", capabilities=store) as engine,
    ):
        for _ in range(2):
            await broken_by(engine)
    assert [b"reasoning_effort" in request for request in server.requests] == [True] * 2


async def test_every_request_that_it_took_is_counted() -> None:
    with running_mock("--minds", "temperature,stream_options", "--demands", "max_tokens") as server:
        async with engine_at(server.base_url) as engine:
            told = [event for _ in range(2) for event in await events_of(engine) if isinstance(event, Usage)]
        assert len(bodies(server)) == 5
    assert [usage.requests for usage in told] == [4, 1]


async def test_a_text_with_a_think_tag_does_not_make_the_model_one_that_reasons() -> None:
    store = MemoryCapabilities()
    echo = b'data: {"choices":[{"delta":{"content":"<think> is a tag"},"finish_reason":"stop"}]}\n\n'
    async with (
        raw_server(EVENT_STREAM, echo) as server,
        engine_at(server.base_url, capabilities=store) as engine,
    ):
        for source in ("<think> ist ein Tag", "<denken> ist ein Tag"):
            await events_of(engine, prompt_for(source))
            assert store.known == {}
        await events_of(engine, prompt_for("Denken ist Arbeit"))
        assert store.known == {(server.base_url, "mock"): Capabilities(reasons=True)}


async def test_a_refusal_of_something_else_is_told_at_once() -> None:
    message = "Unsupported parameter: 'top_p'"
    async with raw_server(refused(message)) as server, engine_at(server.base_url) as engine:
        error = (await broken_by(engine))[1]
    assert (type(error), error.detail) == (RequestRejected, message)
    assert len(server.requests) == 1


async def test_a_schema_is_left_out_where_a_service_knows_of_none_and_not_sent_again() -> None:
    schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
    asked = replace(WORDS, form=ReplyForm.OBJECT, schema=json.dumps(schema))
    store = MemoryCapabilities()
    with running_mock("--minds", "response_format") as server:
        async with engine_at(server.base_url, capabilities=store) as engine:
            for _ in range(2):
                assert text_in(await events_of(engine, asked)) == "Uryyb oenir arj jbeyq"
        sent = bodies(server)
    assert [body.get("response_format", {}).get("json_schema", {}).get("schema") for body in sent] == [
        schema, None, None,
    ]  # fmt: skip
    assert store.known == {(server.base_url, "mock"): Capabilities(response_format="none")}
