"""Readings of a reply that trickles are held apart; what is there at once is never held back. All in virtual time."""

import asyncio
import ssl

import httpcore2

from tests.engines.virtual_time import run, seconds
from translator.engines.network.closing_sockets import ClosingBackend
from translator.engines.network.gathering import gathering, gathering_here


class _Trickle(httpcore2.AsyncNetworkStream):
    """Brings so many bytes with each reading, and notes when it was read (seconds)."""

    def __init__(self, length: int) -> None:
        self.length = length
        self.read_at: list[float] = []
        self.there = -1
        """How many readings bring something at once; after them one has to wait, for 0.01 seconds."""

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore2's
        self.read_at.append(round(seconds(), 3))
        if self.there == 0:
            await asyncio.sleep(0.01)
        self.there -= 1
        return bytes(self.length)

    async def start_tls(self, *_: object, **__: object) -> httpcore2.AsyncNetworkStream:
        return self


class _Backend(httpcore2.AsyncNetworkBackend):
    """Connects to that."""

    def __init__(self, stream: _Trickle) -> None:
        self._stream = stream

    async def connect_tcp(self, *_: object, **__: object) -> httpcore2.AsyncNetworkStream:
        return self._stream


async def _connected(length: int) -> tuple[_Trickle, httpcore2.AsyncNetworkStream]:
    stream = _Trickle(length)
    return stream, await ClosingBackend(_Backend(stream)).connect_tcp("host", 443)


def test_readings_are_held_apart_from_the_first_text_to_the_end_of_the_reply() -> None:
    async def main() -> list[float]:
        stream, socket = await _connected(200)
        with gathering() as readings:
            for _ in range(2):
                await socket.read(1000)
            readings.start()
            for _ in range(3):
                await socket.read(1000)
            readings.stop()
            for _ in range(2):
                await socket.read(1000)
        return stream.read_at

    assert run(main()) == [0, 0, 0.033, 0.066, 0.099, 0.099, 0.099]


def test_who_comes_late_reads_at_once() -> None:
    async def main() -> list[float]:
        stream, socket = await _connected(200)
        with gathering() as readings:
            readings.start()
            await socket.read(1000)
            await asyncio.sleep(5)
            await socket.read(1000)
        return stream.read_at

    assert run(main()) == [0, 5]


def test_what_is_there_at_once_is_read_at_once() -> None:
    async def main() -> list[float]:
        stream, socket = await _connected(20_000)
        with gathering() as readings:
            readings.start()
            for _ in range(4):
                await socket.read(65_536)
        return stream.read_at

    assert run(main()) == [0, 0, 0, 0]


def test_of_records_that_have_come_all_are_read_at_once() -> None:
    async def main() -> list[float]:
        stream, plain = await _connected(200)
        socket = await plain.start_tls(ssl.create_default_context())
        with gathering() as readings:
            readings.start()
            stream.there = 3
            for _ in range(5):
                await socket.read(65_536)
            for _ in range(2):
                await socket.read(65_536)
        return stream.read_at

    assert run(main()) == [0, 0, 0, 0, 0.043, 0.043, 0.043]


def test_other_readings_are_not_held_off() -> None:
    async def other(socket: httpcore2.AsyncNetworkStream) -> None:
        for _ in range(3):
            await socket.read(1000)

    async def main() -> list[float]:
        stream, socket = await _connected(200)
        before = asyncio.create_task(other(socket))
        with gathering() as readings:
            readings.start()
            await before
        await other(socket)
        return stream.read_at

    assert gathering_here() is None
    assert run(main()) == [0] * 6
