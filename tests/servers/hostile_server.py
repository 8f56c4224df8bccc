"""Plays the rows of the hostile matrix on loopback: ``python -m tests.servers.hostile_server``.

It prints its ports as JSON, and then takes one command a line from standard input, answering each with one line of
JSON: ``play NAME`` chooses the row that every request from now on meets, ``stats`` tells what has become of it. A
request to a path that begins with ``/row/NAME/`` meets that row, whatever was chosen. It ends when standard input does.
"""

import asyncio
import json
import logging
import re
import socket
import ssl
import struct
import sys
import threading
from contextlib import suppress
from pathlib import Path
from urllib.parse import unquote

from tests.servers.hostile.row import Flood, Mass, Pause, Reset, Row, Silence, Step
from tests.servers.hostile.table import GOOD_ROW, find_row

_SELF_SIGNED = Path(__file__).with_name("self_signed.pem")
_BUFFER = 65_536
_ROW = re.compile(rb"\w+ /row/([^/]+)/")
_LONGEST_HEAD = 1_000_000


class HostileServer:
    """All that listens, and the row that is being played.

    ``answering`` counts the requests of this row that are not answered in full yet and whose client is still there;
    ``open`` the connections that are.
    """

    def __init__(self) -> None:
        self._row = GOOD_ROW
        self._requests = self._answering = 0
        self._open: set[asyncio.StreamWriter] = set()
        self._tasks: set[asyncio.Task[None]] = set()

    async def listen(self) -> dict[str, int]:
        """Begin to listen; return the ports by their names."""
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(_SELF_SIGNED)
        plain = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=_LONGEST_HEAD)
        tls = await asyncio.start_server(self._connected, "127.0.0.1", 0, limit=_LONGEST_HEAD, ssl=context)
        ports = {"plain": plain, "tls": tls}
        if socket.has_ipv6:
            with suppress(OSError):
                ports["ipv6"] = await asyncio.start_server(self._connected, "::1", 0, limit=_LONGEST_HEAD)
        return {name: server.sockets[0].getsockname()[1] for name, server in ports.items()}

    def obey(self, command: str) -> dict[str, int]:
        """Do what a command says."""
        verb, _, name = command.strip().partition(" ")
        if verb == "play":
            self._row = find_row(name)
            self._requests = 0
        return {"requests": self._requests, "answering": self._answering, "open": len(self._open)}

    def _connected(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        # A task of our own: asyncio's logs an error when its task is cancelled.
        task = asyncio.get_running_loop().create_task(self._serve(reader, writer))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._open.add(writer)
        writer.transport.set_write_buffer_limits(high=_BUFFER)
        try:
            while await self._answer(reader, writer):
                pass
        except (OSError, asyncio.IncompleteReadError, asyncio.LimitOverrunError):
            pass
        finally:
            writer.close()
            self._open.discard(writer)

    async def _answer(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> bool:
        """Answer one request; return whether the connection is kept for another."""
        named = _ROW.match(await _take_request(reader))
        row = find_row(unquote(named[1].decode())) if named else self._row
        self._requests += 1
        self._answering += 1
        try:
            return await _play_to(reader, writer, row)
        finally:
            self._answering -= 1


async def _take_request(reader: asyncio.StreamReader) -> bytes:
    """Read a request; return its head."""
    top = await reader.readuntil(b"\r\n\r\n")
    fields = dict(line.lower().split(b": ", 1) for line in top.split(b"\r\n")[1:] if b": " in line)
    await reader.readexactly(int(fields.get(b"content-length", b"0")))
    return top


async def _play_to(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, row: Row) -> bool:
    """Play the row's steps until they end or the client has gone."""
    play = asyncio.create_task(_play(writer, row.steps))
    if row.keeps:
        await play
        return True
    gone = asyncio.create_task(_gone(reader))
    try:
        await asyncio.wait({gone, play}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        gone.cancel()
        play.cancel()
        await asyncio.gather(gone, play, return_exceptions=True)
    return False


async def _play(writer: asyncio.StreamWriter, steps: tuple[Step, ...]) -> None:
    for step in steps:
        match step:
            case bytes():
                await _write(writer, step)
            case Pause(seconds):
                await asyncio.sleep(seconds)
            case Flood(block, pause):
                while True:
                    await _write(writer, block)
                    await asyncio.sleep(pause)
            case Mass(block, times):
                for _ in range(times):
                    await _write(writer, block)
            case Reset():
                await asyncio.sleep(0.02)  # let what was written leave, and be read
                linger = struct.pack("ii", 1, 0)
                writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
                writer.transport.abort()
            case Silence():
                await asyncio.Event().wait()


async def _write(writer: asyncio.StreamWriter, block: bytes) -> None:
    writer.write(block)
    await writer.drain()


async def _gone(reader: asyncio.StreamReader) -> None:
    while await reader.read(_BUFFER):
        pass


async def _run() -> None:
    server = HostileServer()
    loop = asyncio.get_running_loop()
    the_end = asyncio.Event()

    def obey(command: str) -> None:
        _tell(server.obey(command))

    def listen_to_commands() -> None:
        for line in sys.stdin:
            loop.call_soon_threadsafe(obey, line)
        loop.call_soon_threadsafe(the_end.set)

    _tell(await server.listen())
    threading.Thread(target=listen_to_commands, daemon=True).start()
    await the_end.wait()


def _tell(answer: dict[str, int]) -> None:
    sys.stdout.write(json.dumps(answer) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    logging.getLogger("asyncio").setLevel(logging.ERROR)  # clients that have gone are what it is for
    asyncio.run(_run())
