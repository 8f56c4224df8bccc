"""Ways to a server on which something is wrong: TLS, proxies, IPv6."""

from collections.abc import Iterator

from tests.servers.hostile.row import HASTY, SLOW_TO_CONNECT, Completes, Fails, Flood, Row, Silence, Way
from tests.servers.hostile.speech import GOOD, answer, chunked, head
from translator.translation.errors.connections import (
    ConnectionLost,
    ConnectionRefused,
    NotConnectedInTime,
    ProxyFailed,
    TimedOut,
    TlsFailed,
)

_GOOD = (chunked(GOOD),)


def rows() -> Iterator[Row]:
    """Yield them."""
    yield Row("nobody listens", Fails(ConnectionRefused), way=Way.NOBODY)
    yield Row("IPv6", Completes(), _GOOD, way=Way.IPV6)
    yield from _tls()
    yield from _proxies()


def _tls() -> Iterator[Row]:
    yield Row("a certificate nobody vouches for", Fails(TlsFailed), _GOOD, way=Way.TLS)
    yield Row(
        "TLS to a server that waits for HTTP",
        Fails(NotConnectedInTime),
        _GOOD,
        SLOW_TO_CONNECT,
        Way.TLS_TO_PLAIN,
    )
    yield Row("HTTP to a server that waits for TLS", Fails(ConnectionLost), _GOOD, way=Way.PLAIN_TO_TLS)


def _proxies() -> Iterator[Row]:
    refused = Fails(ProxyFailed)
    lost = Fails(ConnectionLost)
    for status in (403, 407, 500, 502):
        sent = (answer(status, b"<html>no</html>", "proxy-authenticate: Basic realm=x"),)
        yield Row(f"a proxy that answers {status} to CONNECT", refused, sent, way=Way.HTTPS_BY_PROXY)
    asks = (answer(407, b"", "proxy-authenticate: Basic realm=x"),)
    yield Row("a proxy that wants a password for http", refused, asks, way=Way.HTTP_BY_PROXY)
    yield Row("a proxy that lets http through", Completes(), _GOOD, way=Way.HTTP_BY_PROXY)
    yield Row("a proxy that says nothing", Fails(TimedOut), (Silence(),), HASTY, Way.HTTPS_BY_PROXY)
    yield Row("a proxy that hangs up", lost, (), way=Way.HTTPS_BY_PROXY)
    yield Row("a proxy that speaks garbage", lost, (b"\x00\xff\r\n\r\n",), way=Way.HTTPS_BY_PROXY)
    through = head(200)
    yield Row("a proxy that connects and is silent", Fails(TimedOut), (through, Silence()), HASTY, Way.HTTPS_BY_PROXY)
    yield Row("a proxy that connects to garbage", Fails(TlsFailed), (through, Flood(b"<html>")), way=Way.HTTPS_BY_PROXY)
