"""The HTTP client that requests travel by: what it lets out, and what it lets in."""

import asyncio
import ssl
from contextlib import aclosing, suppress

import httpx2

import translator
from translator.engines.faults.complaint import MOST_COMPLAINT_BYTES
from translator.engines.faults.mapping import BadStatus
from translator.engines.network.address import Address
from translator.engines.network.closing_sockets import ClosingBackend
from translator.i18n import tr
from translator.secret import Secret
from translator.settings import Service
from translator.translation.errors.connections import NotAnOpenAIApi, TlsFailed
from translator.translation.errors.requests import RequestRejected

_USER_AGENT = f"translator/{translator.__version__}"
# What a request needs. All else the SDK would add: the system's name and version, and what OPENAI_* variables say.
_LET_OUT = {"host", "connection", "content-length", "content-type", "transfer-encoding", "accept", "authorization"}
_NOT_FOR_USERS = {"host", "connection", "content-length", "transfer-encoding", "accept-encoding"}
_COMPLAINT_SECONDS = 3


def open_client(service: Service, address: Address, proxy: str, connect: float) -> httpx2.AsyncClient:
    """Return a client for this service. Takes about 150 ms where TLS is needed: not for the interface thread.

    It follows no redirects, asks the environment for nothing, and leaves all deadlines but ``connect`` (seconds) to
    the caller. Raises TlsFailed where the certificates to trust cannot be read. A status that is not 2xx raises
    BadStatus; any other answer that is compressed raises NotAnOpenAIApi. Nothing compressed is read.
    """

    async def admit(response: httpx2.Response) -> None:
        is_plain = response.headers.get("content-encoding", "identity").strip().lower() in {"", "identity"}
        if not response.is_success:
            said = await _beginning(response) if is_plain else b""
            raise BadStatus(response.status_code, dict(response.headers), said)
        if not is_plain:
            raise NotAnOpenAIApi(service.name, address.host)

    return httpx2.AsyncClient(
        transport=_Door(_checked(service), proxy, _tls(service, address, proxy)),
        trust_env=False,
        timeout=httpx2.Timeout(None, connect=connect),
        follow_redirects=False,
        event_hooks={"response": [admit]},
    )


class _Door(httpx2.AsyncHTTPTransport):
    """Lets out no header but those that a request needs, and the user's own."""

    def __init__(self, headers: dict[str, str], proxy: str, tls: ssl.SSLContext) -> None:
        super().__init__(verify=tls, trust_env=False, proxy=proxy or None)
        backend = self._pool._network_backend  # noqa: SLF001 - httpx2 passes none on, though httpcore2 takes one
        self._pool._network_backend = ClosingBackend(backend)  # noqa: SLF001 - likewise
        self._added = {"user-agent": _USER_AGENT, **headers, "accept-encoding": "identity"}

    async def handle_async_request(self, request: httpx2.Request) -> httpx2.Response:
        """Send it, dressed anew. The SDK looks for headers of its own on the request it made: that one stays."""
        kept = {name: Secret(value) for name, value in request.headers.items() if name in _LET_OUT}
        dressed = httpx2.Request(
            request.method,
            request.url,
            headers={**kept, **self._added},
            stream=request.stream,
            extensions=request.extensions,
        )
        return await super().handle_async_request(dressed)


def _tls(service: Service, address: Address, proxy: str) -> ssl.SSLContext:
    """Return what says whom to trust: the system's authorities, or nobody where no TLS is spoken. Raises TlsFailed."""
    if address.scheme == "https" or proxy.startswith("https:"):
        try:
            return httpx2.create_ssl_context()
        except OSError:  # SSL_CERT_FILE or SSL_CERT_DIR names what is not there, or holds no certificates
            raise TlsFailed(service.name, address.host) from None
    return ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)


def _checked(service: Service) -> dict[str, str]:
    """Return the user's own headers. Raises RequestRejected for one that cannot be sent."""
    for name, value in service.headers:
        sendable = name.isascii() and name.replace("-", "").replace("_", "").isalnum() and value.isascii()
        if not sendable or not value.isprintable():
            problem = tr("the header {name} cannot be sent").format(name=repr(name))
            raise RequestRejected(service.name, problem).before_sending()
    return {name.lower(): Secret(value) for name, value in service.headers if name.lower() not in _NOT_FOR_USERS}


async def _beginning(response: httpx2.Response) -> bytes:
    """Return as much of an error's body as is worth reading, of what comes soon; the response is closed then."""
    read = bytearray()
    # Closed here, and behind the response: the collector might do so on any thread.
    async with aclosing(response.aiter_raw()) as pieces, aclosing(response):
        with suppress(TimeoutError, httpx2.TransportError):  # the status alone says enough
            async with asyncio.timeout(_COMPLAINT_SECONDS):
                async for piece in pieces:
                    read += piece
                    if len(read) >= MOST_COMPLAINT_BYTES:
                        break
    return bytes(read[:MOST_COMPLAINT_BYTES])
