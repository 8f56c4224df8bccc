"""What counts as life while a reply is waited for, and what a connection that goes away means."""

import asyncio
from collections.abc import AsyncIterator, Callable, Coroutine
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from functools import partial
from typing import Any

import pytest

from tests.engines.helpers import broken_by, engine_at, events_of, service_at, text_in
from tests.fakes.keys import FixedKeys
from tests.servers.raw_server import EVENT_STREAM, raw_server
from translator.engines.openai_engine import OpenAIEngine
from translator.settings import Deadlines, Service
from translator.translation.errors.connections import ConnectionLost, TimedOut
from translator.translation.errors.keys import KeyMissing
from translator.translation.limits import Allowance, RateLimits
from translator.translation.ports import Finished

TEXT = b'data: {"choices":[{"delta":{"content":"Hallo"}}]}\n\n'
THOUGHT = b'data: {"choices":[{"delta":{"reasoning_content":"hm"}}]}\n\n'
EMPTY = b'data: {"choices":[{"delta":{"content":"","reasoning_content":""}}]}\n\n'
USAGE = b'data: {"choices":[],"usage":{"prompt_tokens":1,"completion_tokens":1}}\n\n'
STOP = b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\ndata: [DONE]\n\n'
WHOLE = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\ncontent-length: %d\r\n\r\n" % len(TEXT + STOP)


def paced(*pieces: bytes, seconds: float = 0.05) -> list[bytes | float]:
    return [step for piece in pieces for step in (piece, seconds)]


@pytest.mark.parametrize(
    "drip",
    [paced(*[EMPTY] * 60), paced(*[USAGE] * 60), paced(*[b"\n"] * 60), paced(*(bytes([c]) for c in TEXT))],
    ids=["empty deltas", "usage", "blank lines", "half a delta"],
)
@pytest.mark.parametrize("before", [b"", TEXT], ids=["before text", "after text"])
async def test_what_says_nothing_new_does_not_keep_a_reply_alive(drip: list[bytes | float], before: bytes) -> None:
    deadlines = Deadlines(first_token=0.4, idle=0.4)
    async with (
        raw_server(EVENT_STREAM, before, *drip, close=False) as server,
        engine_at(server.base_url, deadlines=deadlines) as engine,
    ):
        text, error = await broken_by(engine)
        await asyncio.wait_for(server.client_gone.wait(), 10)
    assert type(error) is TimedOut
    assert text == ("Hallo" if before else "")


async def test_reasoning_does_beyond_the_first_token_and_the_idle_time() -> None:
    steps = [EVENT_STREAM, *paced(*[THOUGHT] * 10, seconds=0.1), TEXT, STOP]
    async with (
        raw_server(*steps) as server,
        engine_at(server.base_url, deadlines=Deadlines(first_token=0.6, idle=0.6)) as engine,
    ):
        assert (await events_of(engine))[-1] == Finished()


async def test_a_reply_that_goes_on_after_its_finish_is_waited_for_again() -> None:
    finish, mark = STOP.split(b"\n\n")[0] + b"\n\n", b"data: [DONE]\n\n"
    steps = [EVENT_STREAM, finish, *paced(*[TEXT] * 8, seconds=0.1), mark]
    async with (
        raw_server(*steps) as server,
        engine_at(server.base_url, deadlines=Deadlines(idle=0.6)) as engine,
    ):
        events = await events_of(engine)
    assert (text_in(events), events[-1]) == ("Hallo" * 8, Finished())


async def test_thoughts_after_the_finish_hold_nothing_up() -> None:
    finish = STOP.split(b"\n\n")[0] + b"\n\n"
    steps = [EVENT_STREAM, TEXT, finish, *paced(*[THOUGHT] * 100)]
    async with (
        raw_server(*steps) as server,
        engine_at(server.base_url, deadlines=Deadlines(idle=0.3)) as engine,
    ):
        assert (await events_of(engine))[-1] == Finished()
        await asyncio.wait_for(server.client_gone.wait(), 10)


async def test_but_not_beyond_the_total() -> None:
    steps = [EVENT_STREAM, *paced(*[THOUGHT] * 100)]
    async with (
        raw_server(*steps) as server,
        engine_at(server.base_url, deadlines=Deadlines(total=0.5)) as engine,
    ):
        assert type((await broken_by(engine))[1]) is TimedOut


async def test_the_services_own_deadlines_hold() -> None:
    async with raw_server(close=False) as server:
        service = service_at(server.base_url, deadlines=Deadlines(first_token=0.2))
        engine = OpenAIEngine(service, FixedKeys("sk-test"))
        assert type((await broken_by(engine))[1]) is TimedOut
        await engine.aclose()


async def test_the_services_limits_come_before_anything_else() -> None:
    head = EVENT_STREAM.replace(b"connection", b"X-RateLimit-Limit-Requests: 60\r\nconnection")
    async with raw_server(head, TEXT, STOP) as server, engine_at(server.base_url) as engine:
        events = await events_of(engine)
    assert events[0] == RateLimits(Allowance(60))
    assert sum(isinstance(event, RateLimits) for event in events) == 1
    assert text_in(events) == "Hallo"


async def test_a_service_that_says_nothing_of_limits_is_not_quoted() -> None:
    async with raw_server(EVENT_STREAM, TEXT, STOP) as server, engine_at(server.base_url) as engine:
        assert not any(isinstance(event, RateLimits) for event in await events_of(engine))


@asynccontextmanager
async def served(
    serve: Callable[[asyncio.StreamReader, asyncio.StreamWriter], Coroutine[Any, Any, None]],
) -> AsyncIterator[str]:
    """Serve connections so, and give the address."""
    tasks: set[asyncio.Task[None]] = set()

    async def closing(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        try:
            await serve(reader, writer)
        finally:
            writer.close()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of our own: asyncio's logs an error when its task is cancelled.
        tasks.add(asyncio.get_running_loop().create_task(closing(reader, writer)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    try:
        yield f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def hang_up_after_one(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Answer a connection's first request, and hang up instead of answering its second."""
    for answer in (WHOLE + TEXT + STOP, b""):
        head = await reader.readuntil(b"\r\n\r\n")
        await reader.readexactly(int(head.lower().partition(b"content-length: ")[2].partition(b"\r\n")[0]))
        writer.write(answer)


async def test_a_kept_connection_that_the_server_closes_under_a_request_may_be_asked_again() -> None:
    async with served(hang_up_after_one) as url, engine_at(url) as engine:
        assert (await events_of(engine))[-1] == Finished()
        text, error = await broken_by(engine)
        assert (type(error), text, error.is_passing) == (ConnectionLost, "", True)
        assert (await events_of(engine))[-1] == Finished()


@dataclass
class Silence:
    """A server that lets itself be greeted and says nothing; by a proxy that connects and then says nothing more."""

    greeted: asyncio.Event = field(default_factory=asyncio.Event)
    left: asyncio.Event = field(default_factory=asyncio.Event)

    async def serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, *, as_proxy: bool) -> None:
        if as_proxy:
            await reader.readuntil(b"\r\n\r\n")
            writer.write(b"HTTP/1.1 200 OK\r\n\r\n")
        while await reader.read(65_536):
            self.greeted.set()
        self.left.set()


@pytest.mark.parametrize("by_proxy", [False, True], ids=["directly", "through a proxy"])
async def test_a_handshake_that_is_given_up_leaves_no_socket_open(by_proxy: bool) -> None:
    silence = Silence()
    async with served(partial(silence.serve, as_proxy=by_proxy)) as here:
        url, proxy = ("https://api.example/v1", here) if by_proxy else (here.replace("http:", "https:"), "")
        async with engine_at(url, proxy=proxy) as engine:
            asked = asyncio.create_task(events_of(engine))
            await asyncio.wait_for(silence.greeted.wait(), 10)
            asked.cancel()
            with pytest.raises(asyncio.CancelledError):
                await asked
            await asyncio.wait_for(silence.left.wait(), 10)


async def test_what_an_address_given_for_one_run_wants_is_no_stored_key() -> None:
    engine = OpenAIEngine(Service("api.example", "api.example", base_url="https://api.example/v1"), FixedKeys(None))
    error = (await broken_by(engine))[1]
    assert isinstance(error, KeyMissing)
    assert error.only_from_environment


async def test_a_stored_service_wants_one() -> None:
    async with engine_at("https://api.example/v1", key=None) as engine:
        error = (await broken_by(engine))[1]
    assert isinstance(error, KeyMissing)
    assert not error.only_from_environment
