"""A line to a bus that says several things in one breath."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from jeepney import Message, Parser, message_bus, new_method_return, new_signal
from jeepney.auth import BEGIN

from tests.support.waiting import until
from translator.desktop.bus.session_bus import SessionBus


async def _serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
    """Be a bus that has news with each answer."""
    await reader.readuntil(b"\r\n")
    writer.write(b"OK 1234\r\n")
    await reader.readuntil(BEGIN)
    parser = Parser()
    while data := await reader.read(4096):
        parser.add_data(data)
        while call := parser.get_next_message():
            serial = call.header.serial
            answer = new_method_return(call, "s", (f"answer {serial}",))
            news = new_signal(message_bus, "NameOwnerChanged", "s", (f"news {serial}",))
            writer.write(answer.serialise(2 * serial) + news.serialise(2 * serial + 1))
    writer.close()
    await writer.wait_closed()


@pytest.fixture
async def address(tmp_path: Path) -> AsyncIterator[str]:
    serving: list[asyncio.Task[None]] = []

    def serve(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        serving.append(asyncio.create_task(_serve(reader, writer)))

    server = await asyncio.start_unix_server(serve, tmp_path / "bus")
    yield f"unix:path={tmp_path}/bus"
    server.close()
    await server.wait_closed()
    await asyncio.gather(*serving)


async def test_an_answer_is_taken_before_what_the_bus_said_after_it(address: str) -> None:
    known: list[str] = []

    def hear(message: Message) -> None:
        known.extend(message.body)

    bus = await SessionBus.open(address, hear, lambda: None, 10)
    known.append(bus.name)
    known.extend(await bus.call(message_bus, "GetNameOwner", "s", "org.example", patience=10))
    await until(lambda: len(known) == 4)
    await bus.close()

    assert known == ["answer 1", "news 1", "answer 2", "news 2"]
