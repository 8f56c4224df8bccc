"""A loopback server that speaks the OpenAI API: ``python -m tests.servers.mock_openai --port 0``.

It prints its base URL, then serves GET /v1/models, POST /v1/chat/completions (streamed or not) and GET /mock/stats
until SIGTERM. The "translation" is rot13 of what stands between <source> and </source>; in a picture it reads
``--picture-text``. A fault can be chosen for all requests (``--fault``), for one (header ``x-mock-fault``), or by the
model's name (``mock+reset``).
"""

import argparse
import asyncio
import json
import signal
import ssl
import sys
from pathlib import Path

from tests.servers.mock_http import Connection
from tests.servers.mock_pictures import READS, WAYS
from tests.servers.mock_replies import ALL_FAULTS
from tests.servers.mock_state import Options, State


def _arguments() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--port", type=int, default=0, help="0 picks one")
    add("--models", default="mock", help="names, separated by commas; empty for none")
    add("--require-key", default="", help="401 for any other key")
    add("--fault", default="", choices=["", *ALL_FAULTS])
    add("--ttft-ms", type=float, default=0, help="time to the first token")
    add("--tps", type=float, default=0, help="tokens per second; 0: as fast as it goes")
    add("--takes-s", type=float, default=0, help="how long every reply takes, evenly streamed")
    add("--most-at-once", type=int, default=0, help="answer 429 to more requests at the same time; 0: never")
    add("--translations", type=json.loads, default={}, help="a JSON object: parts of texts, and what to make of them")
    add("--stall-s", type=float, default=3600)
    add("--retry-after", type=float, default=30, help="what http429 asks for, in seconds")
    add("--minds", default="", help="parameters to refuse, separated by commas")
    add("--demands", default="", help="a parameter not to do without")
    add("--strict-effort", default="", help="the only values of reasoning_effort to take, separated by commas")
    add("--pictures", default=READS, choices=WAYS, help="what becomes of pictures")
    add("--picture-text", type=json.loads, default='""', help="the text in every picture, as a JSON string")
    add("--log", type=Path, help="one line of JSON for each request, with headers and body")
    add("--tls-cert", type=Path)
    add("--tls-key", type=Path)
    return parser


async def _serve(options: Options, port: int, context: ssl.SSLContext | None) -> None:
    state = State(options)
    loop = asyncio.get_running_loop()
    server = await loop.create_server(lambda: Connection(state), "127.0.0.1", port, ssl=context)
    scheme = "https" if context else "http"
    sys.stdout.write(f"{scheme}://127.0.0.1:{server.sockets[0].getsockname()[1]}/v1\n")
    sys.stdout.flush()
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    await stop.wait()
    server.close()


def main() -> None:
    """Serve until told to stop."""
    given = vars(_arguments().parse_args())
    port, cert, key = given.pop("port"), given.pop("tls_cert"), given.pop("tls_key")
    context = None
    if cert is not None:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(cert, key)
    for name in ("models", "minds", "strict_effort"):
        given[name] = tuple(one for one in given[name].split(",") if one)
    asyncio.run(_serve(Options(**given), port, context))


if __name__ == "__main__":
    main()
