"""A loopback server that answers each known line with its translation, as a compatible endpoint would stream it.

The screenshots need translations that a reader can judge; none may depend on a network.
"""

import json
import threading
import time
from collections.abc import Mapping
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAUSE_SECONDS = 0.01


class ReplayServer(ThreadingHTTPServer):
    """Serves on a free port of this computer, on a thread, until it is closed."""

    daemon_threads = True

    def __init__(self, translations: Mapping[str, str], model: str) -> None:
        super().__init__(("127.0.0.1", 0), _Answer)
        self.translations = translations
        self.model = model
        threading.Thread(target=self.serve_forever, daemon=True).start()

    @property
    def base_url(self) -> str:
        """Where the API begins."""
        return f"http://127.0.0.1:{self.server_port}/v1"


class _Answer(BaseHTTPRequestHandler):
    server: ReplayServer

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base class names it
        """Say nothing."""

    def do_GET(self) -> None:
        """List the one model."""
        body = json.dumps({"object": "list", "data": [{"id": self.server.model, "object": "model"}]}).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def do_POST(self) -> None:
        """Stream the translation of what stands between the source tags."""
        asked = json.loads(self.rfile.read(int(self.headers["content-length"])))
        source = asked["messages"][-1]["content"].split("<source>")[-1].split("</source>")[0].strip()
        lines = [self.server.translations.get(line, line) for line in source.split("\n")]
        self.send_response(200)
        self.send_header("content-type", "text/event-stream")
        self.end_headers()
        for word in "\n".join(lines).split(" "):
            self._send({"choices": [{"index": 0, "delta": {"content": word + " "}, "finish_reason": None}]})
            time.sleep(PAUSE_SECONDS)
        self._send({"choices": [{"index": 0, "delta": {}, "finish_reason": "stop"}]})
        self._send({"choices": [], "usage": {"prompt_tokens": 171, "completion_tokens": 118}})
        self.wfile.write(b"data: [DONE]\n\n")

    def _send(self, chunk: object) -> None:
        self.wfile.write(b"data: " + json.dumps(chunk).encode() + b"\n\n")
        self.wfile.flush()
