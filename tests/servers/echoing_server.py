"""A server that says the key it was sent again, in every place in which an answer can say something.

What it does is chosen by the first part of the path: ``http://127.0.0.1:PORT/<ECHO>/v1``.
"""

import json
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import quote

Headers = dict[str, str]


@dataclass(frozen=True)
class Answer:
    """A status, a body, and headers."""

    status: int
    body: bytes
    headers: Headers


def _json(status: int, content: object, **headers: str) -> Answer:
    body = json.dumps(content).encode()
    return Answer(status, body, {"content-type": "application/json", **headers})


def _error(status: int, said: str, code: str = "") -> Answer:
    return _json(status, {"error": {"message": said, "type": code or None, "code": code or None, "param": None}})


def _stream(*events: object) -> Answer:
    lines = [f"data: {json.dumps(event)}\n\n" for event in events]
    return Answer(200, "".join(lines).encode(), {"content-type": "text/event-stream"})


def _delta(text: str, finish: str | None = None) -> dict[str, object]:
    return {"id": "1", "choices": [{"index": 0, "delta": {"content": text}, "finish_reason": finish}]}


def _percent(key: str) -> str:
    return "".join(f"%{byte:02x}" for byte in key.encode())


ECHOES: dict[str, Callable[[str], Answer]] = {
    "refused": lambda key: _error(401, f"Incorrect API key provided: {key}.", "invalid_api_key"),
    "forbidden": lambda key: _error(403, f"{key} may not use this model in your country", key),
    "rejected": lambda key: _error(400, f"The parameter {key} is not known", key),
    "spaced": lambda key: _error(400, "I do not like " + " ".join(key)),
    "percent": lambda key: _error(400, f"Never heard of {_percent(key)} or {quote(key, safe='')}"),
    "shouted": lambda key: _error(400, f"Never heard of {key.upper()}"),
    "halves": lambda key: _error(400, f"It begins with {key[: len(key) // 2]}*** and ends with ***{key[-9:]}"),
    "escaped": lambda key: _error(400, "".join(f"\\u{ord(c):04x}" for c in key) + "".join(f"&#{ord(c)};" for c in key)),
    "credit": lambda key: _error(402, f"Insufficient balance of {key}"),
    "moderated": lambda key: _error(403, f"Flagged by moderation: {key}"),
    "list": lambda key: _json(422, {"detail": [{"loc": ["body", key], "msg": f"{key} is no key", "type": key}]}),
    "plain": lambda key: Answer(418, f"No {key} here\r\nAuthorization: Bearer {key}".encode(), {}),
    "html": lambda key: Answer(200, f"<html><title>{key}</title>{key}</html>".encode(), {"content-type": "text/html"}),
    "error200": lambda key: _error(200, f"Failed for {key}"),
    "bare": lambda key: _json(200, {"error": f"Failed for {key}", "object": "error", "message": key}),
    "nonsense": lambda key: _json(200, {key: key}),
    "sse": lambda key: _stream(_delta("Guten "), {"error": {"message": f"Failed for {key}", "code": key}}),
    "types": lambda key: _stream({"choices": [{"index": key, "delta": {"content": {key: key}}}]}),
    "finish": lambda key: _stream(_delta("Guten Tag", key)),
    "broken": lambda key: Answer(200, f"data: {{{key}\n\n".encode(), {"content-type": "text/event-stream"}),
    "redirect": lambda key: Answer(307, b"", {"location": f"https://{key[:6]}.example/{key}?key={key}#{key}"}),
    "redirect-percent": lambda key: Answer(308, b"", {"location": f"https://x.example/{_percent(key)}/"}),
    "redirect-name": lambda key: Answer(302, b"", {"location": f"https://user:{key}@elsewhere.example/"}),
    "proxy": lambda key: _json(407, {"error": key}),
    "limit": lambda key: _json(429, {"error": {"message": f"Slow down, {key}"}}, **{"retry-after": "600"}),
    "quota": lambda key: _error(429, f"{key} exceeded its quota", "insufficient_quota"),
}
"""What is answered to a request for a translation, by what the path begins with."""

LISTS: dict[str, Callable[[str], Answer]] = {
    "list-refused": lambda key: _error(401, f"Incorrect API key provided: {key}."),
    "list-error": lambda key: _error(200, f"Failed for {key}"),
    "list-names": lambda key: _json(200, {"data": [{"id": name} for name in (key, f"my-{key}-model", "honest")]}),
    "list-html": lambda key: Answer(200, f"<html>{key}".encode(), {"content-type": "text/html"}),
    "list-redirect": lambda key: Answer(302, b"", {"location": f"/{key}"}),
}
"""What is answered to a request for the list of models."""


class _Handler(BaseHTTPRequestHandler):
    """Answers, and writes nothing down."""

    def do_GET(self) -> None:
        self._answer(LISTS)

    def do_POST(self) -> None:
        self.rfile.read(int(self.headers.get("content-length") or 0))
        self._answer(ECHOES)

    def _answer(self, choices: dict[str, Callable[[str], Answer]]) -> None:
        key = self.headers.get("authorization", "").removeprefix("Bearer ")
        assert isinstance(self.server, _Server)
        self.server.keys.append(key)
        answer = choices.get(self.path.split("/")[1], lambda _: _json(404, {}))(key)
        self.send_response(answer.status)
        for name, value in {**answer.headers, "content-length": str(len(answer.body))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(answer.body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.keys: list[str] = []


@dataclass(frozen=True)
class EchoingServer:
    """One that is running. ``keys`` are those that it was sent."""

    port: int
    keys: list[str]

    def base_url(self, echo: str) -> str:
        """Return the address at which it does this."""
        return f"http://127.0.0.1:{self.port}/{echo}/v1"


@contextmanager
def echoing_server() -> Iterator[EchoingServer]:
    """Run it in a thread of this process."""
    server = _Server()
    thread = threading.Thread(target=server.serve_forever, name="echoing server")
    thread.start()
    try:
        yield EchoingServer(server.server_port, server.keys)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
