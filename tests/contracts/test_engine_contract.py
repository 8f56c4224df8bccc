"""What every Engine keeps to (translator.translation.ports): the fake, the demo and the real one alike."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import aclosing, asynccontextmanager

import pytest

from tests.engines.helpers import engine_at, events_of, prompt_for, text_in
from tests.fakes.engine import ScriptedEngine, reply
from tests.servers.processes import MockServer, running_mock
from translator.engines.demo.demo_engine import DemoEngine
from translator.translation.ports import Engine, Finished, TextDelta
from translator.translation.request import Usage

_LINES = ("Good morning, {name}.", "See https://example.org/a?b=c for 12 more.")


@pytest.fixture(scope="module")
def slow_mock() -> Iterator[MockServer]:
    with running_mock("--tps", "500") as server:
        yield server


@asynccontextmanager
async def _scripted(_: MockServer) -> AsyncIterator[Engine]:
    text = "1. Guten Morgen, {name}.\n2. Siehe https://example.org/a?b=c."
    yield ScriptedEngine([reply(*text.splitlines(keepends=True)) for _ in range(2)])


@asynccontextmanager
async def _demo(_: MockServer) -> AsyncIterator[Engine]:
    yield DemoEngine(delay=0)


@asynccontextmanager
async def _openai(server: MockServer) -> AsyncIterator[Engine]:
    async with engine_at(server.base_url) as engine:
        yield engine


@pytest.fixture(params=[_scripted, _demo, _openai], ids=["scripted", "demo", "openai"])
async def engine(request: pytest.FixtureRequest, slow_mock: MockServer) -> AsyncIterator[Engine]:
    async with request.param(slow_mock) as made:
        yield made


async def test_ends_with_finished_and_nothing_after_it(engine: Engine) -> None:
    events = await events_of(engine, prompt_for(*_LINES))
    assert events[-1] == Finished()
    assert [type(event) for event in events].count(Finished) == 1


async def test_says_once_what_it_cost_before_it_finishes(engine: Engine) -> None:
    *_, usage, _finished = await events_of(engine, prompt_for(*_LINES))
    assert isinstance(usage, Usage)
    assert usage.requests == 1


async def test_text_comes_in_pieces_none_of_them_empty(engine: Engine) -> None:
    pieces = [e.text for e in await events_of(engine, prompt_for(*_LINES)) if isinstance(e, TextDelta)]
    assert len(pieces) > 1
    assert all(pieces)


async def test_keeps_placeholders_links_and_the_number_of_lines(engine: Engine) -> None:
    text = text_in(await events_of(engine, prompt_for(*_LINES)))
    assert "{name}" in text
    assert "https://example.org/a?b=c" in text
    assert len(text.splitlines()) == len(_LINES)


async def test_numbers_the_lines_when_asked_to(engine: Engine) -> None:
    text = text_in(await events_of(engine, prompt_for(*_LINES, numbered=True)))
    assert [line.partition(" ")[0] for line in text.splitlines()] == ["1.", "2."]


async def test_can_be_asked_again_after_a_stream_was_left_early(engine: Engine) -> None:
    async with aclosing(engine.stream(prompt_for(*_LINES))) as events:  # type: ignore[type-var]
        await anext(events)
    assert (await events_of(engine, prompt_for(*_LINES)))[-1] == Finished()


async def test_a_cancelled_reader_is_cancelled_at_once(engine: Engine) -> None:
    first = asyncio.Event()

    async def read() -> None:
        async for _ in engine.stream(prompt_for(*_LINES * 50)):
            first.set()
            await asyncio.sleep(0)

    task = asyncio.create_task(read())
    await first.wait()
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_says_who_it_is(engine: Engine) -> None:
    assert engine.name
    assert engine.model
