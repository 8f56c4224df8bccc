"""One HTTP/1.1 connection to the mock: requests in, answers out, and when the client hung up."""

import asyncio
import contextlib
import json
import socket
import struct
import time
from http import HTTPStatus

from tests.servers.mock_pictures import IGNORES, PICTURE_TOKENS, REFUSALS, Sent, picture_in, told_of_picture
from tests.servers.mock_replies import BAD_KEY, PLAIN_FAULTS, Plain, Script, error, refusal_of, script_for, whole_for
from tests.servers.mock_state import Options, Record, State
from tests.servers.mock_text import asked_in, source_in

_BATCH = 64  # events written at once when there is no pace to keep


class Connection(asyncio.Protocol):
    """Serves the requests of one client, one after another."""

    def __init__(self, state: State) -> None:
        self.state = state
        self.options: Options = state.options
        self.received = bytearray()
        self.task: asyncio.Task[None] | None = None
        self.writable = asyncio.Event()
        self.writable.set()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        self.transport = transport
        self.state.connections += 1

    def connection_lost(self, exc: Exception | None) -> None:
        self.writable.set()
        if self.task is not None:
            self.task.cancel()

    def pause_writing(self) -> None:
        self.writable.clear()

    def resume_writing(self) -> None:
        self.writable.set()

    def data_received(self, data: bytes) -> None:
        self.received += data
        if self.task is None:
            self.take_request()

    def take_request(self) -> None:
        head, found, rest = bytes(self.received).partition(b"\r\n\r\n")
        if not found:
            return
        first, *lines = head.decode("latin-1").split("\r\n")
        method, target, _ = first.split(" ", 2)
        headers = {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}
        length = int(headers.get("content-length", 0))
        if len(rest) < length:
            return
        del self.received[: len(head) + len(found) + length]
        record = Record(method, target, headers, rest[:length].decode())
        self.task = asyncio.get_running_loop().create_task(self.serve(record))
        self.task.add_done_callback(self.served)

    def served(self, task: asyncio.Task[None]) -> None:
        self.task = None
        if not task.cancelled() and task.exception() is None and not self.transport.is_closing():
            self.take_request()
        else:
            self.transport.abort()

    async def serve(self, record: Record) -> None:
        path = record.path.removeprefix("/v1")
        if path.startswith("/mock/"):
            return self.send(Plain(200, json.dumps(self.state.stats()).encode()))
        self.state.begin(record)
        try:
            await self.answer(record, path)
        except asyncio.CancelledError:
            self.state.gone(record)
            raise
        finally:
            self.state.end(record)

    async def answer(self, record: Record, path: str) -> None:
        wanted = self.options.require_key
        if wanted and record.headers.get("authorization") != f"Bearer {wanted}":
            self.send(BAD_KEY, record)
        elif path == "/models":
            models = [{"id": name, "object": "model", "owned_by": "mock"} for name in self.options.models]
            self.send(Plain(200, json.dumps({"object": "list", "data": models}).encode()), record)
        elif (record.method, path) == ("POST", "/chat/completions"):
            await self.complete(record)
        else:
            self.send(error(404, f"Unknown request URL: {record.method} {path}.", "unknown_url"), record)

    async def complete(self, record: Record) -> None:
        body = json.loads(record.body)
        model, _, fault = body["model"].partition("+")
        fault = fault or record.headers.get("x-mock-fault") or self.options.fault
        if fault == "stall_head":
            await asyncio.sleep(self.options.stall_s)
        too_many = 0 < self.options.most_at_once < self.state.active
        if (refusal := refusal_of(body, self.options)) is not None:
            self.send(refusal, record)
        elif fault == "http429" or too_many:
            told = {"retry-after": f"{self.options.retry_after:g}"}
            self.send(Plain(429, error(429, "Rate limit reached.", "rate_limit_exceeded").body, told), record)
        elif fault in PLAIN_FAULTS:
            self.send(PLAIN_FAULTS[fault], record)
        elif fault == "whole" or not body.get("stream"):
            self.send(whole_for(source_in(body["messages"]), model, self.options.translations), record)
        elif (picture := picture_in(body["messages"])) is not None:
            await self.read_picture(picture, body, fault, record)
        else:
            usage = bool((body.get("stream_options") or {}).get("include_usage"))
            source, translations = asked_in(body), self.options.translations
            script = script_for(source, model, fault, with_usage=usage, translations=translations)
            await self.play(script, fault, record)

    async def read_picture(self, picture: Sent, body: dict, fault: str, record: Record) -> None:
        way = self.options.pictures
        if way in REFUSALS:
            self.send(REFUSALS[way], record)
            return
        usage = bool((body.get("stream_options") or {}).get("include_usage"))
        seen = 0 if way == IGNORES else PICTURE_TOKENS
        said = told_of_picture(way, self.options.picture_text)
        script = script_for(source_in(body["messages"]), body["model"], fault, with_usage=usage, said=said, seen=seen)
        await self.play(script, fault, record)

    async def play(self, script: Script, fault: str, record: Record) -> None:
        record.status = 200
        headers = {"content-type": "text/event-stream; charset=utf-8", "transfer-encoding": "chunked"}
        await asyncio.sleep(self.options.ttft_ms / 1000)
        self.transport.write(_head(200, headers) + _framed(script.before))
        record.text_at = time.monotonic()
        broken = fault in {"reset", "truncated", "stall"}
        await self.write_paced(script.tokens[: len(script.tokens) // 2] if broken else script.tokens)
        if fault == "stall":
            await asyncio.sleep(self.options.stall_s)
        elif fault == "reset":
            await asyncio.sleep(0.01)  # let what was written leave
            self.reset()
        elif fault == "truncated":
            self.transport.close()
        else:
            self.transport.write(_framed(script.after) + b"0\r\n\r\n")

    async def write_paced(self, events: list[bytes]) -> None:
        tps = len(events) / self.options.takes_s if self.options.takes_s else self.options.tps
        if not tps:
            for i in range(0, len(events), _BATCH):
                self.transport.write(_framed(events[i : i + _BATCH]))
                await self.writable.wait()
            return
        start, sent = time.perf_counter(), 0
        while sent < len(events):
            due = min(len(events), int((time.perf_counter() - start) * tps) + 1)
            self.transport.write(_framed(events[sent:due]))
            sent = due
            await self.writable.wait()
            await asyncio.sleep(max(0.0, start + sent / tps - time.perf_counter()))

    def send(self, plain: Plain, record: Record | None = None) -> None:
        headers = {"content-type": plain.content_type, "content-length": str(len(plain.body)), **plain.headers}
        if record is not None:
            record.status = plain.status
        self.transport.write(_head(plain.status, headers) + plain.body)

    def reset(self) -> None:
        """Close with a RST, as a dying proxy does."""
        with contextlib.suppress(OSError):
            linger = struct.pack("ii", 1, 0)
            self.transport.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, linger)
        self.transport.abort()


def _head(status: int, headers: dict[str, str]) -> bytes:
    lines = "".join(f"{name}: {value}\r\n" for name, value in headers.items())
    return f"HTTP/1.1 {status} {HTTPStatus(status).phrase}\r\n{lines}\r\n".encode()


def _framed(events: list[bytes]) -> bytes:
    return b"".join(b"%x\r\n%b\r\n" % (len(event), event) for event in events)
