"""What the mock answers: good replies, and each fault by its name."""

import gzip
import json
from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.servers.mock_state import Options
from tests.servers.mock_text import NO_TRANSLATIONS, tokens_of, translated

_JSON = "application/json"
_HTML = b"<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body><h1>502 Bad Gateway</h1></body>\r\n</html>\r\n"


@dataclass(frozen=True)
class Plain:
    """An answer that is sent whole."""

    status: int
    body: bytes
    headers: dict[str, str] = field(default_factory=dict)
    content_type: str = _JSON


def error(status: int, message: str, code: str | None = None, kind: str = "invalid_request_error") -> Plain:
    """Return an answer in the shape of OpenAI's errors."""
    body = {"error": {"message": message, "type": kind, "param": None, "code": code}}
    return Plain(status, json.dumps(body).encode())


BAD_KEY = error(401, "Incorrect API key provided: sk-mock-1234567890abcdef.", "invalid_api_key")

PLAIN_FAULTS: dict[str, Plain] = {
    "http401": BAD_KEY,
    "http402": error(402, "Insufficient Balance", "invalid_request_error", "unknown_error"),
    "http403": error(403, "Country, region, or territory not supported", "unsupported_country_region_territory"),
    "http404": error(404, "The model `nope` does not exist or you do not have access to it.", "model_not_found"),
    "http422": Plain(422, b'{"detail":[{"loc":["body","messages"],"msg":"Field required","type":"missing"}]}'),
    "http500": error(500, "The server had an error while processing your request.", None, "server_error"),
    "http503": error(503, "The engine is currently overloaded.", "server_overloaded", "service_unavailable"),
    "http504": Plain(504, _HTML, content_type="text/html"),
    "context": error(400, "This model's maximum context length is 8192 tokens.", "context_length_exceeded"),
    "quota": error(429, "You exceeded your current quota.", "insufficient_quota", "insufficient_quota"),
    "html502": Plain(502, _HTML, content_type="text/html"),
    "html200": Plain(200, _HTML, content_type="text/html"),
    "empty200": Plain(200, b"", content_type="text/event-stream"),
    "nonsense200": Plain(200, b'{"hello":"world"}'),
    "error200": error(200, "The model is overloaded.", None, "server_error"),
    "redirect": Plain(307, b"", {"location": "https://elsewhere.example/v1/chat/completions"}),
    "gzip": Plain(200, gzip.compress(bytes(1_000_000)), {"content-encoding": "gzip"}, "text/event-stream"),
}
TEXT_FAULTS = ("preamble", "fence", "think", "drop_line", "add_line", "echo")
END_FAULTS = ("length", "content_filter", "refusal", "no_finish")
STREAM_FAULTS = ("reset", "truncated", "stall", "malformed", "sse_error", "comments", "reasoning")
ALL_FAULTS = (*PLAIN_FAULTS, "http429", "stall_head", "whole", *TEXT_FAULTS, *END_FAULTS, *STREAM_FAULTS)


def refusal_of(body: dict[str, object], options: Options) -> Plain | None:
    """Return the answer to a request that the mock minds, in OpenAI's words."""
    for name in options.minds:
        if name in body:
            return error(400, f"Unsupported parameter: '{name}' is not supported with this model.")
    effort = body.get("reasoning_effort")
    if options.strict_effort and effort is not None and effort not in options.strict_effort:
        values = ", ".join(f"'{value}'" for value in options.strict_effort)
        return error(
            400,
            f"Unsupported value: 'reasoning_effort' does not support '{effort}' with this model. "
            f"Supported values are: {values}.",
        )
    if options.demands and options.demands not in body:
        return error(400, f"Missing required parameter: '{options.demands}'.")
    return None


def reply_to(source: str, fault: str, translations: Mapping[str, str] = NO_TRANSLATIONS) -> str:
    """Return the text of the reply, marred as the fault says."""
    text = source if fault == "echo" else translated(source, translations)
    lines = text.split("\n")
    match fault:
        case "preamble":
            return f"Sure! Here is the translation:\n\n{text}"
        case "fence":
            return f"```\n{text}\n```"
        case "think":
            return f"<think>\nLet me see.\n</think>\n\n{text}"
        case "refusal":
            return "I'm sorry, but I can't help with that."
        case "drop_line" if len(lines) > 1:
            return "\n".join(lines[:-1])
        case "add_line":
            return "\n".join([*lines, lines[-1]])
    return text


@dataclass(frozen=True)
class Script:
    """A reply in events, ready to be sent: those before the text, one for each token, those after it."""

    before: list[bytes]
    tokens: list[bytes]
    after: list[bytes]
    usage: dict[str, int]


def script_for(
    source: str, model: str, fault: str, *, with_usage: bool, translations: Mapping[str, str] = NO_TRANSLATIONS,
    said: str | None = None, seen: int = 0,
) -> Script:  # fmt: skip
    """Return the events of a streamed reply: the translation, or what is ``said`` of a picture of ``seen`` tokens."""
    tokens = tokens_of(reply_to(source, fault, translations) if said is None else said)
    if fault in {"length", "content_filter"}:
        tokens = tokens[: max(1, len(tokens) // 2)]
    usage = {"prompt_tokens": len(tokens_of(source)) + seen, "completion_tokens": len(tokens), "total_tokens": 0}
    usage["total_tokens"] = sum(usage.values())
    told = "refusal" if fault == "refusal" else "content"
    before = [_event(model, {"role": "assistant", "content": ""})]
    if fault == "reasoning":
        before += [_event(model, {"reasoning_content": word}) for word in ("Let", " me", " see.")]
    end = fault if fault in {"length", "content_filter"} else "stop"
    after = [] if fault == "no_finish" else [_event(model, {}, end)]
    if with_usage:
        after.append(_frame({**_head(model), "choices": [], "usage": usage}))
    after.append(b"data: [DONE]\n\n")
    return _marred(Script(before, [_event(model, {told: t}) for t in tokens], after, usage), fault)


def whole_for(source: str, model: str, translations: Mapping[str, str] = NO_TRANSLATIONS) -> Plain:
    """Return a reply that is not streamed, as from a server that does not know how."""
    message = {"role": "assistant", "content": translated(source, translations)}
    choices = [{"index": 0, "message": message, "finish_reason": "stop"}]
    usage = {"prompt_tokens": 7, "completion_tokens": 5}
    return Plain(200, json.dumps({**_head(model), "choices": choices, "usage": usage}).encode())


def _marred(script: Script, fault: str) -> Script:
    middle = len(script.tokens) // 2
    if fault == "malformed":
        script.tokens.insert(middle, b'data: {"id":"chatcmpl-mock","choices":[{"index":0,"delta":{"conte\n\n')
    elif fault == "sse_error":
        failure = {"message": "The server had an error while processing your request.", "type": "server_error"}
        script.tokens[middle:] = [_frame({"error": failure})]
    elif fault == "comments":
        script.tokens[:] = [piece for token in script.tokens for piece in (b": keep-alive\n\n", token)]
    return script


def _head(model: str) -> dict[str, object]:
    return {"id": "chatcmpl-mock", "object": "chat.completion.chunk", "created": 1_700_000_000, "model": model}


def _event(model: str, delta: dict[str, str], finish: str | None = None) -> bytes:
    choice = {"index": 0, "delta": delta, "logprobs": None, "finish_reason": finish}
    return _frame({**_head(model), "choices": [choice], "usage": None})


def _frame(value: dict[str, object]) -> bytes:
    return b"data: " + json.dumps(value, ensure_ascii=False).encode() + b"\n\n"
