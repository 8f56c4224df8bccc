import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.helpers import text_in
from translator.engines.event_stream import ReplyReader
from translator.engines.faults import Endpoint
from translator.translation.errors import (
    NotAnOpenAIApi,
    OutOfCredit,
    RateLimited,
    ServerFailed,
    TextTooLong,
    TranslationError,
)
from translator.translation.ports import EngineEvent, Finished, TextDelta
from translator.translation.request import IncompleteReason, Thinking, Usage

ENDPOINT = Endpoint("Service", "host.example", "mock")
DONE = b"data: [DONE]\n\n"
STOP = b'data: {"choices":[{"index":0,"delta":{},"finish_reason":"stop"}]}\n\n'


def event(**fields: object) -> bytes:
    return b"data: " + json.dumps(fields).encode() + b"\n\n"


def delta(finish: str | None = None, index: int = 0, **fields: object) -> bytes:
    return event(choices=[{"index": index, "delta": fields, "finish_reason": finish}])


def read(*chunks: bytes) -> list[EngineEvent]:
    reader = ReplyReader(ENDPOINT)
    events: list[EngineEvent] = []
    for chunk in chunks:
        events += reader.feed(chunk)
        if reader.done:
            break
    return events + list(reader.end())


def broken(*chunks: bytes) -> tuple[str, TranslationError]:
    reader = ReplyReader(ENDPOINT)
    text = ""
    try:
        for chunk in chunks:
            for one in reader.feed(chunk):
                text += one.text if isinstance(one, TextDelta) else ""
        for one in reader.end():
            text += one.text if isinstance(one, TextDelta) else ""
    except TranslationError as error:
        return text, error
    raise AssertionError("nothing went wrong")


def reason_of(*chunks: bytes) -> IncompleteReason | None:
    last = read(*chunks)[-1]
    assert isinstance(last, Finished)
    return last.reason


def test_reads_text_usage_and_the_end() -> None:
    usage = event(choices=[], usage={"prompt_tokens": 9, "completion_tokens": 3})
    assert read(delta(role="assistant", content=""), delta(content="Hal"), delta(content="lo"), STOP, usage, DONE) == [
        TextDelta("Hal"),
        TextDelta("lo"),
        Usage(9, 3, requests=1, cost=None),
        Finished(),
    ]


def test_what_came_together_is_one_delta() -> None:
    assert read(delta(content="Hal") + delta(content="lo") + STOP + DONE)[0] == TextDelta("Hallo")


def test_nothing_counts_after_the_end_mark() -> None:
    assert text_in(read(delta(content="a") + STOP + DONE + delta(content="b"))) == "a"


@pytest.mark.parametrize(
    "usage",
    [
        event(usage={"prompt_tokens": 9, "completion_tokens": 3}),
        event(choices=None, usage={"prompt_tokens": 9, "completion_tokens": 3, "extra": [1]}),
        event(choices=[{"index": 0, "delta": {"content": ""}}], usage={"prompt_tokens": 9.0, "completion_tokens": 3}),
    ],
    ids=["no choices", "null choices", "with a choice"],
)
def test_usage_may_come_with_or_without_choices(usage: bytes) -> None:
    assert read(delta(content="a"), STOP, usage, DONE)[-2] == Usage(9, 3, requests=1, cost=None)


def test_without_usage_the_request_still_counts() -> None:
    assert read(delta(content="a"), STOP, DONE)[-2] == Usage(requests=1, estimated=True, cost=None)


def test_the_last_of_several_usages_counts() -> None:
    first, last = ({"prompt_tokens": 9, "completion_tokens": n} for n in (1, 2))
    assert read(event(choices=[], usage=first), delta("stop", content="a"), event(choices=[], usage=last))[-2] == Usage(
        9, 2, requests=1, cost=None
    )


@pytest.mark.parametrize("finish", ["stop", "STOP", "end_turn", "eos"])
def test_a_valid_finish_reason_is_complete_with_or_without_an_end_mark(finish: str) -> None:
    assert reason_of(delta(finish, content="a"), DONE) is None
    assert reason_of(delta(finish, content="a")) is None


@pytest.mark.parametrize(
    ("finish", "reason"),
    [
        ("length", IncompleteReason.LENGTH),
        ("max_tokens", IncompleteReason.LENGTH),
        ("content_filter", IncompleteReason.FILTERED),
        ("SAFETY", IncompleteReason.FILTERED),
        ("refusal", IncompleteReason.REFUSED),
        ("tool_calls", IncompleteReason.CUT),
        ("error", IncompleteReason.CUT),
        ("insufficient_system_resource", IncompleteReason.CUT),
    ],
)
def test_any_other_finish_reason_is_not(finish: str, reason: IncompleteReason) -> None:
    assert reason_of(delta(finish, content="a"), DONE) is reason


@pytest.mark.parametrize("end", [b"", DONE, delta(""), delta(None)])
def test_no_finish_reason_is_a_cut(end: bytes) -> None:
    assert reason_of(delta(content="a"), end) is IncompleteReason.CUT


def test_a_finish_reason_needs_no_delta_beside_it() -> None:
    assert reason_of(delta(content="a"), event(choices=[{"finish_reason": "stop"}])) is None


def test_the_last_event_counts_without_its_blank_line() -> None:
    assert reason_of(delta(content="a"), STOP.rstrip()) is None


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content"])
def test_reasoning_is_thinking_and_not_text(name: str) -> None:
    events = read(delta(**{name: "Let me see"}), delta(content="Hallo"), STOP)
    assert events[:2] == [Thinking(), TextDelta("Hallo")]


def test_content_in_parts_is_text_but_for_its_thoughts() -> None:
    thought = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}]
    events = read(delta(content=thought), delta(content=[{"type": "text", "text": "Hallo"}]), STOP)
    assert events[:2] == [Thinking(), TextDelta("Hallo")]


def test_a_refusal_is_not_text() -> None:
    events = read(delta(refusal="I'm sorry"), delta(refusal=", no."), STOP, DONE)
    assert text_in(events) == ""
    assert events[-1] == Finished(IncompleteReason.REFUSED)


def test_only_the_first_choice_counts() -> None:
    assert text_in(read(delta(content="a"), delta(index=1, content="b", finish="length"), STOP)) == "a"


def test_a_reply_that_is_not_streamed_is_read_as_a_whole() -> None:
    choice = {"message": {"role": "assistant", "content": "Hallo"}, "finish_reason": "stop"}
    body = json.dumps({"choices": [choice], "usage": {"prompt_tokens": 4, "completion_tokens": 2}}, indent=2)
    assert read(body.encode()) == [TextDelta("Hallo"), Usage(4, 2, requests=1, cost=None), Finished()]


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"\n\n",
        b": keep-alive\n\n",
        b"<!doctype html><html></html>",
        b"Hello there",
        b'{"hello": "world"}',
        b"[1, 2]",
        b"[]",
        b"{",
        b"[" * 100_000,
        b'{"x":' * 100_000,
        DONE,
        b"data: <html>\n\n",
        b"data: 5\n\n",
        b"data: {}\n\n",
        b'data: {"choices": 5}\n\n',
        b'data: {"choices": [{"delta": {"content": 5}}]}\n\n',
        b'data: {"choices": [{"delta": "text"}]}\n\n',
        b'data: {"choices": [null]}\n\n',
        b"data: \xff\xfe\n\n",
        b"\x00\x01\x02",
    ],
)
def test_what_has_no_reply_in_it_is_not_the_api(body: bytes) -> None:
    text, error = broken(body)
    assert isinstance(error, NotAnOpenAIApi)
    assert (error.service, error.detail, text) == ("Service", "host.example", "")


@pytest.mark.parametrize(
    "junk", [b"data: {oops\n\n", b'data: {"choices": "x"}\n\n', b"data: " + b"[" * 99_999 + b"\n\n"]
)
def test_junk_after_text_is_a_failure_of_the_server_and_the_text_is_kept(junk: bytes) -> None:
    text, error = broken(delta(content="Hallo") + junk)
    assert isinstance(error, ServerFailed)
    assert text == "Hallo"


@pytest.mark.parametrize(
    "report",
    [
        event(error={"message": "boom", "type": "server_error"}),
        event(error="boom"),
        event(object="error", message="boom", type="InternalServerError", code=500),
        event(detail="boom"),
        event(message="boom"),
        b"event: error\n" + event(message="boom"),
        b"event: error\ndata: boom\n\n",
        b'{"error":{"message":"boom"}}\n\n',
    ],
    ids=["object", "string", "vllm", "detail", "message", "typed", "typed words", "bare"],
)
def test_an_error_in_the_stream_is_an_error_in_every_shape(report: bytes) -> None:
    text, error = broken(delta(content="Hal") + report)
    assert isinstance(error, ServerFailed)
    assert (error.detail, text) == ("boom", "Hal")


@pytest.mark.parametrize(
    ("report", "kind"),
    [
        ({"error": {"message": "slow down", "code": 429}}, RateLimited),
        ({"error": {"message": "x", "code": "insufficient_quota"}}, OutOfCredit),
        ({"error": {"message": "This model's maximum context length is 8192 tokens."}}, TextTooLong),
        ({"object": "error", "message": "busy", "code": 503}, ServerFailed),
    ],
)
def test_an_error_with_status_200_is_told_by_its_words(report: dict[str, object], kind: type[TranslationError]) -> None:
    assert type(broken(json.dumps(report).encode())[1]) is kind
    assert type(broken(event(**report))[1]) is kind


def test_bytes_that_are_not_utf8_are_replaced() -> None:
    assert text_in(read(b'data: {"choices":[{"delta":{"content":"a\xffb"},"finish_reason":"stop"}]}\n\n')) == "a\ufffdb"


def test_a_lone_surrogate_is_replaced() -> None:
    assert text_in(read(rb'data: {"choices":[{"delta":{"content":"a\ud83db"}}]}' + b"\n\n", STOP)) == "a\ufffdb"


@pytest.mark.parametrize("before", ["", "a"])
def test_a_pair_cut_in_two_is_joined(before: str) -> None:
    first = rb'data: {"choices":[{"delta":{"content":"%s\ud83d"}}]}' % before.encode() + b"\n\n"
    second = rb'data: {"choices":[{"delta":{"content":"\ude00b"}}]}' + b"\n\n"
    assert text_in(read(first, second, STOP)) == f"{before}😀b"


def test_a_half_that_nothing_follows_is_replaced_at_the_end() -> None:
    assert text_in(read(rb'data: {"choices":[{"delta":{"content":"a\ud83d"}}]}' + b"\n\n", STOP)) == "a\ufffd"


def test_a_reply_beyond_all_measure_is_a_failure_and_the_text_is_kept() -> None:
    text, error = broken(delta(content="a"), *[b": " + b"x" * 99_998 + b"\n"] * 81)
    assert isinstance(error, ServerFailed)
    assert text == "a"


@given(st.lists(st.binary(max_size=60), max_size=8), st.integers(0, 3))
def test_no_bytes_raise_anything_but_our_errors(chunks: list[bytes], at: int) -> None:
    whole = [b"data: " + chunk + b"\n\n" for chunk in chunks]
    whole.insert(min(at, len(whole)), delta(content="x"))
    try:
        events = read(*whole)
    except TranslationError:
        return
    assert isinstance(events[-1], Finished)


@given(st.text(min_size=1), st.integers(1, 7))
def test_text_arrives_as_it_was_sent_however_it_was_cut(text: str, size: int) -> None:
    raw = b"".join(delta(content=c) for c in text) + STOP + DONE
    assert text_in(read(*(raw[i : i + size] for i in range(0, len(raw), size)))) == text
