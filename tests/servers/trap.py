"""A server that nobody must ask anything, and the variables that would lead there."""

from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread


class Trap(ThreadingHTTPServer):
    """A server that must never be asked anything, and remembers if it was."""

    def __init__(self) -> None:
        super().__init__(("127.0.0.1", 0), BaseHTTPRequestHandler)
        self.connections: list[object] = []

    def process_request(self, request: object, client_address: object) -> None:
        """Take note, and hang up."""
        self.connections.append(client_address)
        self.shutdown_request(request)  # type: ignore[arg-type] # it is a socket

    @property
    def url(self) -> str:
        """Its address."""
        return f"http://127.0.0.1:{self.server_port}/v1"


@contextmanager
def running_trap() -> Iterator[Trap]:
    """Run one in a thread of this process."""
    trap = Trap()
    thread = Thread(target=trap.serve_forever, name="trap")
    thread.start()
    try:
        yield trap
    finally:
        trap.shutdown()
        thread.join()
        trap.server_close()


def variables(trap: Trap) -> dict[str, str]:
    """Return everything that the SDK, or whoever reads the like, would look at."""
    names = {
        "BASE_URL": trap.url, "API_BASE": trap.url, "ORG_ID": "canary-org", "ORGANIZATION": "canary-org",
        "PROJECT_ID": "canary-project", "CUSTOM_HEADERS": "x-canary: yes\nuser-agent: canary", "LOG": "debug",
        "WEBHOOK_SECRET": "canary-hook", "ADMIN_KEY": "canary-admin", "API_TYPE": "azure", "API_VERSION": "canary",
        "MODEL": "canary-model", "DEFAULT_MODEL": "canary-model", "TIMEOUT": "0.001", "MAX_RETRIES": "0",
    }  # fmt: skip
    upper = {f"OPENAI_{name}": value for name, value in names.items()}
    return upper | {name.lower(): value for name, value in upper.items()} | {
        name.title(): value for name, value in upper.items()
    } | {"AZURE_OPENAI_ENDPOINT": trap.url, "AZURE_OPENAI_API_KEY": "canary-azure"}  # fmt: skip
