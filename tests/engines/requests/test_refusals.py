"""What real services say when they mind a parameter, and what is learned from it."""

import json
from dataclasses import replace
from typing import Any

import pytest

from translator.engines.requests.refusals import learn
from translator.translation.capabilities import Capabilities

PLAIN = Capabilities()
THINKER = Capabilities(reasons=True)
STRICT = {"type": "json_schema", "json_schema": {}}
SENT: dict[str, Any] = {"stream_options": {"include_usage": True}, "temperature": 0.3}
EFFORT: dict[str, Any] = {"stream_options": {"include_usage": True}, "reasoning_effort": "none"}


def said(message: object, **more: object) -> dict[str, object]:
    return {"error": {"message": message, "type": "invalid_request_error", **more}}


def loc(*place: object, msg: str = "Extra inputs are not permitted", **more: object) -> dict[str, object]:
    return {"type": "extra_forbidden", "loc": ["body", *place], "msg": msg, **more}


def taught(
    body: object, sent: dict[str, Any] = SENT, known: Capabilities = PLAIN, status: int = 400
) -> Capabilities | None:
    raw = body if isinstance(body, bytes) else json.dumps(body).encode()
    return learn(known, status, raw, sent)


@pytest.mark.parametrize(
    "body",
    [
        said("Unrecognized request argument supplied: stream_options"),
        said("Unknown parameter: 'stream_options'.", param="stream_options", code="unknown_parameter"),
        said("Unsupported parameter.", param="stream_options.include_usage"),
        {"object": "error", "message": {"detail": [loc("stream_options")]}},
        {"object": "Error", "detail": [loc("stream_options")], "message": [loc("stream_options")], "code": 3001},
        {"detail": [loc("stream_options")]},
        {"object": "error", "message": json.dumps({"detail": [loc("stream_options")]}), "type": "internal_error_proxy"},
        {"message": "[{'type': 'extra_forbidden', 'loc': ('body', 'stream_options'), 'msg': 'Extra', 'input': {}}]"},
        [said('Invalid JSON payload received. Unknown name "stream_options": Cannot find field.', code=400)],
        b"stream_options is not supported",
        {"error": "stream options are not supported here"},
    ],
)  # fmt: skip
@pytest.mark.parametrize("status", [400, 422])
def test_usage_is_not_asked_for_where_a_service_minds(body: object, status: int) -> None:
    assert taught(body, status=status) == replace(PLAIN, stream_options=False)


@pytest.mark.parametrize(
    "body",
    [
        said("Unsupported value: 'temperature' does not support 0.3 with this model.", param="temperature"),
        said("Unsupported parameter: 'temperature' is not supported with this model.", param="temperature"),
        {"detail": "Error occurred: {'error': {'message': \"Unsupported parameter: 'temperature'\"}}"},
        said("litellm.UnsupportedParamsError: O-series models don't support temperature=0.3. Only temperature=1 is."),
        said("Reasoning models take no temperature"),
    ],
)
def test_no_temperature_where_a_model_has_but_one(body: object) -> None:
    assert taught(body) == replace(PLAIN, temperature=False)


@pytest.mark.parametrize(
    ("body", "least"),
    [
        (
            said(
                "Unsupported value: 'reasoning_effort' does not support 'none' with this model. "
                "Supported values are: 'minimal', 'low', 'medium', and 'high'."
            ),
            "minimal",
        ),
        (said("Invalid value: 'none'. Supported values are: 'high'.", param="reasoning_effort"), "high"),
        (said("Supported values are: 'high', 'medium' and 'low'.", param="reasoning.effort"), "low"),
        (said("`reasoning_effort` must be one of `low`, `medium`, or `high`"), "low"),
        (said('invalid reasoning value: \'none\' (must be "high", "medium", "low", "max", or "none")'), "low"),
        (
            {
                "message": "1 validation error: {'type': 'literal_error', 'loc': ('body', 'reasoning_effort'), "
                "'msg': \"Input should be 'low', 'medium' or 'high'\", 'input': 'none', "
                "'ctx': {'expected': \"'low', 'medium' or 'high'\"}}"
            },
            "low",
        ),
        (
            {"detail": [loc("reasoning_effort", msg="Input should be 'medium' or 'high'", input="none")]},
            "medium",
        ),
        (said("reasoning_effort: unknown variant `none`, expected one of `high`, `max`"), "high"),
        ([said("Budget 0 is invalid. This model only works in thinking mode.", status="INVALID_ARGUMENT")], "minimal"),
        ([said("The model does not support setting thinking_budget to 0")], "minimal"),
        (said('think value "none" is not supported for this model'), "minimal"),
        (said("Unsupported value.", param="reasoning_effort"), "minimal"),
    ],
)
def test_the_least_effort_is_the_lowest_that_is_listed_or_else_the_next(body: object, least: str) -> None:
    assert taught(body, EFFORT, THINKER) == replace(THINKER, least_effort=least)


@pytest.mark.parametrize(("effort", "least"), [("minimal", "low"), ("medium", "high"), ("high", ""), ("odd", "")])
def test_beyond_the_highest_there_is_none(effort: str, least: str) -> None:
    known = replace(THINKER, least_effort=effort)
    body = said(f"Thinking level {effort.upper()} is not supported for this model.")
    assert taught(body, {"reasoning_effort": effort}, known) == replace(known, least_effort=least)


@pytest.mark.parametrize(
    "body",
    [
        said("Unsupported parameter: 'reasoning_effort' is not supported with this model.", param="reasoning_effort"),
        said("reasoning_effort is not supported with this model"),
        said("`reasoning_effort` must be one of `default`"),
        {"code": "invalid-argument", "error": "Model grok-4.20 does not support parameter reasoningEffort."},
        {"detail": [loc("reasoning_effort", input="none")]},
        [said('Invalid JSON payload received. Unknown name "reasoning_effort": Cannot find field.')],
    ],
)
def test_a_service_that_knows_no_effort_is_sent_none(body: object) -> None:
    assert taught(body, EFFORT, THINKER) == replace(THINKER, least_effort="")


def test_a_model_that_never_reasons_is_known_for_it() -> None:
    body = said('"qwen3-x" does not support thinking', type="api_error")
    assert taught(body, EFFORT, THINKER) == replace(THINKER, least_effort="", reasons=False)


def test_a_chosen_effort_that_is_refused_is_remembered_and_the_least_stays() -> None:
    known = replace(THINKER, refused_efforts=("low",))
    body = said("`reasoning_effort` must be one of `none` or `default`")
    assert taught(body, {"reasoning_effort": "high"}, known) == replace(known, refused_efforts=("low", "high"))


@pytest.mark.parametrize(
    ("body", "structure"),
    [
        (said("This response_format type is unavailable now"), "json_object"),
        (
            {"error": "Failed to deserialize: response_format: response_format.type `json_schema` is unavailable now"},
            "json_object",
        ),
        (
            said("Invalid parameter: 'response_format' of type 'json_schema' is not supported with this model."),
            "json_object",
        ),
        (said("Invalid schema for response_format 'translation'", param="response_format"), "json_object"),
        (said("Structured outputs are not available for this model"), "json_object"),
        ({"detail": [loc("response_format")]}, "none"),
        (said("Unknown parameter: 'response_format'.", param="response_format"), "none"),
    ],
)
def test_a_stricter_form_than_a_service_knows_is_loosened(body: object, structure: str) -> None:
    assert taught(body, {"response_format": STRICT}) == replace(PLAIN, response_format=structure)


@pytest.mark.parametrize(
    "message",
    [
        "'response_format.type' must be 'json_schema' or 'text'",
        "Prompt must contain the word 'json' in some form to use 'response_format' of type 'json_object'",
    ],
)
def test_and_then_not_asked_for_at_all(message: str) -> None:
    known = replace(PLAIN, response_format="json_object")
    learned = taught({"error": message}, {"response_format": {"type": "json_object"}}, known)
    assert learned == replace(PLAIN, response_format="none")


@pytest.mark.parametrize(
    ("body", "limit"),
    [
        (said("max_tokens: Field required"), "max_tokens"),
        (said("Missing required parameter: 'max_tokens'.", param="max_tokens"), "max_tokens"),
        ({"detail": [loc("max_tokens", msg="Field required")]}, "max_tokens"),
        (said("max_completion_tokens must be set for this model"), "max_completion_tokens"),
        (said("max_completion_tokens (or max_tokens) is required"), "max_completion_tokens"),
    ],
)
def test_a_limit_is_set_where_a_service_demands_one(body: object, limit: str) -> None:
    assert taught(body) == replace(PLAIN, reply_limit=limit)


@pytest.mark.parametrize(
    ("sent", "body", "limit"),
    [
        (
            "max_tokens",
            said("Unsupported parameter: 'max_tokens' is not supported with this model. "
                 "Use 'max_completion_tokens' instead.", param="max_tokens"),
            "max_completion_tokens",
        ),
        ("max_completion_tokens", {"detail": [loc("max_completion_tokens", input=32000)]}, "max_tokens"),
        ("max_tokens", {"detail": [loc("max_tokens")]}, "none"),
        ("max_tokens", said("max_tokens is too large: 6000. This model supports at most 4096 tokens."), "none"),
        ("max_tokens", said("'max_tokens' or 'max_completion_tokens' is too large: 6000."), "none"),
        (
            "max_completion_tokens",
            said("The parameter `max_completion_tokens` specified in the request are not valid: integer above maximum "
                 "value, expected a value <= 12288, but got 32000 instead.", param="max_completion_tokens"),
            "none",
        ),
        (
            "max_tokens",
            said("This model's maximum context length is 8192 tokens. However, you requested 9000 tokens (100 in the "
                 "messages, 8900 in the completion)."),
            "none",
        ),
    ],
)  # fmt: skip
def test_a_limit_that_is_refused_is_renamed_or_dropped(sent: str, body: object, limit: str) -> None:
    known = replace(PLAIN, reply_limit=sent)
    assert taught(body, {sent: 6000}, known) == replace(PLAIN, reply_limit=limit)


@pytest.mark.parametrize("status", [404, 416, 501])
def test_other_statuses_teach_where_they_name_a_parameter(status: int) -> None:
    assert taught(said("temperature is not supported"), status=status) == replace(PLAIN, temperature=False)
    assert taught(said("no such page"), status=status) is None


@pytest.mark.parametrize("status", [401, 403, 408, 409, 413, 429, 500, 503])
def test_no_other_status_teaches_anything(status: int) -> None:
    assert taught(said("temperature", param="temperature"), status=status) is None


@pytest.mark.parametrize(
    "body",
    [
        said("Unsupported parameter: 'top_p'", param="top_p"),
        said("Unsupported parameter: 'reasoning_effort'", param="reasoning_effort"),
        said("Unsupported parameter: 'max_tokens' is not supported with this model.", param="max_tokens"),
        {"detail": [loc("messages", 0, "content", msg="Input should be a string", input="the temperature rises")]},
        {"message": "[{'loc': ('body', 'messages', 1), 'msg': 'Input should be valid', 'input': 'temperature'}]"},
        said("temperature", param="messages"),
        said("The model `x` does not exist"),
        said({"nested": ["temperature"]}),
        b"",
        b"<html>temperature</html>",
        b"\xff\xfe",
        b"[" * 50_000,
        b'{"detail": [5, {"loc": "temperature"}, {"loc": [5, null]}], "param": 5}',
    ],
)
def test_what_names_nothing_that_was_sent_teaches_nothing(body: object) -> None:
    assert taught(body) is None


@pytest.mark.parametrize(
    "message",
    [
        "Input not permitted: 'I was thinking of it'",
        "Input not permitted: I was thinking of my reasoning",
        "Your input “In thinking mode nothing is not supported” is blocked",
        'Not permitted: "The model does not support thinking", he said',
        "The text 'reasoning effort is not supported'",
        "I think this request is not acceptable",
        "Invalid input: what is the reasoning behind it?",
    ],
)
def test_words_of_the_text_that_a_service_repeats_teach_nothing(message: str) -> None:
    assert taught(said(message), EFFORT, THINKER) is None


@pytest.mark.parametrize(
    "message",
    [
        "Reasoning is mandatory for this endpoint and cannot be disabled.",
        "Thinking can't be disabled for this model",
        "this model doesn't support thinking",
        "thinking is not supported by this model",
        "Reasoning cannot be turned off",
        "unknown field `thinking`",
        "Unsupported parameter: reasoning",
        "'thinking' is not available here",
        "thinking_config is invalid",
        "Model 'a b' has no thinking_budget, and 'c d' neither",
        "Error occurred: {'error': {'message': \"This model does not support thinking\", 'input': 'a text'}}",
    ],
)
def test_what_services_say_of_thinking_teaches(message: str) -> None:
    assert taught(said(message), EFFORT, THINKER) is not None


def test_a_field_is_known_by_any_of_its_names() -> None:
    for field in ("reasoning", "thinking", "generationConfig.thinkingConfig", "enable_thinking", "think"):
        assert taught(said("Extra inputs are not permitted", param=field), EFFORT, THINKER) is not None


def test_what_is_known_already_teaches_nothing() -> None:
    assert taught(said("temperature"), SENT, replace(PLAIN, temperature=False)) is None
    assert taught(said("max_tokens is required"), SENT, replace(PLAIN, reply_limit="max_tokens")) is None
