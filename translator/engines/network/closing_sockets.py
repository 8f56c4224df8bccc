"""Sockets that are closed when the making of a TLS connection is given up.

What lies below httpx2 closes a socket whose handshake fails, but leaves it open where the handshake is cancelled: it
would stay so until the other side closes it. Seen with httpcore2 2.16, directly and through a proxy.
"""

import ssl
from collections.abc import Iterable

import anyio
import httpcore2

from translator.engines.network.gathering import gathering_here

_Options = Iterable[httpcore2.SOCKET_OPTION]


class ClosingBackend(httpcore2.AsyncNetworkBackend):
    """Opens connections by another backend. It has no ``sleep``, which only retries below us would want."""

    def __init__(self, backend: httpcore2.AsyncNetworkBackend) -> None:
        self._backend = backend

    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - the signature is httpcore2's
        local_address: str | None = None,
        socket_options: _Options | None = None,
    ) -> httpcore2.AsyncNetworkStream:
        """Connect, as httpcore2 asks for it."""
        return _ClosingStream(await self._backend.connect_tcp(host, port, timeout, local_address, socket_options))


class _ClosingStream(httpcore2.AsyncNetworkStream):
    def __init__(self, stream: httpcore2.AsyncNetworkStream, *, is_encrypted: bool = False) -> None:
        self._stream = stream
        self._is_encrypted = is_encrypted

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore2's
        gathering = gathering_here()
        if gathering is None:
            return await self._stream.read(max_bytes, timeout)
        await gathering.hold_off()
        read = await self._stream.read(max_bytes, timeout)
        gathering.has_read(len(read), of_a_record=self._is_encrypted)
        return read

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore2's
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore2's
    ) -> httpcore2.AsyncNetworkStream:
        try:
            encrypted = await self._stream.start_tls(ssl_context, server_hostname, timeout)
        except BaseException:
            with anyio.CancelScope(shield=True):
                await self._stream.aclose()
            raise
        return _ClosingStream(encrypted, is_encrypted=True)

    def get_extra_info(self, info: str) -> object:
        return self._stream.get_extra_info(info)
