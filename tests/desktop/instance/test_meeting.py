"""Who becomes the one instance, and what stands in its way."""

import os
import signal
import socket
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from translator.desktop.instance import client
from translator.desktop.instance.errors import CannotMeet, CutOff, NoAnswer, NobodyThere, NotOurs
from translator.desktop.instance.instance import become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
from translator.desktop.instance.peer import is_mine
from translator.surroundings.summons import Call, Summons

OPEN = Call(Summons.OPEN)
_HOLD = """
import sys, time
from pathlib import Path
from translator.desktop.instance.instance import become_instance
from translator.desktop.instance.meeting_place import MeetingPlace
instance = become_instance(MeetingPlace(Path(sys.argv[1])))
print("first" if instance else "second", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def place(tmp_path: Path) -> MeetingPlace:
    return MeetingPlace(tmp_path / "run" / "translator")


def start(place: MeetingPlace) -> "subprocess.Popen[str]":
    command = [sys.executable, "-c", _HOLD, str(place.folder)]
    return subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def said(process: "subprocess.Popen[str]") -> str:
    assert process.stdout is not None
    return process.stdout.readline().strip()


def end(process: "subprocess.Popen[str]") -> None:
    process.kill()
    process.communicate()


def test_one_is_the_instance_and_the_next_is_not(place: MeetingPlace) -> None:
    first = become_instance(place)
    assert first is not None
    assert become_instance(place) is None
    first.release()
    again = become_instance(place)
    assert again is not None
    again.release()


def test_of_several_that_start_at_once_exactly_one_is_it(place: MeetingPlace) -> None:
    processes = [start(place) for _ in range(4)]
    try:
        assert sorted(map(said, processes)) == ["first", "second", "second", "second"]
    finally:
        for process in processes:
            end(process)


def test_a_program_that_the_instance_has_started_holds_no_lock_after_it(place: MeetingPlace) -> None:
    first = become_instance(place)
    assert first is not None
    program = [sys.executable, "-c", "print('here', flush=True); input()"]
    child = subprocess.Popen(program, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, close_fds=False)
    try:
        assert said(child) == "here"
        first.release()
        again = become_instance(place)
        assert again is not None
        again.release()
    finally:
        end(child)


def test_what_a_killed_one_leaves_is_in_nobodys_way(place: MeetingPlace) -> None:
    killed = start(place)
    assert said(killed) == "first"
    killed.send_signal(signal.SIGKILL)
    killed.communicate()
    assert place.socket.exists()

    with pytest.raises(NobodyThere):
        client.send(place, OPEN, 1)
    instance = become_instance(place)
    assert instance is not None
    instance.release()


def test_everything_is_this_users_alone(place: MeetingPlace) -> None:
    instance = become_instance(place)
    assert instance is not None
    modes = [stat.S_IMODE(path.lstat().st_mode) for path in (place.folder, place.lock, place.socket)]
    assert modes == [0o700, 0o600, 0o600]
    instance.release()
    assert not place.socket.exists()


def test_a_folder_that_others_may_enter_is_closed_to_them(place: MeetingPlace) -> None:
    place.folder.mkdir(parents=True)
    place.folder.chmod(0o777)
    instance = become_instance(place)
    assert instance is not None
    assert stat.S_IMODE(place.folder.stat().st_mode) == 0o700
    instance.release()


def test_a_folder_of_somebody_else_is_not_used(place: MeetingPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    place.folder.mkdir(parents=True)
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(NotOurs):
        become_instance(place)


def test_a_link_to_a_folder_is_not_followed(place: MeetingPlace, tmp_path: Path) -> None:
    (tmp_path / "elsewhere").mkdir(mode=0o700)
    place.folder.parent.mkdir()
    place.folder.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(NotOurs):
        become_instance(place)
    assert list((tmp_path / "elsewhere").iterdir()) == []


def test_a_file_where_the_folder_should_be_is_told(place: MeetingPlace) -> None:
    place.folder.parent.write_text("a file")
    with pytest.raises(CannotMeet) as told:
        become_instance(place)
    assert told.value.reason


@pytest.mark.parametrize("squatter", ["file", "socket", "link"])
def test_what_squats_at_the_sockets_name_makes_way(place: MeetingPlace, squatter: str, tmp_path: Path) -> None:
    place.folder.mkdir(parents=True, mode=0o700)
    treasure = tmp_path / "treasure"
    treasure.write_text("kept")
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as squatting:
        if squatter == "file":
            place.socket.write_text("in the way")
        elif squatter == "link":
            place.socket.symlink_to(treasure)
        else:
            squatting.bind(str(place.socket))
            squatting.listen()
        instance = become_instance(place)
    assert instance is not None
    assert stat.S_ISSOCK(place.socket.lstat().st_mode)
    assert treasure.read_text() == "kept"
    instance.release()


def test_a_folder_at_the_sockets_name_is_told_and_the_lock_let_go(place: MeetingPlace) -> None:
    (place.socket / "sub").mkdir(parents=True)
    place.folder.chmod(0o700)
    for _ in range(2):
        with pytest.raises(CannotMeet):
            become_instance(place)


def test_a_link_at_the_locks_name_is_not_followed(place: MeetingPlace, tmp_path: Path) -> None:
    place.folder.mkdir(parents=True, mode=0o700)
    place.lock.symlink_to(tmp_path / "elsewhere")
    with pytest.raises(CannotMeet):
        become_instance(place)
    assert not (tmp_path / "elsewhere").exists()


def test_a_path_too_long_for_a_socket_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotMeet) as told:
        become_instance(MeetingPlace(tmp_path / ("x" * 120)))
    assert told.value.reason


def test_who_connects_before_the_program_is_at_work_is_waiting_when_it_is(place: MeetingPlace) -> None:
    instance = become_instance(place)
    assert instance is not None
    assert instance.listener is not None
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as early:
        early.connect(str(place.socket))
        early.sendall(b"hello")
        connection, _ = instance.listener.accept()
        with connection:
            assert connection.recv(5) == b"hello"
    instance.release()


# What a start finds that has something to say


def test_where_nothing_was_ever_started_nobody_is_there(place: MeetingPlace) -> None:
    with pytest.raises(NobodyThere):
        client.send(place, OPEN, 1)


def test_a_call_that_is_too_long_to_be_said_is_told(place: MeetingPlace) -> None:
    with pytest.raises(CannotMeet, match="too long"):
        client.send(place, Call(Summons.OPEN, file="/" + "a" * 70_000), 20)


def test_a_plain_file_in_the_sockets_place_is_nobody(place: MeetingPlace) -> None:
    place.folder.mkdir(parents=True)
    place.socket.write_text("not a socket")
    with pytest.raises(NobodyThere):
        client.send(place, OPEN, 1)


@pytest.mark.parametrize(
    "reply", [b"\xff\xff\xff\xffand so on", b"\x00\x00\x00\x02{}", b"HTTP/1.1 400 Bad Request\r\n"]
)
def test_who_answers_in_another_language_is_not_ours(place: MeetingPlace, reply: bytes) -> None:
    place.folder.mkdir(parents=True)
    script = """
import socket, sys
with socket.socket(socket.AF_UNIX) as listener:
    listener.bind(sys.argv[1]); listener.listen(); print("there", flush=True)
    connection, _ = listener.accept()
    with connection: connection.recv(65536); connection.sendall(bytes.fromhex(sys.argv[2]))
"""
    command = [sys.executable, "-c", script, str(place.socket), reply.hex()]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    try:
        assert said(process) == "there"
        with pytest.raises(NoAnswer):
            client.send(place, OPEN, 20)
    finally:
        end(process)


def test_a_queue_that_is_full_may_be_tried_again(place: MeetingPlace) -> None:
    place.folder.mkdir(parents=True)
    with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as listener:
        listener.bind(str(place.socket))
        listener.listen(0)
        with socket.socket(socket.AF_UNIX, socket.SOCK_STREAM) as first:
            first.connect(str(place.socket))
            with pytest.raises(CutOff):
                client.send(place, OPEN, 1)


def test_nothing_is_said_to_somebody_else(place: MeetingPlace, monkeypatch: pytest.MonkeyPatch) -> None:
    instance = become_instance(place)
    assert instance is not None
    assert instance.listener is not None
    monkeypatch.setattr(os, "getuid", lambda: 12345)
    with pytest.raises(NotOurs):
        client.send(place, OPEN, 1)
    connection, _ = instance.listener.accept()
    with connection:
        assert connection.recv(1) == b""
    instance.release()


# Who is at the other end


class MacSocket:
    """A socket that answers as macOS does: a version, the user, a number of groups, sixteen groups."""

    def __init__(self, user: int) -> None:
        self.user = user
        self.asked: list[tuple[int, int, int]] = []

    def getsockopt(self, level: int, name: int, size: int) -> bytes:
        self.asked.append((level, name, size))
        words = (0, self.user)
        return b"".join(word.to_bytes(4, sys.byteorder) for word in words) + bytes(68)


def test_the_system_says_who_is_at_the_other_end() -> None:
    one, other = socket.socketpair()
    with one, other:
        assert is_mine(one)


@pytest.mark.parametrize(("user", "mine"), [(os.getuid(), True), (os.getuid() + 1, False)])
def test_macos_is_asked_in_its_own_way(user: int, mine: bool) -> None:
    connection = MacSocket(user)
    assert is_mine(connection, "darwin") is mine  # type: ignore[arg-type]  # all that is used of it
    assert connection.asked == [(0, 1, 76)]


def test_who_is_at_the_other_end_of_no_connection_is_a_stranger() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as unconnected:
        assert not is_mine(unconnected, "darwin")
