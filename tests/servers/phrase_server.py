"""A service that has learned its phrases: each line by itself, and better once it is told of a fault.

It streams each answer whole, as one event.
"""

import json
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

from tests.servers.mock_text import source_in

Phrases = Mapping[str, str]


class _Handler(BaseHTTPRequestHandler):
    """Answers, and writes nothing down."""

    def do_GET(self) -> None:
        self._send(b'{"data":[{"id":"phrases"}]}', "application/json")

    def do_POST(self) -> None:
        server = self.server
        assert isinstance(server, _Server)
        body: dict[str, Any] = json.loads(self.rfile.read(int(self.headers.get("content-length") or 0)))
        messages = body["messages"]
        source = source_in(messages)
        is_told = any("with a fault" in str(message.get("content")) for message in messages)
        server.asked.append(source)
        phrases = {**server.phrases, **(server.better if is_told else {})}
        answer = "\n".join(phrases.get(line, line) for line in source.split("\n"))
        events = [
            {"choices": [{"index": 0, "delta": {"role": "assistant", "content": answer}, "finish_reason": None}]},
            {"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]},
        ]
        head = {"id": "1", "object": "chat.completion.chunk", "created": 1, "model": "phrases"}
        lines = [f"data: {json.dumps({**head, **event})}\n\n" for event in events]
        self._send("".join([*lines, "data: [DONE]\n\n"]).encode(), "text/event-stream")

    def _send(self, body: bytes, content_type: str) -> None:
        self.send_response(200)
        self.send_header("content-type", content_type)
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class _Server(ThreadingHTTPServer):
    def __init__(self, phrases: Phrases, better: Phrases) -> None:
        super().__init__(("127.0.0.1", 0), _Handler)
        self.phrases, self.better = phrases, better
        self.asked: list[str] = []


@dataclass(frozen=True)
class PhraseServer:
    """One that is running. ``asked`` are the sources that it was asked for, in order."""

    base_url: str
    asked: list[str] = field(default_factory=list)


@contextmanager
def phrase_server(phrases: Phrases, better: Phrases) -> Iterator[PhraseServer]:
    """Run it in a thread of this process. It says ``better`` things where it is told of a fault."""
    server = _Server(phrases, better)
    thread = threading.Thread(target=server.serve_forever, name="phrase server")
    thread.start()
    try:
        yield PhraseServer(f"http://127.0.0.1:{server.server_port}/v1", server.asked)
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
