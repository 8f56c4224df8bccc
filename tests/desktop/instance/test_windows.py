"""Windows' named pipes: what is asked of the system, and what is made of its answers."""

# ruff: noqa: N802 - the system's own names

import ctypes
import io
from collections.abc import Callable
from pathlib import Path
from threading import Event
from typing import Any

import pytest

from translator.desktop.instance.errors import CannotMeet, CutOff, NoAnswer, NobodyThere, NotOurs
from translator.desktop.instance.frames import Answer, encode_answer, encode_call
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.pipe_client import Pipes, exchange
from translator.desktop.instance.windows_owner import is_clients_owner_mine, is_servers_owner_mine
from translator.surroundings.summons import Call, Summons

CALL = encode_call(Call(Summons.CLIPBOARD))
PLACE = MeetingPlace(Path("C:\\Users\\me\\AppData\\Local\\translator\\run"))
PIPE, PROCESS, OURSELVES, TOKEN = 71, 72, 73, 74


class Pipe(io.BytesIO):
    """A pipe: what was written to it, and what comes out of it."""

    def __init__(self, comes: bytes, read: Callable[[], object] = lambda: None) -> None:
        super().__init__()
        self.written = b""
        self._comes = io.BytesIO(comes)
        self._before = read

    def write(self, frame: Any) -> int:
        self.written += bytes(frame)
        return len(frame)

    def read(self, size: int | None = -1) -> bytes:
        self._before()
        return self._comes.read(5)


class FakePipes(Pipes):
    """A system with one pipe, or with an error in its place."""

    def __init__(self, pipe: Pipe | OSError, *, mine: bool = True) -> None:
        self.pipe = pipe
        self.mine = mine
        self.did: list[str] = []

    def open(self, path: str) -> Any:
        self.did.append(path)
        if isinstance(self.pipe, OSError):
            raise self.pipe
        return self.pipe

    def is_mine(self, pipe: object) -> bool:
        return self.mine

    def let_come_to_the_front(self) -> None:
        self.did.append("front")


def busy() -> OSError:
    fault = OSError("All pipe instances are busy")
    fault.winerror = 231  # type: ignore[attr-defined]  # as Windows says it
    return fault


def test_a_call_goes_through_the_pipe_and_its_answer_comes_back() -> None:
    pipes = FakePipes(Pipe(encode_answer(Answer.OK)))
    body = exchange(PLACE, CALL, 20, pipes)

    assert body == encode_answer(Answer.OK)[4:]
    assert isinstance(pipes.pipe, Pipe)
    assert pipes.pipe.written == CALL
    assert pipes.did == ["\\\\.\\pipe\\translator-C-Users-me-AppData-Local-translator-run", "front"]


@pytest.mark.parametrize(
    ("pipe", "fault"),
    [
        (FileNotFoundError(), NobodyThere),
        (PermissionError(), NotOurs),
        (busy(), CutOff),
        (OSError(5, "something else"), CannotMeet),
        (Pipe(b""), CutOff),
        (Pipe(encode_answer(Answer.OK)[:-1]), CutOff),
        (Pipe(b"\xff\xff\xff\xff garbage"), NoAnswer),
    ],
    ids=["none", "another's", "busy", "other", "closed", "half", "garbage"],
)
def test_what_goes_wrong_has_its_name(pipe: Pipe | OSError, fault: type[CannotMeet]) -> None:
    with pytest.raises(fault):
        exchange(PLACE, CALL, 20, FakePipes(pipe))


def test_nothing_is_said_to_another_users_pipe() -> None:
    pipes = FakePipes(Pipe(encode_answer(Answer.OK)), mine=False)
    with pytest.raises(NotOurs):
        exchange(PLACE, CALL, 20, pipes)
    assert isinstance(pipes.pipe, Pipe)
    assert pipes.pipe.written == b""
    assert "front" not in pipes.did


def test_an_answer_that_never_comes_is_not_waited_for() -> None:
    end = Event()
    with pytest.raises(NoAnswer):
        exchange(PLACE, CALL, 0.02, FakePipes(Pipe(b"", end.wait)))
    end.set()


class Security:
    """The system's own words for who runs a process: identifiers by process, tokens and handles."""

    def __init__(self, ours: bytes = b"me", theirs: bytes | None = b"me") -> None:
        self.users = {PROCESS: theirs, OURSELVES: ours}
        self.process_id = 4711
        self.closed: list[int] = []
        self.asked: list[str] = []
        self._kept: list[Any] = []
        self.kernel = self.security = self

    def GetNamedPipeClientProcessId(self, pipe: int, out: Any) -> bool:
        self.asked.append("client")
        out._obj.value = self.process_id
        return pipe == PIPE and self.process_id != 0

    def GetNamedPipeServerProcessId(self, pipe: int, out: Any) -> bool:
        self.asked.append("server")
        out._obj.value = self.process_id
        return pipe == PIPE

    def OpenProcess(self, access: int, inherit: bool, process_id: int) -> int:
        return PROCESS if (access, inherit, process_id) == (0x1000, False, 4711) else 0

    def GetCurrentProcess(self) -> int:
        return OURSELVES

    def OpenProcessToken(self, process: int, access: int, out: Any) -> bool:
        assert access == 8
        out._obj.value = TOKEN + process
        return self.users[process] is not None

    def GetTokenInformation(self, token: Any, kind: int, room: Any, size: int, needed: Any) -> bool:
        assert (kind, size) == (1, 256)
        user = self.users[token.value - TOKEN]
        assert user is not None
        identifier = ctypes.create_string_buffer(user)
        self._kept.append(identifier)
        ctypes.c_void_p.from_buffer(room).value = ctypes.addressof(identifier)
        return True

    def EqualSid(self, one: int, other: int) -> bool:
        return ctypes.string_at(one) == ctypes.string_at(other)

    def CloseHandle(self, handle: Any) -> None:
        self.closed.append(getattr(handle, "value", handle))


def test_the_same_user_is_let_in_and_every_handle_closed() -> None:
    system = Security()
    assert is_clients_owner_mine(PIPE, system)
    assert sorted(system.closed) == [PROCESS, TOKEN + PROCESS, TOKEN + OURSELVES]
    assert is_servers_owner_mine(PIPE, system)
    assert system.asked == ["client", "server"]


def test_another_user_is_not() -> None:
    assert not is_clients_owner_mine(PIPE, Security(theirs=b"you"))


def test_who_cannot_be_told_is_not() -> None:
    assert not is_clients_owner_mine(PIPE, Security(theirs=None))
    assert not is_clients_owner_mine(PIPE + 1, Security())
    gone = Security()
    gone.process_id = 12
    assert not is_clients_owner_mine(PIPE, gone)
