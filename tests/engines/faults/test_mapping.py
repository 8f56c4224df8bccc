import json
import socket
import ssl
import traceback
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import httpx2
import openai
import pytest

from translator.engines.faults.mapping import BadStatus, Endpoint, fault_in_exception, fault_in_reply, fault_in_status
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
from translator.translation.limits import Allowance, RateLimits

HERE = Endpoint("Service", "host.example", "mock-1", key="abc123")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
REQUEST = httpx2.Request("POST", "https://host.example/v1/chat/completions")


def answer(status: int, body: object = b"", **headers: str) -> TranslationError:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    names = {name.replace("_", "-"): value for name, value in headers.items()}
    return fault_in_status(BadStatus(status, names, raw), HERE, NOW)


def said(message: str, **more: object) -> dict[str, object]:
    return {"error": {"message": message, **more}}


@pytest.mark.parametrize(
    ("status", "body", "kind"),
    [
        (401, said("Incorrect API key provided"), KeyRefused),
        (401, b"", KeyRefused),
        (403, b"", KeyRefused),
        (403, said("Invalid API key"), KeyRefused),
        (403, said("Country, region, or territory not supported"), NotAllowed),
        (403, said("Project does not have access to model mock-1", code="model_not_found"), ModelForbidden),
        (403, said("no", code="unsupported_country_region_territory"), NotAllowed),
        (403, said("Missing scopes: api.request"), NotAllowed),
        (403, said("Input was flagged by the moderation of model mock-1"), TextRefused),
        (400, said("no", code="content_policy_violation"), TextRefused),
        (400, said("The prompt triggered Azure's content management policy"), TextRefused),
        (402, b"", OutOfCredit),
        (402, said("Insufficient Balance"), OutOfCredit),
        (429, said("You exceeded your current quota", code="insufficient_quota"), OutOfCredit),
        (400, said("Your credit balance is too low"), OutOfCredit),
        (429, said("Rate limit reached"), RateLimited),
        (429, b"", RateLimited),
        (404, said("The model `x` does not exist", code="model_not_found"), ModelUnknown),
        (404, said("mock-1: try pulling it first"), ModelUnknown),
        (404, {"object": "error", "message": "The model `x` does not exist.", "code": 404}, ModelUnknown),
        (400, said("mock-1 is not a valid model ID"), ModelUnknown),
        (400, said("Model Not Exist"), ModelUnknown),
        (400, {"object": "error", "message": "Invalid model: mock-1", "code": "1500"}, ModelUnknown),
        (404, said("Unknown request URL: POST /chat/completions"), PathNotFound),
        (404, b"404 page not found", PathNotFound),
        (404, b"<html><h1>Not Found: mock-1</h1>", PathNotFound),
        (405, b"", PathNotFound),
        (408, b"", ServiceTimedOut),
        (504, b"<html>", ServiceTimedOut),
        (524, b"<html>", ServiceTimedOut),
        (413, b"", TextTooLong),
        (400, said("too big", code="context_length_exceeded"), TextTooLong),
        (400, said("the request exceeds the available context size"), TextTooLong),
        (400, said("This model's maximum context length is 8192 tokens."), TextTooLong),
        (422, said("Prompt contains 9001 tokens, too large for model with 8192 maximum context"), TextTooLong),
        (400, [said("API key not valid. Please pass a valid API key.", status="INVALID_ARGUMENT")], KeyRefused),
        (400, said("Unsupported parameter: 'x'"), RequestRejected),
        (422, {"detail": [{"msg": "Field required"}]}, RequestRejected),
        (409, b"", ServerFailed),
        (425, b"", ServerFailed),
        (503, said("The model is not available at the moment"), ServerFailed),
        (500, said("model not found"), ModelUnknown),
        (407, b"", ProxyFailed),
        (500, b"", ServerFailed),
        (502, b"<html>Bad gateway</html>", ServerFailed),
        (503, said("The engine is overloaded"), ServerFailed),
        (529, said("overloaded_error"), ServerFailed),
        (301, b"", Redirected),
        (307, b"", Redirected),
        (400, b"[" * 100_000, RequestRejected),
        (400, b"\xff\xfe", RequestRejected),
        (400, b"null", RequestRejected),
        (400, {"error": 5}, RequestRejected),
        (400, {"error": {"message": {"nested": True}}}, RequestRejected),
    ],
)
def test_a_status_and_its_words_name_the_fault(status: int, body: object, kind: type[TranslationError]) -> None:
    fault = answer(status, body)
    assert type(fault) is kind
    assert fault.service == "Service"


@pytest.mark.parametrize(
    ("status", "body", "detail"),
    [
        (503, said("The engine is overloaded"), "The engine is overloaded"),
        (502, b"<html>Bad gateway</html>", "502"),
        (422, {"detail": [{"msg": "Field required"}, {"msg": "No"}]}, "Field required; No"),
        (400, {"detail": "plain words"}, "plain words"),
        (400, said("two\nlines \t and\x00 blanks"), "two lines and blanks"),
        (404, said("model not found"), "mock-1"),
        (404, b"", "host.example"),
    ],
)
def test_the_detail_is_a_short_fact(status: int, body: object, detail: str) -> None:
    assert answer(status, body).detail == detail


def test_long_words_are_cut() -> None:
    assert len(answer(400, said("word " * 1000)).detail) <= 200


@pytest.mark.parametrize("key", ["abc123", "sk-proj-Ab12Cd34Ef56Gh78", "Bearer abcdefgh", "AIzaSyA1234567890abcdef"])
def test_nothing_that_is_or_looks_like_a_key_is_kept(key: str) -> None:
    fault = answer(400, said(f"Bad request with {key} in it"))
    assert isinstance(fault, RequestRejected)
    assert key.removeprefix("Bearer ") not in fault.detail
    assert fault.detail.startswith("Bad request with")


def test_a_redirect_says_where_to() -> None:
    there = "https://user:pw@elsewhere.example:8443/v1/chat?token=secret#x"
    assert answer(307, location=there).detail == "elsewhere.example/v1/chat"
    assert answer(307, location="/other?token=secret").detail == "host.example/other"
    assert answer(307).detail == "host.example"
    assert HERE.key not in answer(307, location=f"/{HERE.key}/x").detail
    assert answer(307, location="https://[").detail == "host.example"


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"retry_after": "20"}, 20),
        ({"retry_after": "1.5"}, 1.5),
        ({"retry_after": "-5"}, 0),
        ({"retry_after": "Sun, 22 Nov 2026 12:01:00 GMT"}, 60),
        ({"retry_after": "Sun, 22 Nov 2026 12:01:00"}, 60),
        ({"retry_after": "Sun, 22 Nov 2020 12:01:00 GMT"}, 0),
        ({"retry_after": "20", "retry_after_ms": "1500"}, 1.5),
    ],
)
def test_a_limit_says_until_when(headers: dict[str, str], seconds: float) -> None:
    fault = answer(429, **headers)
    assert isinstance(fault, RateLimited)
    assert fault.retry_at == NOW + timedelta(seconds=seconds)


@pytest.mark.parametrize("value", ["", "soon", "nan", "inf", "1e300", "99999999999", "Sun, 99 Nov 2026 12:01:00 GMT"])
def test_a_limit_without_a_readable_time_has_none(value: str) -> None:
    fault = answer(429, retry_after=value)
    assert isinstance(fault, RateLimited)
    assert fault.retry_at is None


def chained(*errors_: BaseException) -> BaseException:
    """Raise each from the one before it, as the network's layers do; return the last."""
    last = errors_[0]
    for error in errors_[1:]:
        error.__cause__ = last
        last = error
    sdk = openai.APIConnectionError(request=REQUEST)
    sdk.__cause__ = last
    return sdk


@pytest.mark.parametrize(
    ("causes", "kind"),
    [
        ([socket.gaierror(-2, "Name or service not known"), httpx2.ConnectError("x")], NameNotFound),
        ([ConnectionRefusedError(111, "x"), OSError("all failed"), httpx2.ConnectError("x")], ConnectionRefused),
        ([ssl.SSLCertVerificationError("self-signed"), httpx2.ConnectError("x")], TlsFailed),
        ([ssl.SSLError("WRONG_VERSION_NUMBER")], TlsFailed),
        ([ssl.SSLEOFError("EOF")], ConnectionLost),
        ([OSError(101, "Network is unreachable"), httpx2.ConnectError("x")], Unreachable),
        ([httpx2.ProxyError("407 Proxy Authentication Required")], ProxyFailed),
        ([httpx2.ConnectTimeout("x")], NotConnectedInTime),
        ([httpx2.ReadTimeout("x")], TimedOut),
        ([httpx2.RemoteProtocolError("Server disconnected")], ConnectionLost),
        ([ConnectionResetError(104, "x"), httpx2.ReadError("x")], ConnectionLost),
        ([httpx2.UnsupportedProtocol("x")], AddressInvalid),
        ([httpx2.DecodingError("x")], NotAnOpenAIApi),
    ],
)
def test_what_the_network_did_is_found_among_the_causes(
    causes: list[BaseException], kind: type[TranslationError]
) -> None:
    assert type(fault_in_exception(chained(*causes), HERE)) is kind


def test_one_refusal_in_a_group_of_attempts_is_found() -> None:
    attempts = ExceptionGroup("both", [ConnectionRefusedError(111, "v6"), ConnectionRefusedError(111, "v4")])
    assert type(fault_in_exception(chained(attempts), HERE)) is ConnectionRefused


@pytest.mark.parametrize("cause", [socket.gaierror(-2, "x"), ConnectionRefusedError(111, "x")])
def test_behind_a_proxy_it_is_the_proxy_that_cannot_be_reached(cause: BaseException) -> None:
    behind = Endpoint("Service", "host.example", proxy="http://user:pass@proxy.example:3128")
    fault = fault_in_exception(chained(cause), behind)
    assert type(fault) is ProxyFailed
    assert fault.detail == "proxy.example"


def test_a_deadline_that_passed_is_a_timeout() -> None:
    assert type(fault_in_exception(TimeoutError(), HERE)) is TimedOut


def test_a_chain_that_bites_its_tail_ends() -> None:
    one, two = ValueError("1"), ValueError("2")
    one.__context__, two.__context__ = two, one
    assert type(fault_in_exception(one, HERE)) is Unreachable


def test_our_own_errors_pass_unchanged() -> None:
    ours = NotAnOpenAIApi("Service", "x")
    assert fault_in_exception(chained(ours), HERE) is ours


def test_the_key_is_in_no_representation_of_an_endpoint_or_a_fault() -> None:
    fault = fault_in_reply(said("your key abc123 is bad"), HERE)
    shown = "".join(traceback.format_exception(fault)) + repr(fault) + repr(HERE)
    assert "abc123" not in shown


@pytest.mark.parametrize("status", [408, 409, 429, 500, 503, 504, 524, 529])
def test_any_passing_fault_may_say_when_to_come_back(status: int) -> None:
    fault = answer(status, retry_after="20")
    assert isinstance(fault, RateLimited | ServerFailed | ServiceTimedOut)
    assert fault.retry_at == NOW + timedelta(seconds=20)


def test_the_words_of_a_limit_may_say_it_where_no_header_does() -> None:
    fault = answer(429, said("Quota exceeded. Please retry in 34.5s.", status="RESOURCE_EXHAUSTED"))
    assert isinstance(fault, RateLimited)
    assert fault.retry_at == NOW + timedelta(seconds=34.5)
    in_stream = fault_in_reply(said("try again in 5s", code=429), HERE, NOW)
    assert isinstance(in_stream, RateLimited)
    assert in_stream.retry_at == NOW + timedelta(seconds=5)


def test_a_limit_brings_what_the_service_says_of_its_limits() -> None:
    fault = answer(429, x_ratelimit_limit_requests="60", x_ratelimit_remaining_requests="0")
    assert isinstance(fault, RateLimited)
    assert fault.limits == RateLimits(Allowance(60, 0))
    plain = answer(429)
    assert isinstance(plain, RateLimited)
    assert plain.limits is None


def test_a_service_that_asks_not_to_be_tried_again_is_heard() -> None:
    assert not answer(503, x_should_retry="false").is_passing
    assert not answer(429, x_should_retry="False ").is_passing
    assert answer(503, x_should_retry="true").is_passing


def test_a_key_for_an_address_given_for_one_run_is_in_no_keyring() -> None:
    given = replace(HERE, is_given=True)
    for status in (401, 403):
        fault = fault_in_status(BadStatus(status, {}, b""), given, NOW)
        assert isinstance(fault, KeyRefused)
        assert fault.only_from_environment
    assert not answer(401).only_from_environment  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("status", "body"),
    [(401, b""), (403, b'{"error": "No API key"}'), (400, b'{"error": {"code": "invalid_api_key"}}')],
)
def test_where_no_key_was_sent_one_is_wanted_and_none_was_refused(status: int, body: bytes) -> None:
    keyless = replace(HERE, key="")
    assert type(fault_in_status(BadStatus(status, {}, body), keyless, NOW)) is KeyWanted
    assert type(fault_in_status(BadStatus(status, {}, body), HERE, NOW)) is KeyRefused


def test_forbidden_without_a_key_and_a_word_of_one_is_about_whoever_asks() -> None:
    assert type(fault_in_status(BadStatus(403, {}, b""), replace(HERE, key=""), NOW)) is NotAllowed


def test_an_address_that_the_network_cannot_use_says_so() -> None:
    fault = fault_in_exception(chained(httpx2.UnsupportedProtocol("x")), HERE)
    assert fault.detail == "nothing can be sent to host.example"


def test_a_field_that_is_minded_is_named() -> None:
    body = {"detail": [{"loc": ["body", "messages", 0], "msg": "Field required"}, {"loc": 5, "msg": "No"}]}
    assert answer(422, body).detail == "messages.0: Field required; No"
