import json
import tracemalloc

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.engines.helpers import text_in
from translator.engines.faults.mapping import Endpoint
from translator.engines.replies.event_stream import ReplyReader
from translator.translation.errors.base import TranslationError
from translator.translation.errors.connections import NotAnOpenAIApi
from translator.translation.errors.limits import OutOfCredit, RateLimited
from translator.translation.errors.requests import TextTooLong
from translator.translation.errors.servers import BadReply, ServerFailed
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


@pytest.mark.parametrize("usage", [5, "9", [1], True, {}, {"prompt_tokens": {}, "completion_tokens": []}])
def test_a_usage_of_another_shape_is_none(usage: object) -> None:
    assert read(delta(content="a"), event(choices=[], usage=usage), STOP)[-2] == Usage(
        requests=1, estimated=True, cost=None
    )


@pytest.mark.parametrize(
    "count", ["-1", "0", "1e308", "1e999", "10" * 15, "10" * 3000, "0.5", '"9"', "true", "null", "NaN"]
)
def test_a_count_that_cannot_be_is_none(count: str) -> None:
    usage = b'data: {"choices":[],"usage":{"prompt_tokens":7,"completion_tokens":%s}}\n\n' % count.encode()
    told = Usage(0 if len(count) > 4000 else 7, 0, requests=1, estimated=True, cost=None)
    assert read(delta(content="a"), STOP, usage)[-2] == told


def test_usage_is_read_beside_bytes_that_are_no_text() -> None:
    odd = b'data: {"choices":[{"delta":{"content":"a\xff"}}],"usage":{"prompt_tokens":7,"completion_tokens":2}}\n\n'
    assert read(odd, STOP)[-2] == Usage(7, 2, requests=1, cost=None)


def test_a_reply_without_text_may_take_no_tokens() -> None:
    usage = event(choices=[], usage={"prompt_tokens": 7, "completion_tokens": 0})
    assert read(delta(refusal="No"), STOP, usage)[-2] == Usage(7, 0, requests=1, cost=None)


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
        ("function_call", IncompleteReason.CUT),
        ("something_new", IncompleteReason.CUT),
        ("error", IncompleteReason.CUT),
        ("network_error", IncompleteReason.CUT),
        ("insufficient_system_resource", IncompleteReason.CUT),
    ],
)
def test_any_other_finish_reason_is_not(finish: str, reason: IncompleteReason) -> None:
    assert reason_of(delta(finish, content="a"), DONE) is reason


@pytest.mark.parametrize("end", [b"", DONE, delta(""), delta(None)])
def test_no_finish_reason_is_a_cut(end: bytes) -> None:
    assert reason_of(delta(content="a"), end) is IncompleteReason.CUT


@pytest.mark.parametrize("finish", ["error", "network_error", "insufficient_system_resource", "ERROR"])
def test_a_service_that_broke_down_before_any_text_has_failed(finish: str) -> None:
    text, error = broken(delta(role="assistant") + delta(finish) + DONE)
    assert (type(error), text) == (ServerFailed, "")
    assert error.is_passing


def test_a_tool_call_that_nobody_asked_for_is_no_translation() -> None:
    call = [{"index": 0, "id": "x", "function": {"name": "translate", "arguments": "{}"}}]
    events = read(delta(tool_calls=call), delta("tool_calls"), DONE)
    assert text_in(events) == ""
    assert events[-1] == Finished(IncompleteReason.CUT)


def test_a_stop_after_another_reason_makes_nothing_whole() -> None:
    assert reason_of(delta("length", content="a"), STOP, DONE) is IncompleteReason.LENGTH
    assert reason_of(delta("stop", content="a"), delta("content_filter"), DONE) is IncompleteReason.FILTERED


def test_who_goes_on_after_the_finish_has_finished_only_with_the_end_mark() -> None:
    assert reason_of(STOP, delta(content="a"), DONE) is None
    assert reason_of(STOP, delta(content="a")) is IncompleteReason.CUT
    assert reason_of(delta("stop", content="a"), delta(content="b")) is IncompleteReason.CUT
    assert reason_of(STOP, delta(content="a"), STOP) is None


def test_a_reply_that_goes_on_may_not_break_off_unnoticed() -> None:
    reader = ReplyReader(ENDPOINT)
    list(reader.feed(STOP))
    assert reader.finished
    list(reader.feed(delta(content="a")))
    assert not reader.finished


def test_the_role_may_come_late_or_never() -> None:
    late = read(delta(content="Hal"), delta(role="assistant", content="lo"), STOP, DONE)
    assert (text_in(late), late[-1]) == ("Hallo", Finished())


def test_a_finish_reason_needs_no_delta_beside_it() -> None:
    assert reason_of(delta(content="a"), event(choices=[{"finish_reason": "stop"}])) is None


def test_the_last_event_counts_without_its_blank_line() -> None:
    assert reason_of(delta(content="a"), STOP.rstrip()) is None


@pytest.mark.parametrize("name", ["reasoning", "reasoning_content", "reasoning_details"])
def test_reasoning_is_thinking_and_not_text(name: str) -> None:
    events = read(delta(**{name: "Let me see"}), delta(content="Hallo"), STOP)
    assert events[:2] == [Thinking(), TextDelta("Hallo")]


def test_content_in_parts_is_text_but_for_its_thoughts() -> None:
    thought = [{"type": "thinking", "thinking": [{"type": "text", "text": "hm"}]}]
    events = read(delta(content=thought), delta(content=[{"type": "text", "text": "Hallo"}]), STOP)
    assert events[:2] == [Thinking(), TextDelta("Hallo")]


@pytest.mark.parametrize("kind", ["thinking", "reasoning", "redacted_thinking", "tool_use"])
def test_no_part_is_text_but_text(kind: str) -> None:
    parts = [{"type": kind, "text": "hm"}, {"type": kind, "text": ["hm"]}, {"type": "text", "text": "Hallo"}]
    assert text_in(read(delta(content=parts), STOP)) == "Hallo"


def test_a_part_of_text_that_is_none_is_unreadable() -> None:
    assert type(broken(delta(content="a") + delta(content=[{"type": "text", "text": 5}]))[1]) is BadReply


@pytest.mark.parametrize(
    ("chunks", "reasoned"),
    [
        ([delta(content="a")], False),
        ([delta(reasoning="", reasoning_content=None, content="a")], False),
        ([delta(reasoning_content="hm"), delta(content="a")], True),
        ([delta(reasoning="hm", content="a")], True),
        ([delta(content="<think>hm"), delta(content="</think>a")], True),
        ([delta(content="a <think>")], False),
        ([delta(content=[{"type": "thinking"}])], True),
        ([delta(content="a"), event(choices=[], usage={"completion_tokens_details": {"reasoning_tokens": 9}})], True),
        ([delta(content="a"), event(choices=[], usage={"completion_tokens_details": {"reasoning_tokens": 0}})], False),
        ([delta(content="a"), event(choices=[], usage={"completion_tokens_details": "many"})], False),
    ],
)
def test_it_is_noticed_that_a_model_reasons(chunks: list[bytes], reasoned: bool) -> None:
    reader = ReplyReader(ENDPOINT)
    for chunk in chunks:
        list(reader.feed(chunk))
    assert reader.reasoned is reasoned


@pytest.mark.parametrize("source", ["<think> ist ein Tag", "Nimm <denken>", "\n <THINK>"])
def test_a_think_tag_in_reply_to_a_text_with_tags_is_no_sign_of_reasoning(source: str) -> None:
    reader = ReplyReader(ENDPOINT, source)
    for chunk in (delta(content="<think> is a tag"), STOP):
        list(reader.feed(chunk))
    assert not reader.reasoned
    reader = ReplyReader(ENDPOINT, source)
    list(reader.feed(delta(reasoning="hm")))
    assert reader.reasoned


def test_a_refusal_is_not_text() -> None:
    events = read(delta(refusal="I'm sorry"), delta(refusal=", no."), STOP, DONE)
    assert text_in(events) == ""
    assert events[-1] == Finished(IncompleteReason.REFUSED)


def test_of_two_that_claim_to_be_the_first_one_is_read() -> None:
    both = event(choices=[{"index": 0, "delta": {"content": "a"}}, {"index": 0, "delta": {"content": "b"}}])
    assert text_in(read(both, STOP)) == "a"


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
    assert type(error) is BadReply
    assert (text, error.detail) == ("Hallo", "part of it is unreadable")


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


@pytest.mark.parametrize("tail", [b'data: {"choices":[{"delta":{"content":"x', b"data: {", b"da", b'data: "\xe4'])
def test_half_an_event_at_the_end_is_a_reply_that_broke_off(tail: bytes) -> None:
    events = read(delta(content="Hallo"), tail)
    assert (text_in(events), events[-1]) == ("Hallo", Finished(IncompleteReason.CUT))
    assert reason_of(delta("stop", content="Hallo"), tail) is None


def test_events_without_data_say_nothing() -> None:
    assert list(ReplyReader(ENDPOINT).feed(b"data: \n\ndata:\n\ndata\n\n" * 3)) == []
    assert text_in(read(b"data: \n\n", delta(content="a"), b"data:\n\n", STOP, DONE)) == "a"
    assert isinstance(broken(b"event: error\ndata:\n\n")[1], ServerFailed)


def test_a_bare_tab_in_the_text_is_a_tab() -> None:
    assert text_in(read(b'data: {"choices":[{"delta":{"content":"a\tb"}}]}\n\n', STOP)) == "a\tb"


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
    assert type(error) is BadReply
    assert (text, error.detail) == ("a", "it is too large")


def peak_of(*chunks: bytes) -> tuple[TranslationError, int]:
    """Return the error, and the most bytes that were held on the way to it."""
    reader = ReplyReader(ENDPOINT)
    tracemalloc.start()
    try:
        for chunk in chunks:
            for _ in reader.feed(chunk):
                pass
    except TranslationError as error:
        return error, tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    raise AssertionError("nothing went wrong")


@pytest.mark.parametrize("name", ["reasoning_content", "content"])
def test_no_reply_is_read_beyond_its_cap_nor_held_in_memory(name: str) -> None:
    piece = delta(**{name: "x" * 50_000})
    error, peak = peak_of(*[piece] * 200)
    assert (type(error), error.detail) == (BadReply, "it is too large")
    assert peak < 4_000_000


@pytest.mark.parametrize("start", [b"data: ", b"", b"{", b"data: x\n" * 10])
def test_no_event_and_no_body_is_held_beyond_its_cap(start: bytes) -> None:
    error, peak = peak_of(start, *[b"x" * 50_000] * 200)
    assert (type(error), error.detail) == (BadReply, "it is too large")
    assert peak < 8_000_000


def test_an_event_in_very_many_lines_is_held_no_longer_either() -> None:
    assert type(broken(b"data: x\n" * 200_000 + b"data: " + b"x\n" * 500_000 + b"data: y\n" * 900_000)[1]) is BadReply


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
