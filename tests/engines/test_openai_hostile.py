"""The engine against servers that do not behave, and on networks that do not let it through."""

import asyncio
import json
import traceback
from pathlib import Path

import pytest

from tests.engines.helpers import broken_by, engine_at, events_of, prompt_for, text_in
from tests.servers.processes import MockServer, running_mock
from tests.servers.raw_server import EVENT_STREAM, RawServer, raw_server
from translator.settings import Deadlines
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    AddressInsecure,
    AddressInvalid,
    ConnectionLost,
    ConnectionRefused,
    NameNotFound,
    NotAnOpenAIApi,
    NotConnectedInTime,
    PathNotFound,
    ProxyFailed,
    Redirected,
    TimedOut,
    TlsFailed,
)
from translator.translation.errors.keys import KeyRefused
from translator.translation.errors.requests import RequestRejected
from translator.translation.errors.servers import BadReply, ServerFailed
from translator.translation.ports import Finished, TextDelta

SELF_SIGNED = Path(__file__).parents[1] / "servers" / "self_signed.pem"
TEXT = b'data: {"choices":[{"delta":{"content":"Hallo"}}]}\n\n'
STOP = b'data: {"choices":[{"delta":{},"finish_reason":"stop"}]}\n\n'
DONE = b"data: [DONE]\n\n"
COMMENTS: list[bytes | float] = [b": keep-alive\n\n", 0.05] * 200
SHORT = Deadlines(first_token=0.3, idle=0.3)
PATIENCE = 30


def plain(status: str, body: bytes = b"", *headers: str) -> bytes:
    lines = "".join(f"{line}\r\n" for line in headers)
    return f"HTTP/1.1 {status}\r\n{lines}connection: close\r\ncontent-length: {len(body)}\r\n\r\n".encode() + body


async def gone(server: RawServer) -> None:
    await asyncio.wait_for(server.client_gone.wait(), PATIENCE)


@pytest.mark.parametrize("url", ["", "api.example/v1", "https://api.example/v1?x=1", "ftp://api.example"])
async def test_a_wrong_address_is_told_before_anything_is_sent(url: str) -> None:
    async with engine_at(url) as engine:
        assert type((await broken_by(engine))[1]) is AddressInvalid
        with pytest.raises(AddressInvalid):
            await engine.warm()


async def test_no_text_travels_unencrypted_unasked() -> None:
    async with engine_at("http://api.example/v1") as engine:
        assert type((await broken_by(engine))[1]) is AddressInsecure


async def test_a_name_that_cannot_be_found() -> None:
    host = f"{'a' * 70}.localhost"  # too long for a name server to be asked
    async with engine_at(f"http://{host}/v1") as engine:
        error = (await broken_by(engine))[1]
    assert type(error) is NameNotFound
    assert error.detail == host


async def test_nothing_listens_there() -> None:
    async with raw_server() as server:
        url = server.base_url
    async with engine_at(url) as engine:
        error = (await broken_by(engine))[1]
    assert type(error) is ConnectionRefused
    assert error.detail == "127.0.0.1"


async def test_a_certificate_that_nobody_vouches_for() -> None:
    with running_mock("--tls-cert", str(SELF_SIGNED), "--tls-key", str(SELF_SIGNED)) as server:
        async with engine_at(server.base_url) as engine:
            assert type((await broken_by(engine))[1]) is TlsFailed


@pytest.mark.parametrize("content", [None, "no certificate"])
async def test_certificates_to_trust_that_cannot_be_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, content: str | None
) -> None:
    if content is not None:
        (tmp_path / "trusted.pem").write_text(content)
    monkeypatch.setenv("SSL_CERT_FILE", str(tmp_path / "trusted.pem"))
    async with engine_at("https://127.0.0.1:9/v1") as engine:
        assert type((await broken_by(engine))[1]) is TlsFailed
        with pytest.raises(TlsFailed):
            await engine.warm()


async def test_https_to_a_server_that_only_speaks_http() -> None:
    async with raw_server(plain("400 Bad Request")) as server, engine_at(server.base_url) as plain_engine:
        assert type((await broken_by(plain_engine))[1]) is RequestRejected
        # The server waits for the end of a request's head, which never comes.
        url = server.base_url.replace("http://", "https://")
        async with engine_at(url, deadlines=Deadlines(connect=0.2)) as engine:
            assert type((await broken_by(engine))[1]) is NotConnectedInTime


async def test_a_redirect_is_not_followed_and_the_text_stays_here(mock: MockServer) -> None:
    before = mock.stats()["requests"]
    there = f"location: {mock.base_url}/chat/completions"
    answer = plain("307 Temporary Redirect", b"", there)
    async with raw_server(answer) as server, engine_at(server.base_url) as engine:
        error = (await broken_by(engine))[1]
        with pytest.raises(Redirected):
            await engine.models()
    assert type(error) is Redirected
    assert mock.stats()["requests"] == before


async def test_a_path_without_the_api() -> None:
    async with (
        raw_server(plain("404 Not Found", b"404 page not found")) as server,
        engine_at(server.base_url) as engine,
    ):
        assert type((await broken_by(engine))[1]) is PathNotFound


@pytest.mark.parametrize(
    ("steps", "close"),
    [
        ([], True),
        ([b"HTTP/1.1 200 OK\r\ncontent-"], True),
        ([EVENT_STREAM.replace(b"connection: close", b"content-length: 999"), TEXT], True),
        ([b"SSH-2.0-OpenSSH_9\r\n"], True),
        ([b"\x00\xff" * 50 + b"\r\n\r\n"], True),
    ],
    ids=["no answer", "half a head", "half a body", "ssh", "noise"],
)
async def test_a_connection_that_breaks_or_makes_no_sense_is_lost(steps: list[bytes], close: bool) -> None:
    async with raw_server(*steps, close=close) as server, engine_at(server.base_url) as engine:
        assert type((await broken_by(engine))[1]) is ConnectionLost


@pytest.mark.parametrize(
    ("steps", "text"),
    [
        ([], ""),
        ([EVENT_STREAM], ""),
        ([EVENT_STREAM, *COMMENTS], ""),
        ([EVENT_STREAM, TEXT], "Hallo"),
        ([EVENT_STREAM, TEXT, *COMMENTS], "Hallo"),
        ([b"HTTP/1.1 200 OK\r\nx: y", *[b"y", 0.05] * 200], ""),
        ([b"HTTP/1.1 500 Oops\r\n\r\n"], ""),
    ],
    ids=["silence", "head only", "only comments", "text, silence", "text, comments", "slow head", "slow complaint"],
)
async def test_waiting_has_an_end_and_the_socket_is_closed(steps: list[bytes | float], text: str) -> None:
    async with raw_server(*steps, close=False) as server, engine_at(server.base_url, deadlines=SHORT) as engine:
        got, error = await broken_by(engine)
        await gone(server)
    assert type(error) is TimedOut
    assert (got, error.detail) == (text, "127.0.0.1")


async def test_a_reply_that_never_ends_has_one_too() -> None:
    steps: list[bytes | float] = [EVENT_STREAM, *[TEXT, 0.05] * 200]
    async with raw_server(*steps) as server, engine_at(server.base_url, deadlines=Deadlines(total=0.4)) as engine:
        text, error = await broken_by(engine)
        await gone(server)
    assert type(error) is TimedOut
    assert text.startswith("HalloHallo")


async def test_a_reader_that_pauses_is_not_the_services_fault() -> None:
    steps = [EVENT_STREAM, TEXT, 0.05, TEXT, STOP, DONE]
    async with raw_server(*steps) as server, engine_at(server.base_url, deadlines=Deadlines(idle=0.2)) as engine:
        events = []
        async for event in engine.stream(prompt_for("x")):
            events.append(event)
            await asyncio.sleep(0.3 if isinstance(event, TextDelta) else 0)
    assert events[-1] == Finished()


@pytest.mark.parametrize(
    "end",
    [[STOP], [STOP, DONE], [STOP, *COMMENTS], [STOP, DONE, *COMMENTS]],
    ids=["no mark", "mark", "comments", "comments after the mark"],
)
async def test_a_finished_reply_is_complete_though_the_connection_stays_open(end: list[bytes | float]) -> None:
    steps = [EVENT_STREAM, TEXT, *end]
    async with raw_server(*steps, close=False) as server, engine_at(server.base_url, deadlines=SHORT) as engine:
        events = await events_of(engine)
        await gone(server)
    assert text_in(events) == "Hallo"
    assert events[-1] == Finished()


async def test_a_finished_reply_is_complete_though_the_connection_breaks() -> None:
    head = EVENT_STREAM.replace(b"connection: close", b"content-length: 9999")
    async with raw_server(head, TEXT, STOP) as server, engine_at(server.base_url) as engine:
        assert (await events_of(engine))[-1] == Finished()


async def test_an_endless_line_is_cut_off() -> None:
    steps = [EVENT_STREAM, TEXT, b"data: ", *[b"x" * 100_000] * 20]
    async with raw_server(*steps, close=False) as server, engine_at(server.base_url) as engine:
        text, error = await broken_by(engine)
        await gone(server)
    assert (type(error), error.detail) == (BadReply, "it is too large")
    assert text == "Hallo"


async def test_an_endless_complaint_is_read_no_further_than_it_is_worth() -> None:
    steps = [b"HTTP/1.1 500 Oops\r\n\r\n", *[b"x" * 50_000] * 3]
    async with raw_server(*steps, close=False) as server, engine_at(server.base_url) as engine:
        assert type((await broken_by(engine))[1]) is ServerFailed
        await gone(server)


async def test_half_a_complaint_is_as_good_as_its_status() -> None:
    half = b"HTTP/1.1 500 Oops\r\ncontent-length: 99\r\n\r\n{"
    async with raw_server(half) as server, engine_at(server.base_url) as engine:
        assert type((await broken_by(engine))[1]) is ServerFailed


async def test_a_compressed_answer_is_not_opened() -> None:
    head = b"HTTP/1.1 200 OK\r\ncontent-encoding: br\r\n\r\n"
    async with raw_server(head, b"\x00" * 1000, close=False) as server, engine_at(server.base_url) as engine:
        assert type((await broken_by(engine))[1]) is NotAnOpenAIApi
        with pytest.raises(NotAnOpenAIApi):
            await engine.models()
        await gone(server)


async def test_a_compressed_complaint_is_told_by_its_status_alone() -> None:
    head = b"HTTP/1.1 401 Unauthorized\r\ncontent-encoding: gzip\r\n\r\n"
    async with raw_server(head, b"\x00" * 1000, close=False) as server, engine_at(server.base_url) as engine:
        assert type((await broken_by(engine))[1]) is KeyRefused
        await gone(server)


async def test_a_service_that_minds_usage_is_asked_without_it_from_then_on() -> None:
    minded = json.dumps({"error": {"message": "Unknown parameter: 'stream_options'."}}).encode()
    answers = (plain("400 Bad Request", minded), EVENT_STREAM + TEXT + STOP + DONE)
    async with raw_server(*answers, in_turn=True) as server, engine_at(server.base_url) as engine:
        for _ in range(2):
            assert text_in(await events_of(engine)) == "Hallo"
    assert [b"stream_options" in request for request in server.requests] == [True, False, False]


@pytest.mark.parametrize(
    ("answer", "kind"),
    [
        (plain("200 OK", b"<html></html>"), NotAnOpenAIApi),
        (plain("200 OK"), NotAnOpenAIApi),
        (plain("200 OK", b'{"hello":"world"}'), NotAnOpenAIApi),
        (plain("200 OK", b'{"error":{"message":"busy"}}'), ServerFailed),
        (plain("200 OK", b'{"object":"error","message":"busy"}'), ServerFailed),
        (plain("401 Unauthorized"), KeyRefused),
        (plain("404 Not Found"), PathNotFound),
        (b"HTTP/1.1 200 OK\r\n\r\n" + b" " * 8_100_000, BadReply),
        (b"HTTP/1.1 200 OK\r\ncontent-length: 99\r\n\r\n[", ConnectionLost),
    ],
    ids=["html", "empty", "other", "error", "vllm error", "401", "404", "endless", "cut"],
)
async def test_a_list_of_models_that_is_none(answer: bytes, kind: type[TranslationError]) -> None:
    async with raw_server(answer) as server, engine_at(server.base_url) as engine:
        with pytest.raises(TranslationError) as caught:
            await engine.models()
    assert type(caught.value) is kind


async def test_a_list_of_models_has_a_deadline() -> None:
    async with raw_server(close=False) as server, engine_at(server.base_url, deadlines=SHORT) as engine:
        with pytest.raises(TimedOut):
            await engine.models()


async def test_a_list_of_models_may_be_bare() -> None:
    async with raw_server(plain("200 OK", b'["b","a"]')) as server, engine_at(server.base_url) as engine:
        assert await engine.models() == ("a", "b")


@pytest.mark.parametrize("scheme", ["http", "https"])
async def test_the_services_proxy_is_used(scheme: str) -> None:
    async with raw_server(plain("407 Proxy Authentication Required")) as proxy:
        url = f"{scheme}://api.example/v1"
        proxy_url = proxy.base_url.removesuffix("/v1").replace("//", "//user:secret@")
        async with engine_at(url, proxy=proxy_url, allow_http=True) as engine:
            error = (await broken_by(engine))[1]
    assert type(error) is ProxyFailed
    assert error.detail == "127.0.0.1"
    first = proxy.requests[0].split(b"\r\n")[0]
    assert first in {b"CONNECT api.example:443 HTTP/1.1", b"POST http://api.example/v1/chat/completions HTTP/1.1"}


async def test_no_text_for_this_computer_leaves_it_unasked(monkeypatch: pytest.MonkeyPatch) -> None:
    async with raw_server(EVENT_STREAM + TEXT + STOP + DONE) as server:
        async with engine_at(server.base_url, proxy="http://proxy.invalid:3128") as engine:
            error = (await broken_by(engine))[1]
        assert (type(error), error.detail) == (AddressInsecure, "proxy.invalid")
        assert server.requests == []
        async with engine_at("http://localhost:9/v1", proxy=server.base_url.removesuffix("/v1")) as engine:
            assert text_in(await events_of(engine)) == "Hallo"
    assert server.requests[0].startswith(b"POST http://localhost:9/v1/")


async def test_a_proxy_that_is_not_there() -> None:
    async with raw_server() as server:
        proxy = server.base_url.removesuffix("/v1")
    async with engine_at("https://api.example/v1", proxy=proxy) as engine:
        assert type((await broken_by(engine))[1]) is ProxyFailed


@pytest.mark.parametrize("proxy", ["socks5://127.0.0.1:1080", "nonsense://x", "http://"])
async def test_a_proxy_of_a_kind_we_do_not_speak(proxy: str, monkeypatch: pytest.MonkeyPatch) -> None:
    async with engine_at("https://api.example/v1", proxy=proxy) as engine:
        assert type((await broken_by(engine))[1]) is ProxyFailed
    monkeypatch.setenv("ALL_PROXY", proxy)
    async with engine_at("https://api.example/v1") as engine:
        assert type((await broken_by(engine))[1]) is ProxyFailed


async def test_the_systems_proxy_does_not_catch_this_computer(
    mock: MockServer, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "http_proxy", "https_proxy"):
        monkeypatch.setenv(name, "http://127.0.0.1:1")
    monkeypatch.setenv("ALL_PROXY", "socks5://127.0.0.1:1")
    async with engine_at(mock.base_url) as engine:
        assert (await events_of(engine))[-1] == Finished()


@pytest.mark.parametrize("header", [("X-A", "b\r\nX-Evil: 1"), ("X-Ä", "b"), ("X-A", "ä"), ("", "b"), ("X A", "b")])
async def test_a_header_that_cannot_be_sent_is_refused(mock: MockServer, header: tuple[str, str]) -> None:
    async with engine_at(mock.base_url, headers=(header,)) as engine:
        assert type((await broken_by(engine))[1]) is RequestRejected


@pytest.mark.parametrize("answer", ["401 Unauthorized", "400 Bad Request", "200 OK", "500 Oops"])
async def test_the_key_is_in_nothing_that_an_error_can_show(answer: str) -> None:
    key = "very-secret-key"
    echo = json.dumps({"error": {"message": f"Your key {key} is no good"}}).encode()
    async with raw_server(plain(answer, echo)) as server, engine_at(server.base_url, key=key) as engine:
        error = (await broken_by(engine))[1]
    assert key not in "".join(traceback.format_exception(error)) + repr(error) + repr(error.args) + str(vars(error))
