import subprocess
import sys

import pytest

from tests.servers.processes import MockServer, running_mock
from tests.servers.raw_server import raw_server
from translator.engines.local_servers import LocalServer, find_local_servers
from translator.presets import Preset

OK = b"HTTP/1.1 200 OK\r\n"
LIST = b'{"data":[{"id":"a"}]}'


def preset_at(base_url: str) -> Preset:
    return Preset("here", "Here", base_url)


async def found_at(*steps: bytes | float, close: bool = True) -> list[LocalServer]:
    async with raw_server(*steps, close=close) as server:
        return await find_local_servers([preset_at(server.base_url)], within=0.3)


async def test_finds_the_servers_that_answer_in_the_order_asked(mock: MockServer) -> None:
    nobody = preset_at("http://127.0.0.1:1/v1")
    there = preset_at(mock.base_url)
    assert await find_local_servers([nobody, there]) == [LocalServer(there, ("alpha", "gemma3:4b", "llama3.2", "zeta"))]


async def test_a_server_without_a_model_is_there_all_the_same() -> None:
    with running_mock("--models", "") as server:
        assert [found.models for found in await find_local_servers([preset_at(server.base_url)])] == [()]


async def test_nothing_beyond_this_computer_is_asked() -> None:
    assert await find_local_servers([Preset("far", "Far", "https://api.example/v1")]) == []


@pytest.mark.parametrize(
    "answer",
    [
        OK + b"content-length: 21\r\n\r\n" + LIST,
        OK + b"Transfer-Encoding: chunked\r\n\r\n5;x=y\r\n" + LIST[:5] + b"\r\n10\r\n" + LIST[5:] + b"\r\n0\r\n\r\n",
        OK + b"\r\n" + LIST,
        b"HTTP/1.0 200 OK\r\n\r\n" + LIST,
    ],
    ids=["length", "chunked", "until closed", "1.0"],
)
async def test_reads_a_body_however_it_is_sent(answer: bytes) -> None:
    assert [found.models for found in await found_at(answer)] == [("a",)]


async def test_a_body_of_known_length_needs_no_closing() -> None:
    assert await found_at(OK + b"content-length: 21\r\n\r\n" + LIST, close=False)


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"SSH-2.0-OpenSSH_9\r\n",
        b"ICY 200 OK\r\n\r\n" + LIST,
        b"\x15\x03\x01\x00\x02\x02",
        b"HTTP/1.1 abc\r\n\r\n",
        b"HTTP/1.1 401 Unauthorized\r\n\r\n" + LIST,
        b"HTTP/1.1 302 Found\r\nlocation: http://elsewhere.example/\r\n\r\n" + LIST,
        OK + b"\r\n<html></html>",
        OK + b"content-length: 99\r\n\r\n" + LIST,
        OK + b"content-length: -1\r\n\r\n" + LIST,
        OK + b"content-length: 99999999999\r\n\r\n" + LIST,
        OK + b"content-length: many\r\n\r\n" + LIST,
        OK + b"transfer-encoding: chunked\r\n\r\nzz\r\n",
        OK + b"transfer-encoding: chunked\r\n\r\n-5\r\n",
        OK + b"transfer-encoding: chunked\r\n\r\nfffffffff\r\n",
        OK + b"x-long: " + b"x" * 70_000 + b"\r\n\r\n" + LIST,
    ],
)
async def test_anything_else_is_left_out(answer: bytes) -> None:
    assert await found_at(answer) == []


async def test_a_server_that_does_not_answer_in_time_is_left_out() -> None:
    assert await found_at(close=False) == []
    assert await found_at(OK + b"content-length: 21\r\n\r\n" + LIST[:3], close=False) == []


async def test_an_endless_body_is_left_out() -> None:
    assert await found_at(OK + b"\r\n", b" " * 8_100_000) == []


def test_looking_needs_no_openai() -> None:
    heavy = "{'openai', 'msgspec', 'httpx2'} & set(sys.modules)"
    code = f"import sys, translator.engines.local_servers; sys.exit(bool({heavy}))"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
