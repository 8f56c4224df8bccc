"""A server that answers with the bytes it is given, at the pace it is given, and knows when the client hangs up."""

import asyncio
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass, field

EVENT_STREAM = b"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\nconnection: close\r\n\r\n"


@dataclass
class RawServer:
    """What was received, and how it ended. ``client_gone`` is set when a client closes before the reply's end."""

    base_url: str = ""
    requests: list[bytes] = field(default_factory=list)
    client_gone: asyncio.Event = field(default_factory=asyncio.Event)


@asynccontextmanager
async def raw_server(*steps: bytes | float, close: bool = True, in_turn: bool = False) -> AsyncIterator[RawServer]:
    """Answer every connection's first request with these steps: bytes to send, or seconds to wait.

    Without ``close`` the connection then stays open until the client closes it. ``in_turn`` gives each connection
    one of the steps, and those behind the last one that as well.
    """
    seen = RawServer()
    left = list(steps)
    tasks: set[asyncio.Task[None]] = set()

    def connected(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        mine = [left.pop(0) if len(left) > 1 else left[0]] if in_turn else left
        # A task of our own: asyncio's logs an error when its task is cancelled.
        tasks.add(asyncio.get_running_loop().create_task(_serve(seen, reader, writer, mine, forever=not close)))

    server = await asyncio.start_server(connected, "127.0.0.1", 0)
    seen.base_url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1"
    try:
        yield seen
    finally:
        server.close()
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _serve(
    seen: RawServer,
    reader: asyncio.StreamReader,
    writer: asyncio.StreamWriter,
    steps: Sequence[bytes | float],
    *,
    forever: bool,
) -> None:
    try:
        seen.requests.append(await _request(reader))
        gone = asyncio.create_task(_gone(reader))
        play = asyncio.create_task(_play(writer, steps, forever=forever))
        try:
            await asyncio.wait({gone, play}, return_when=asyncio.FIRST_COMPLETED)
            if not play.done():
                seen.client_gone.set()
        finally:
            gone.cancel()
            play.cancel()
            await asyncio.gather(gone, play, return_exceptions=True)
    except (OSError, asyncio.IncompleteReadError):
        seen.client_gone.set()
    finally:
        writer.close()


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    return head + await reader.readexactly(int(fields.get(b"content-length", b"0")))


async def _play(writer: asyncio.StreamWriter, steps: Sequence[bytes | float], *, forever: bool) -> None:
    for step in steps:
        if isinstance(step, bytes):
            writer.write(step)
            await writer.drain()
        else:
            await asyncio.sleep(step)
    if forever:
        await asyncio.Event().wait()


async def _gone(reader: asyncio.StreamReader) -> None:
    while await reader.read(65_536):
        pass
