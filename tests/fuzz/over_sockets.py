"""Plays cases over real sockets, to the engine that the app uses."""

import asyncio
import socket
import struct
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from random import Random

from tests.engines.helpers import engine_at
from tests.fuzz.case import Case
from tests.fuzz.judge import run_case
from translator.engines.openai_engine import OpenAIEngine
from translator.settings import Deadlines
from translator.translation.ports import ReplyForm
from translator.translation.request import Ending

_DEADLINES = Deadlines(connect=10, first_token=10, idle=10, total=20)
_FORMS = {
    ReplyForm.NUMBERED: b"begin each line of the reply",
    ReplyForm.OBJECT: b"one JSON object",
}


class SocketPlayer:
    """A server on loopback that answers every request with the case at hand, and an engine that asks it."""

    def __init__(self) -> None:
        self.engine: OpenAIEngine | None = None
        self._case: Case | None = None
        self._tasks: set[asyncio.Task[None]] = set()

    async def run(self, case: Case) -> Ending:
        """Play this case; return how it ended. Raises Broken."""
        assert self.engine is not None
        self._case = case
        return await run_case(case, self.engine)

    @asynccontextmanager
    async def running(self) -> AsyncIterator["SocketPlayer"]:
        """Serve."""
        server = await asyncio.start_server(self._connected, "127.0.0.1", 0)
        port = server.sockets[0].getsockname()[1]
        try:
            async with engine_at(f"http://127.0.0.1:{port}/v1", deadlines=_DEADLINES) as self.engine:
                yield self
        finally:
            server.close()
            for task in self._tasks:
                task.cancel()
            await asyncio.gather(*self._tasks, return_exceptions=True)

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        task = asyncio.get_running_loop().create_task(self._answer(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        assert self._case is not None
        with suppress(OSError, asyncio.IncompleteReadError):
            earlier = self._case.earlier.get(_form_of(await _request(reader)))
            await _play(self._case, writer) if earlier is None else await _send_whole(earlier, writer)
        writer.close()


async def _play(case: Case, writer: asyncio.StreamWriter) -> None:
    """Send the pieces, chunked or not, and break the connection where the case does."""
    is_chunked = Random(case.number).random() < 0.5
    encoding = "transfer-encoding: chunked" if is_chunked else "connection: close"
    writer.write(f"HTTP/1.1 200 OK\r\ncontent-type: text/event-stream\r\n{encoding}\r\n\r\n".encode())
    for piece in case.pieces:
        writer.write(b"%x\r\n%b\r\n" % (len(piece), piece) if is_chunked else piece)
        await writer.drain()
    if case.breaks:
        _reset(writer)
    elif is_chunked:
        writer.write(b"0\r\n\r\n")


async def _send_whole(body: bytes, writer: asyncio.StreamWriter) -> None:
    writer.write(b"HTTP/1.1 200 OK\r\nconnection: close\r\n\r\n" + body)
    await writer.drain()


def _reset(writer: asyncio.StreamWriter) -> None:
    writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    writer.transport.abort()


async def _request(reader: asyncio.StreamReader) -> bytes:
    head = await reader.readuntil(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in head.split(b"\r\n")[1:] if b": " in line)
    return await reader.readexactly(int(fields[b"content-length"]))


def _form_of(request: bytes) -> ReplyForm:
    return next((form for form, words in _FORMS.items() if words in request), ReplyForm.LINES)
