"""What the network, the SDK and the services report, as our own errors.

Nothing here keeps the key or the text: a service's own words are shortened, put on one line, and freed of
everything that looks like a key.
"""

import json
import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime
from http import HTTPStatus

import httpx2

from translator.engines.complaint import Complaint, read_complaint
from translator.engines.retry_after import read_retry_after
from translator.host import host_of
from translator.translation import errors

_REFUSED_PATHS = {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.GONE}
# 524 is Cloudflare's "the service behind did not answer in time".
_TIMEOUTS = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT, 524}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an error says about where it happened. ``key`` is there to be removed from the service's own words."""

    service: str
    host: str
    model: str = ""
    proxy: str = ""
    key: str = field(default="", repr=False)


class BadStatus(Exception):
    """The service answered with another status than 2xx. It holds what is needed to say which fault that is."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers
        self.body = body

    def names(self, parameter: str) -> bool:
        """Tell whether the service rejects the request for this parameter."""
        unfit = self.status in {HTTPStatus.BAD_REQUEST, HTTPStatus.UNPROCESSABLE_ENTITY}
        return unfit and parameter.encode() in self.body


def fault_in_exception(error: BaseException, endpoint: Endpoint) -> errors.TranslationError:
    """Return our error for one that came while connecting or reading."""
    if isinstance(error, BadStatus):
        return fault_in_status(error, endpoint)
    chain = list(_chain(error))
    known = next((e for e in chain if isinstance(e, errors.TranslationError)), None)
    return known or _network_fault(chain, endpoint)


def fault_in_status(bad: BadStatus, endpoint: Endpoint, now: datetime | None = None) -> errors.TranslationError:
    """Return our error for an answer that is not 2xx."""
    status, where = bad.status, (endpoint.service, endpoint.host)
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return errors.Redirected(endpoint.service, host_of(bad.headers.get("location", "")) or endpoint.host)
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return errors.ProxyFailed(endpoint.service, host_of(endpoint.proxy) or endpoint.host)
    if status in _TIMEOUTS:
        return errors.TimedOut(*where)
    complaint = read_complaint(_decoded(bad.body), secret=endpoint.key)
    fault = _fault_in_words(status, complaint, endpoint)
    if isinstance(fault, errors.RateLimited):
        fault.retry_at = read_retry_after(bad.headers, now or datetime.now(UTC))
    return fault


def fault_in_reply(payload: object, endpoint: Endpoint) -> errors.TranslationError:
    """Return our error for one that was reported with status 200, in the reply or in place of it."""
    complaint = read_complaint(payload, secret=endpoint.key)
    return _fault_in_words(complaint.status or HTTPStatus.INTERNAL_SERVER_ERROR, complaint, endpoint)


def _fault_in_words(status: int, complaint: Complaint, endpoint: Endpoint) -> errors.TranslationError:
    """Go by what the service says where that is clear, else by the status."""
    service = endpoint.service
    if status == HTTPStatus.UNAUTHORIZED or complaint.is_about_key:
        return errors.KeyRefused(service, endpoint.host)
    if status == HTTPStatus.FORBIDDEN:
        return _forbidden(complaint, endpoint)
    if status == HTTPStatus.PAYMENT_REQUIRED or complaint.is_about_credit:
        return errors.OutOfCredit(service, complaint.text)
    if status == HTTPStatus.TOO_MANY_REQUESTS or complaint.is_about_rate:
        return errors.RateLimited(service, complaint.text)
    if complaint.is_about_model(endpoint.model, anywhere=status == HTTPStatus.NOT_FOUND):
        return errors.ModelUnknown(service, endpoint.model)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or complaint.is_about_length:
        return errors.TextTooLong(service, endpoint.model)
    if status in _REFUSED_PATHS:
        return errors.PathNotFound(service, endpoint.host)
    if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
        return errors.ServerFailed(service, complaint.text or str(status))
    return errors.RequestRejected(service, complaint.text or str(status))


def _forbidden(complaint: Complaint, endpoint: Endpoint) -> errors.TranslationError:
    """403 is about the key unless the service names another reason: a country, a model, a scope."""
    if complaint.is_about_permission:
        return errors.RequestRejected(endpoint.service, complaint.text)
    return errors.KeyRefused(endpoint.service, endpoint.host)


def _network_fault(chain: list[BaseException], endpoint: Endpoint) -> errors.TranslationError:
    """Return the error of the first row that fits anything in the chain: the most telling come first."""
    service, host = endpoint.service, endpoint.host
    if any(isinstance(e, httpx2.ProxyError) for e in chain):
        return errors.ProxyFailed(service, host_of(endpoint.proxy))
    for kinds, fault in _ROWS:
        if any(isinstance(e, kinds) for e in chain):
            # Where a proxy is in use, it is the proxy's name that was looked up and its port that was tried.
            if endpoint.proxy and fault in {errors.NameNotFound, errors.ConnectionRefused}:
                return errors.ProxyFailed(service, host_of(endpoint.proxy))
            return fault(service, host)
    return errors.Unreachable(service, host)


_ROWS: tuple[tuple[tuple[type[BaseException], ...], type[errors.Unreachable]], ...] = (
    ((socket.gaierror,), errors.NameNotFound),
    ((httpx2.TimeoutException, TimeoutError), errors.TimedOut),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), errors.ConnectionLost),
    ((ssl.SSLError,), errors.TlsFailed),
    ((ConnectionRefusedError,), errors.ConnectionRefused),
    ((httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, UnicodeError), errors.AddressInvalid),
    ((httpx2.RemoteProtocolError,), errors.ConnectionLost),
    ((httpx2.ReadError, httpx2.WriteError, httpx2.CloseError, ConnectionError, EOFError), errors.ConnectionLost),
    ((httpx2.DecodingError,), errors.NotAnOpenAIApi),
)


def _chain(error: BaseException | None) -> Iterator[BaseException]:
    """Yield an exception and all that led to it, those of a group included (two addresses tried, two refusals)."""
    seen: set[int] = set()
    waiting = [error]
    while waiting:
        one = waiting.pop(0)
        if one is None or id(one) in seen:
            continue
        seen.add(id(one))
        yield one
        waiting += [one.__cause__, one.__context__]
        if isinstance(one, BaseExceptionGroup):
            waiting += one.exceptions


def _decoded(body: bytes) -> object:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return body.decode("utf-8", "replace")
