"""What the network, the SDK and the services report, as our own errors.

Nothing here keeps the key or the text: a service's own words are shortened, put on one line, and freed of
everything that looks like a key.
"""

import socket
import ssl
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from http import HTTPStatus
from urllib.parse import urlsplit

import httpx2

from translator import clock
from translator.engines.faults.complaint import Complaint, read_body, read_complaint
from translator.engines.headers.rate_limit_headers import read_rate_limits
from translator.engines.headers.retry_after import read_retry_after, read_retry_words
from translator.host import host_of
from translator.i18n import tr
from translator.masking import hide
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import (
    AddressInvalid,
    ConnectionLost,
    ConnectionRefused,
    NameNotFound,
    NotAnOpenAIApi,
    NotConnectedInTime,
    PathNotFound,
    ProxyFailed,
    Redirected,
    ServiceTimedOut,
    TimedOut,
    TlsFailed,
    Unreachable,
)
from translator.translation.errors.keys import KeyRefused, KeyWanted
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.models import ModelForbidden, ModelUnknown
from translator.translation.errors.requests import NotAllowed, RequestRejected, TextRefused, TextTooLong
from translator.translation.errors.servers import ServerFailed

_REFUSED_PATHS = {HTTPStatus.NOT_FOUND, HTTPStatus.METHOD_NOT_ALLOWED, HTTPStatus.GONE}
# Conflict and "too early" pass by themselves, as the SDK's own policy has it too.
_PASSING = {HTTPStatus.CONFLICT, HTTPStatus.TOO_EARLY}
# 524 is Cloudflare's "the service behind did not answer in time".
_TIMEOUTS = {HTTPStatus.REQUEST_TIMEOUT, HTTPStatus.GATEWAY_TIMEOUT, 524}


@dataclass(frozen=True, slots=True)
class Endpoint:
    """What an error says about where it happened. ``key`` is there to be removed from the service's own words.

    ``is_given`` says that the address was given for this run alone, so that no key is stored for it.
    """

    service: str
    host: str
    model: str = ""
    proxy: str = ""
    key: str = field(default="", repr=False)
    is_given: bool = False


class BadStatus(Exception):
    """The service answered with another status than 2xx. It holds what is needed to say which fault that is."""

    def __init__(self, status: int, headers: Mapping[str, str], body: bytes) -> None:
        super().__init__(status)
        self.status = status
        self.headers = headers
        self.body = body


def fault_in_exception(error: BaseException, endpoint: Endpoint) -> TranslationError:
    """Return our error for one that came while connecting or reading."""
    if isinstance(error, BadStatus):
        return fault_in_status(error, endpoint)
    chain = list(_chain(error))
    known = next((e for e in chain if isinstance(e, TranslationError)), None)
    return known or _network_fault(chain, endpoint)


def fault_in_status(bad: BadStatus, endpoint: Endpoint, now: datetime | None = None) -> TranslationError:
    """Return our error for an answer that is not 2xx."""
    now = now or clock.now()
    fault = _fault_of_status(bad, endpoint, now)
    if isinstance(fault, RateLimited | ServerFailed | ServiceTimedOut):
        fault.retry_at = read_retry_after(bad.headers, now) or fault.retry_at
    if isinstance(fault, RateLimited):
        fault.limits = read_rate_limits(bad.headers, now)
    if bad.headers.get("x-should-retry", "").strip().lower() == "false":  # OpenAI's own word on it
        fault.is_passing = False
    return fault


def fault_in_reply(payload: object, endpoint: Endpoint, now: datetime | None = None) -> TranslationError:
    """Return our error for one that was reported with status 200, in the reply or in place of it."""
    complaint = read_complaint(payload, secret=endpoint.key)
    status = complaint.status or HTTPStatus.INTERNAL_SERVER_ERROR
    return _fault_in_words(status, complaint, endpoint, now or clock.now())


def _fault_of_status(bad: BadStatus, endpoint: Endpoint, now: datetime) -> TranslationError:
    status = bad.status
    if HTTPStatus.MULTIPLE_CHOICES <= status < HTTPStatus.BAD_REQUEST:
        return Redirected(endpoint.service, _target(bad.headers.get("location", ""), endpoint))
    if status == HTTPStatus.PROXY_AUTHENTICATION_REQUIRED:
        return ProxyFailed(endpoint.service, host_of(endpoint.proxy) or endpoint.host)
    if status in _TIMEOUTS:
        return ServiceTimedOut(endpoint.service, endpoint.host)
    complaint = read_complaint(read_body(bad.body), secret=endpoint.key)
    return _fault_in_words(status, complaint, endpoint, now)


def _target(location: str, endpoint: Endpoint) -> str:
    """Return the host and the path of a redirect, without what may be secret in it: a name, a query, the key."""
    try:
        parts = urlsplit(location)
        target = (parts.hostname or endpoint.host) + parts.path
    except ValueError:
        return endpoint.host
    return hide(target, endpoint.key)


def _fault_in_words(status: int, complaint: Complaint, endpoint: Endpoint, now: datetime) -> TranslationError:
    """Go by what the service says where that is clear, else by the status."""
    service = endpoint.service
    if status == HTTPStatus.UNAUTHORIZED or complaint.is_about_key:
        return _key_refused(endpoint)
    if status == HTTPStatus.FORBIDDEN:
        return _forbidden(complaint, endpoint)
    if status == HTTPStatus.PAYMENT_REQUIRED or complaint.is_about_credit:
        return OutOfCredit(service, complaint.text)
    if status == HTTPStatus.TOO_MANY_REQUESTS or complaint.is_about_rate:
        return RateLimited(service, complaint.text, read_retry_words(complaint.words, now))
    if status in _PASSING or status > HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerFailed(service, complaint.text or str(status))
    return _fault_in_request(status, complaint, endpoint)


def _fault_in_request(status: int, complaint: Complaint, endpoint: Endpoint) -> TranslationError:
    """Return what is wrong with what was asked for, or with where. Some servers say 500 for that, too."""
    service = endpoint.service
    if complaint.is_about_model(endpoint.model, anywhere=status == HTTPStatus.NOT_FOUND):
        return ModelUnknown(service, endpoint.model)
    if status == HTTPStatus.REQUEST_ENTITY_TOO_LARGE or complaint.is_about_length:
        return TextTooLong(service, endpoint.model)
    if status == HTTPStatus.INTERNAL_SERVER_ERROR:
        return ServerFailed(service, complaint.text or str(status))
    if status in _REFUSED_PATHS:
        return PathNotFound(service, endpoint.host)
    if complaint.is_about_moderation:
        return TextRefused(service, complaint.text)
    return RequestRejected(service, complaint.text or str(status))


def _key_refused(endpoint: Endpoint) -> TranslationError:
    kind = KeyRefused if endpoint.key else KeyWanted
    fault = kind(endpoint.service, endpoint.host)
    fault.only_from_environment = endpoint.is_given
    return fault


def _forbidden(complaint: Complaint, endpoint: Endpoint) -> TranslationError:
    """403 is about the key sent, unless the service names another reason: a moderator, a model, a country, a scope.

    Where none was sent, it is about none: local servers refuse so whoever calls them by a name they do not know.
    """
    if complaint.is_about_moderation:
        return TextRefused(endpoint.service, complaint.text)
    if complaint.names_a_model:
        return ModelForbidden(endpoint.service, endpoint.model)
    if complaint.is_about_place or not endpoint.key:
        return NotAllowed(endpoint.service, complaint.text)
    return _key_refused(endpoint)


def _network_fault(chain: list[BaseException], endpoint: Endpoint) -> TranslationError:
    """Return the error of the first row that fits anything in the chain: the most telling come first."""
    service, host = endpoint.service, endpoint.host
    if any(isinstance(e, httpx2.ProxyError) for e in chain):
        return ProxyFailed(service, host_of(endpoint.proxy))
    for kinds, fault in _ROWS:
        if any(isinstance(e, kinds) for e in chain):
            if fault is AddressInvalid:
                return fault(service, tr("nothing can be sent to {host}").format(host=host))
            # Where a proxy is in use, it is the proxy's name that was looked up and its port that was tried.
            if endpoint.proxy and fault in {NameNotFound, ConnectionRefused}:
                return ProxyFailed(service, host_of(endpoint.proxy))
            return fault(service, host)
    return Unreachable(service, host)


_ROWS: tuple[tuple[tuple[type[BaseException], ...], type[Unreachable]], ...] = (
    ((socket.gaierror,), NameNotFound),
    ((httpx2.ConnectTimeout,), NotConnectedInTime),
    ((httpx2.TimeoutException, TimeoutError), TimedOut),
    ((ssl.SSLEOFError, ssl.SSLZeroReturnError), ConnectionLost),
    ((ssl.SSLError,), TlsFailed),
    ((ConnectionRefusedError,), ConnectionRefused),
    ((httpx2.InvalidURL, httpx2.UnsupportedProtocol, httpx2.LocalProtocolError, UnicodeError), AddressInvalid),
    ((httpx2.RemoteProtocolError,), ConnectionLost),
    ((httpx2.ReadError, httpx2.WriteError, httpx2.CloseError, ConnectionError, EOFError), ConnectionLost),
    ((httpx2.DecodingError,), NotAnOpenAIApi),
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
