"""A loopback server with limits: ``python -m tests.servers.limited_server --requests 60 --tokens 40000 --window 2.5``.

It answers as the mock does (mock_openai.py), but lets in only so much in a window, and refuses the rest with a 429.
How it gives back is its ``--kind`` (quota.py). A request is counted when it comes: a token for four characters of its
messages, and the tokens of the reply. GET /mock/stats tells how many it let in and refused, how long that took, and how
long it had to take.
"""

import argparse
import asyncio
import json
import signal
import sys
import time
from dataclasses import dataclass, field
from http import HTTPStatus
from math import floor

from tests.servers.mock_http import Connection, _framed, _head
from tests.servers.mock_replies import Plain, error, script_for
from tests.servers.mock_state import Options, Record, State
from tests.servers.mock_text import source_in
from tests.servers.quota import KINDS, soonest

_CHARACTERS_A_TOKEN = 4


@dataclass(frozen=True)
class Limit:
    """What is allowed: so many requests and tokens in so many seconds. ``says`` tells whether headers say so."""

    kind: str
    requests: float
    tokens: float
    window: float
    says: bool


@dataclass
class Gate:
    """Lets in or refuses, and keeps count."""

    limit: Limit
    taken: list[tuple[float, float]] = field(default_factory=list)
    refused: int = 0
    first_at: float = 0.0
    last_at: float = 0.0

    def __post_init__(self) -> None:
        kind = KINDS[self.limit.kind]
        self.requests = kind(self.limit.requests, self.limit.window)
        self.tokens = kind(self.limit.tokens, self.limit.window)

    def admit(self, tokens: float) -> float:
        """Count a request of so many tokens, and return 0; or else in how many seconds there is room for it."""
        now = time.monotonic()
        self.first_at = self.first_at or now
        wait = max(self.requests.fits_in(1, now), self.tokens.fits_in(tokens, now))
        if wait > 0:
            self.refused += 1
            return wait
        self.requests.take(1, now)
        self.tokens.take(tokens, now)
        self.taken.append((1, tokens))
        return 0.0

    def headers(self) -> dict[str, str]:
        """Return what is left, as OpenAI says it."""
        now, told = time.monotonic(), {}
        for name, quota in (("requests", self.requests), ("tokens", self.tokens)):
            told[f"x-ratelimit-limit-{name}"] = str(floor(quota.limit))
            told[f"x-ratelimit-remaining-{name}"] = str(floor(max(0.0, quota.left(now))))
            told[f"x-ratelimit-reset-{name}"] = f"{quota.full_in(now) * 1000:.0f}ms"
        return told if self.limit.says else {}

    def stats(self) -> dict[str, float]:
        """Return the counts. ``seconds`` is from the first request to the end of the last reply."""
        limit = self.limit
        allowed = soonest(limit.kind, limit.window, (limit.requests, limit.tokens), self.taken)
        taken = self.last_at - self.first_at
        return {"accepted": len(self.taken), "refused": self.refused, "seconds": taken, "allowed_seconds": allowed}


class LimitedConnection(Connection):
    """One connection to it."""

    gate: Gate

    async def serve(self, record: Record) -> None:
        if record.path.endswith("/mock/stats"):
            return self.send(Plain(200, json.dumps(self.gate.stats()).encode()))
        return await super().serve(record)

    async def complete(self, record: Record) -> None:
        body = json.loads(record.body)
        script = script_for(source_in(body["messages"]), body["model"], "", with_usage=True)
        characters = sum(len(message["content"]) for message in body["messages"])
        wait = self.gate.admit(characters // _CHARACTERS_A_TOKEN + len(script.tokens))
        headers = self.gate.headers()
        await asyncio.sleep(self.options.ttft_ms / 1000)
        if wait > 0:
            refusal = error(429, "Rate limit reached for requests.", "rate_limit_exceeded")
            asked = {"retry-after-ms": f"{wait * 1000:.0f}"}
            return self.send(Plain(HTTPStatus.TOO_MANY_REQUESTS, refusal.body, headers | asked), record)
        streamed = {"content-type": "text/event-stream", "transfer-encoding": "chunked"}
        self.transport.write(_head(200, headers | streamed) + _framed(script.before))
        await self.write_paced(script.tokens)
        self.transport.write(_framed(script.after) + b"0\r\n\r\n")
        record.status = HTTPStatus.OK
        self.gate.last_at = time.monotonic()
        return None


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--kind", default="bucket", choices=KINDS)
    add("--requests", type=float, default=60)
    add("--tokens", type=float, default=40_000)
    add("--window", type=float, default=60, help="how long a minute is here, in seconds")
    add("--silent", action="store_true", help="say nothing of limits in headers, but for retry-after-ms")
    add("--ttft-ms", type=float, default=5, help="time to the first token")
    add("--tps", type=float, default=0, help="tokens per second; 0: as fast as it goes")
    return parser


async def _serve(options: Options, gate: Gate) -> None:
    state = State(options)
    loop = asyncio.get_running_loop()
    kind = type("OneLimitedConnection", (LimitedConnection,), {"gate": gate})
    server = await loop.create_server(lambda: kind(state), "127.0.0.1", 0)
    sys.stdout.write(f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    server.close()


def main() -> None:
    """Serve until told to stop."""
    given = _arguments().parse_args()
    gate = Gate(Limit(given.kind, given.requests, given.tokens, given.window, not given.silent))
    asyncio.run(_serve(Options(ttft_ms=given.ttft_ms, tps=given.tps), gate))


if __name__ == "__main__":
    main()
