"""How a request is laid out."""

import json
from dataclasses import replace
from typing import Any

import pytest

from tests.engines.helpers import prompt_for
from translator.engines.requests.layout import first_guess, lay_out
from translator.settings import Reasoning
from translator.text.tokens import estimate_tokens
from translator.translation.capabilities import Capabilities, ReplyLimit, Structure
from translator.translation.ports import ReplyForm

PROMPT = prompt_for("Hello", "world")
OBJECT = replace(PROMPT, form=ReplyForm.OBJECT)
THINKER = Capabilities(reasons=True, least_effort="low")


def laid_out(capabilities: Capabilities, reasoning: Reasoning = "least") -> dict[str, Any]:
    return lay_out(capabilities, PROMPT, reasoning)


def test_a_model_of_which_nothing_is_known_is_asked_plainly() -> None:
    assert laid_out(Capabilities()) == {"stream_options": {"include_usage": True}, "temperature": 0.3}


def test_what_is_not_accepted_is_left_out() -> None:
    assert laid_out(Capabilities(stream_options=False, temperature=False)) == {}


@pytest.mark.parametrize(
    ("reasoning", "effort"),
    [("least", "low"), ("model", None), ("low", "low"), ("medium", "medium"), ("high", "high")],
)
def test_a_model_that_reasons_is_asked_for_what_the_user_chose(reasoning: Reasoning, effort: str | None) -> None:
    assert laid_out(THINKER, reasoning).get("reasoning_effort") == effort


def test_a_model_that_reasons_is_given_no_temperature() -> None:
    assert "temperature" not in laid_out(THINKER)


def test_a_model_that_does_not_reason_is_given_no_effort() -> None:
    assert "reasoning_effort" not in laid_out(Capabilities(), "high")


def test_an_effort_that_was_refused_is_not_sent_again() -> None:
    assert "reasoning_effort" not in laid_out(replace(THINKER, refused_efforts=("high",)), "high")
    assert "reasoning_effort" not in laid_out(replace(THINKER, least_effort=""), "high")


@pytest.mark.parametrize("limit", ["max_tokens", "max_completion_tokens"])
def test_a_limit_where_one_is_demanded_leaves_room(limit: ReplyLimit) -> None:
    plain = 4 * estimate_tokens("Hello\nworld") + 2_000
    assert laid_out(Capabilities(reply_limit=limit))[limit] == plain
    assert laid_out(replace(THINKER, reply_limit=limit))[limit] == plain + 16_384


def test_an_object_is_asked_for_as_strictly_as_can_be() -> None:
    layout = lay_out(Capabilities(), OBJECT, "least")
    schema = layout["response_format"]["json_schema"]["schema"]
    assert layout["response_format"]["json_schema"]["strict"] is True
    assert schema == {
        "type": "object",
        "properties": {"1": {"type": "string"}, "2": {"type": "string"}},
        "required": ["1", "2"],
        "additionalProperties": False,
    }


@pytest.mark.parametrize(("structure", "asked"), [("json_object", {"type": "json_object"}), ("none", None)])
def test_or_less_strictly_or_not_at_all(structure: Structure, asked: object) -> None:
    assert lay_out(Capabilities(response_format=structure), OBJECT, "least").get("response_format") == asked


def test_a_prompt_may_bring_the_schema_of_its_object() -> None:
    schema = {"type": "object", "properties": {}, "required": [], "additionalProperties": False}
    layout = lay_out(Capabilities(), replace(OBJECT, schema=json.dumps(schema)), "least")
    assert layout["response_format"]["json_schema"] == {"name": "translation", "strict": True, "schema": schema}


def test_a_schema_is_sent_to_nobody_who_refused_one() -> None:
    own = replace(OBJECT, schema='{"type": "object"}')
    looser = replace(Capabilities(), response_format="json_object")
    assert lay_out(looser, own, "least")["response_format"] == {"type": "json_object"}
    assert "response_format" not in lay_out(replace(looser, response_format="none"), own, "least")


def test_other_forms_ask_for_no_structure() -> None:
    assert "response_format" not in laid_out(Capabilities())


@pytest.mark.parametrize(
    ("model", "least"),
    [
        ("o3-mini", "low"),
        ("gpt-5-mini", "minimal"),
        ("gpt-5", "minimal"),
        ("gpt-5.4-mini", "none"),
        ("openai/gpt-6-luna", "none"),
        ("openai/gpt-oss-120b:free", "low"),
        ("models/gemini-2.5-pro", "low"),
        ("gemini-2.5-flash-lite", "none"),
        ("google/gemini-3.5-flash-lite", "minimal"),
        ("gemini-flash-latest", "minimal"),
        ("deepseek-v4-flash", "none"),
        ("DeepSeek-R1-Distill-Qwen-7B-GGUF", "none"),
        ("qwen/qwen3-32b", "none"),
        ("GLM-4.7", "none"),
    ],
)
def test_families_that_reason_are_known_by_their_names(model: str, least: str) -> None:
    guess = first_guess(model)
    assert (guess.reasons, guess.least_effort) == (True, least)


@pytest.mark.parametrize(
    "model",
    [
        "", "gpt-4o", "gpt-4.1-mini", "gpt-5-chat-latest", "llama3.2", "gemma3:4b", "qwen3-coder:30b", "olmo-3",
        "Qwen3-30B-A3B-Instruct-2507", "mistral-small-latest", "grok-4-1-fast-non-reasoning", "o2", "mock",
        "gemini-1.5-pro", "o1234",
    ],
)  # fmt: skip
def test_others_are_not_taken_for_such(model: str) -> None:
    assert first_guess(model) == Capabilities()
