"""Whoever listens, at a socket or through Qt: calls come in, and nothing that is sent besides does any harm."""

import asyncio
import contextlib
import gc
import os
import socket
import warnings
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from tests.support.waiting import until
from translator.desktop.instance import client
from translator.desktop.instance.errors import CannotMeet, CutOff, NoAnswer
from translator.desktop.instance.frames import Answer, encode_answer, encode_call
from translator.desktop.instance.instance import become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.pipe_server import PipeServer
from translator.desktop.instance.reception import MOST_AT_ONCE, MOST_CALLS, PER_SECONDS
from translator.desktop.instance.socket_server import SocketServer
from translator.surroundings.summons import Call, Summons

CLIPBOARD = Call(Summons.CLIPBOARD, "token")
PATIENCE = 20.0


class House:
    """A program that listens, and what it heard. ``strangers`` are not let in while it is true."""

    def __init__(self, kind: str, place: MeetingPlace) -> None:
        self.kind = kind
        self.place = place
        self.heard: list[Call] = []
        self.strangers = False
        self.seconds = 0.0
        self.fails = False
        self._deadline = 10.0
        self._servers: list[SocketServer | PipeServer] = []
        self._instance = None

    def open(self, deadline: float = 10.0) -> None:
        """Listen; one connection may take so many seconds."""
        if self.kind == "qt":
            self.place.prepare()
            server: SocketServer | PipeServer = PipeServer(
                str(self.place.socket), self._answer, knows=self._knows, deadline=deadline, now=lambda: self.seconds
            )
        else:
            self._instance = become_instance(self.place)
            assert self._instance is not None
            assert self._instance.listener is not None
            server = SocketServer(
                self._instance.listener, self._answer, knows=self._knows, deadline=deadline, now=lambda: self.seconds
            )
        server.start()
        self._servers.append(server)

    async def close(self) -> None:
        for server in self._servers:
            await server.close()
        if self._instance is not None:
            self._instance.release()

    def _knows(self, _connection: object) -> bool:
        return not self.strangers

    def _answer(self, call: Call) -> None:
        self.heard.append(call)
        if self.fails:
            raise RuntimeError("it went wrong")

    async def call(self, call: Call = CLIPBOARD) -> Answer:
        return await asyncio.to_thread(client.send, self.place, call, PATIENCE)

    async def call_unless_full(self) -> Answer | None:
        """Call; return None where it is hung up on, as while there are still so many before it."""
        try:
            return await self.call()
        except CutOff:
            return None

    async def call_until_let_in(self) -> Answer:
        """Call until it is answered: where one connection may take but a moment, a call may be too slow as well."""
        async with asyncio.timeout(PATIENCE):
            while (answer := await self.call_unless_full()) is None:  # noqa: ASYNC110 - nobody tells
                await asyncio.sleep(0.01)
        return answer

    async def connect(self) -> socket.socket:
        """Connect without a word."""
        connection = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        connection.settimeout(PATIENCE)
        await asyncio.to_thread(connection.connect, str(self.place.socket))
        return connection

    async def say(self, *pieces: bytes) -> bytes:
        """Return what comes back for these bytes until nothing more comes."""

        def talk() -> bytes:
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.settimeout(PATIENCE)
                connection.connect(str(self.place.socket))
                for piece in pieces:
                    connection.sendall(piece)
                connection.shutdown(socket.SHUT_WR)
                try:
                    return connection.recv(4096)
                except ConnectionResetError:
                    return b""

        return await asyncio.to_thread(talk)


def sockets_open() -> int:
    links = [path for path in Path("/proc/self/fd").iterdir() if path.is_symlink()]  # but that of the listing itself
    return sum(str(link.readlink()).startswith("socket:") for link in links)


@pytest.fixture(params=["socket", "qt"])
async def house(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[House]:
    made = House(request.param, MeetingPlace(tmp_path / "run"))
    yield made
    await made.close()


@pytest.fixture
async def opened(house: House) -> House:
    house.open()
    return house


@pytest.mark.parametrize("call", [CLIPBOARD, Call(Summons.OPEN, "", "/a/Ünïcode.txt", "de", "ja")])
async def test_a_call_comes_in_and_is_answered(opened: House, call: Call) -> None:
    assert await opened.call(call) is Answer.OK
    assert opened.heard == [call]


async def test_a_call_that_comes_in_pieces_comes_in(opened: House) -> None:
    frame = encode_call(CLIPBOARD)
    assert await opened.say(*(frame[at : at + 1] for at in range(len(frame)))) == encode_answer(Answer.OK)
    assert opened.heard == [CLIPBOARD]


@pytest.mark.parametrize(
    "garbage",
    [
        b"GET / HTTP/1.1\r\n\r\n",
        b"\x00\x00\x00\x02{}",
        b"\xff\xff\xff\xff" + os.urandom(100_000),
        b"\x00\x00\x00\x00",
        b"\x00\x00\x00\x11" + b'{"version":"one"}',
    ],
    ids=["http", "empty", "endless", "nothing", "version"],
)
async def test_garbage_is_refused_and_the_next_call_comes_in(opened: House, garbage: bytes) -> None:
    assert await opened.say(garbage) in (encode_answer(Answer.REFUSED), b"")
    assert opened.heard == []
    assert await opened.call() is Answer.OK


async def test_half_a_call_is_nothing(opened: House) -> None:
    assert await opened.say(encode_call(CLIPBOARD)[:-1]) == b""
    assert opened.heard == []
    assert await opened.call() is Answer.OK


async def test_strangers_are_hung_up_on_unheard(opened: House) -> None:
    opened.strangers = True
    with pytest.raises(CutOff):
        await opened.call()
    assert opened.heard == []
    opened.strangers = False
    assert await opened.call() is Answer.OK


async def test_who_is_silent_is_hung_up_on_when_time_is_up(house: House) -> None:
    house.open(deadline=0.05)
    with await house.connect() as silent:
        assert await asyncio.to_thread(silent.recv, 1) == b""
    assert await house.call_until_let_in() is Answer.OK


async def test_many_who_are_silent_do_not_keep_a_call_out_for_good(house: House) -> None:
    house.open(deadline=0.05)
    silent = [await house.connect() for _ in range(MOST_AT_ONCE)]
    assert await house.call_until_let_in() is Answer.OK
    for connection in silent:
        connection.close()


async def test_a_flood_of_calls_is_told_that_it_is_too_much(opened: House) -> None:
    answers = [await opened.call() for _ in range(MOST_CALLS + 3)]
    assert answers == [Answer.OK] * MOST_CALLS + [Answer.BUSY] * 3
    assert len(opened.heard) == MOST_CALLS
    opened.seconds = PER_SECONDS
    assert await opened.call() is Answer.OK


async def test_a_flood_of_connections_leaves_nothing_behind(opened: House) -> None:
    def flood() -> None:
        for _ in range(300):
            with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection:
                connection.setblocking(False)
                with contextlib.suppress(BlockingIOError):  # its queue is full
                    connection.connect(str(opened.place.socket))

    before = sockets_open()
    await asyncio.to_thread(flood)
    assert await opened.call_until_let_in() is Answer.OK
    await until(lambda: sockets_open() <= before)


async def test_what_goes_wrong_with_one_call_is_written_down_and_the_next_is_answered(
    opened: House, expected_log: Callable[[str], None]
) -> None:
    expected_log("A call could not be answered")
    opened.fails = True
    assert await opened.call() is Answer.REFUSED
    opened.fails = False
    assert await opened.call() is Answer.OK


async def test_nothing_that_was_said_is_logged(
    opened: House, caplog: pytest.LogCaptureFixture, expected_log: Callable[[str], None]
) -> None:
    expected_log("A call could not be answered")
    opened.fails = True
    with caplog.at_level("DEBUG"):
        await opened.say(b"\x00\x00\x00\x10" + b"CANARY-IN-A-CALL")
        await opened.call(Call(Summons.OPEN, "CANARY", "/CANARY"))
    ours = [record for record in caplog.records if record.name.startswith("translator")]
    assert [record.getMessage() for record in ours] == ["A call could not be answered"]
    assert all("CANARY" not in (record.exc_text or "") for record in ours)


async def test_after_the_end_nobody_is_there(opened: House) -> None:
    await opened.close()
    with pytest.raises(CannotMeet):
        await opened.call()
    assert opened.heard == []


async def test_at_the_end_who_is_connected_is_hung_up_on_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(SocketServer, "_hang_up", lambda *_: None)  # its turn of the loop may never come
    house = House("socket", MeetingPlace(tmp_path / "run"))
    house.open()
    (server,) = house._servers
    with await house.connect():
        await until(lambda: server._connections)
        (connection,) = server._connections
        await house.close()
    assert connection.fileno() == -1


@pytest.mark.parametrize("turns", range(5))
async def test_who_comes_in_the_instant_of_the_end_is_hung_up_on_and_not_lost(tmp_path: Path, turns: int) -> None:
    house = House("socket", MeetingPlace(tmp_path / "run"))
    house.open()
    await asyncio.sleep(0)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as connection, warnings.catch_warnings(record=True) as lost:
        warnings.simplefilter("always", ResourceWarning)
        connection.settimeout(PATIENCE)
        connection.connect(str(house.place.socket))  # at once: the system's queue takes it
        for _ in range(turns):
            await asyncio.sleep(0)
        await house.close()
        gc.collect()
        with contextlib.suppress(ConnectionResetError):
            assert connection.recv(1) == b""
    assert lost == []


async def test_who_is_waited_for_too_long_is_given_up(tmp_path: Path) -> None:
    instance = become_instance(MeetingPlace(tmp_path / "run"))
    assert instance is not None
    with pytest.raises(NoAnswer):
        await asyncio.to_thread(client.send, instance.place, CLIPBOARD, 0.05)
    instance.release()
