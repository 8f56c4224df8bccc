"""How a request is laid out for what an endpoint and a model accept."""

import json
import re
from base64 import b64encode
from typing import Any

from translator.settings import Reasoning
from translator.translation.capabilities import Capabilities
from translator.translation.ports import Prompt, ReplyForm
from translator.translation.spending.estimate import tokens_written

EFFORTS = ("none", "minimal", "low", "medium", "high")
"""The values of ``reasoning_effort`` that we use, the least first. OpenAI knows "xhigh" and "max" beyond them."""

TEMPERATURE = 0.3
"""Low, as a translation should stay with the text; not 0, where small models begin to repeat themselves."""

_REPLY_TOKENS = 2_000
_REPLY_FACTOR = 4
_REASONING_TOKENS = 16_384

# Families that reason, and the least effort that each takes, as the pages of OpenAI (the API's own schema and
# "Reasoning models"), Google ("OpenAI compatibility"), Groq and Ollama say; looked up on 2026-11-22. The name is
# what follows the last slash, in lower case. What is missing here is learned from the first reply that reasons, and
# a value that is wrong from the first refusal.
_REASONING_FAMILIES: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"o[134]\b"), "low"),
    (re.compile(r"gpt-oss"), "low"),
    (re.compile(r"gpt-5(?![.\d])"), "minimal"),
    (re.compile(r"gpt-(5\.\d|[6-9])"), "none"),
    (re.compile(r"gemini-2\.5-pro"), "low"),
    (re.compile(r"gemini-2\.5"), "none"),
    (re.compile(r"gemini-([3-9]|flash|pro)"), "minimal"),
    (re.compile(r"deepseek-(r1|reasoner|v4)"), "none"),
    (re.compile(r"qwq|qwen-?3"), "none"),
    (re.compile(r"magistral|glm-(4\.[5-9]|[5-9])|kimi-k2(\.\d|-thinking)|minimax-m"), "none"),
    (re.compile(r"grok-(3-mini|4\.[3-9])"), "low"),
)
_NO_REASONING = re.compile(r"-chat\b|-instruct\b|-coder\b|non-reasoning|-image|-tts|-audio")


def first_guess(model: str) -> Capabilities:
    """Return what a model probably accepts, going by its name alone."""
    name = model.casefold().rpartition("/")[2]
    if not _NO_REASONING.search(name):
        for family, least in _REASONING_FAMILIES:
            if family.match(name):
                return Capabilities(reasons=True, least_effort=least)
    return Capabilities()


def lay_out(capabilities: Capabilities, prompt: Prompt, reasoning: Reasoning) -> dict[str, Any]:
    """Return what a request holds beside its model and its messages.

    ``reasoning`` is the user's setting; it only counts for a model that reasons.
    """
    layout: dict[str, Any] = {}
    if capabilities.stream_options:
        layout["stream_options"] = {"include_usage": True}
    if capabilities.temperature and not capabilities.reasons:
        layout["temperature"] = TEMPERATURE
    if effort := _effort(capabilities, reasoning):
        layout["reasoning_effort"] = effort
    if capabilities.reply_limit != "none":
        layout[capabilities.reply_limit] = _reply_tokens(capabilities, prompt)
    if prompt.form is ReplyForm.OBJECT and capabilities.response_format != "none":
        layout["response_format"] = _response_format(capabilities, prompt)
    return layout


def _effort(capabilities: Capabilities, reasoning: Reasoning) -> str:
    """Return the effort to ask for, empty where none is to be named."""
    if not capabilities.reasons or not capabilities.least_effort or reasoning == "model":
        return ""
    if reasoning == "least":
        return capabilities.least_effort
    return "" if reasoning in capabilities.refused_efforts else reasoning


def _reply_tokens(capabilities: Capabilities, prompt: Prompt) -> int:
    room = _REASONING_TOKENS if capabilities.reasons else 0
    return _REPLY_FACTOR * tokens_written(prompt) + _REPLY_TOKENS + room


def lay_out_content(prompt: Prompt) -> str | list[dict[str, Any]]:
    """Return what the user's message holds: the words, and the picture where there is one. One of 3 MB takes 20 ms.

    The picture stands first, as Google and Anthropic advise; the others do not mind.
    """
    picture = prompt.picture
    if picture is None:
        return prompt.user
    address = f"data:{picture.mime};base64,{b64encode(picture.content).decode()}"
    return [
        {"type": "image_url", "image_url": {"url": address, "detail": "high"}},
        {"type": "text", "text": prompt.user},
    ]


def _response_format(capabilities: Capabilities, prompt: Prompt) -> dict[str, Any]:
    if capabilities.response_format == "json_object":
        return {"type": "json_object"}
    schema = json.loads(prompt.schema) if prompt.schema else _schema_of_blocks(len(prompt.lines))
    return {"type": "json_schema", "json_schema": {"name": "translation", "strict": True, "schema": schema}}


def _schema_of_blocks(count: int) -> dict[str, Any]:
    names = [str(number) for number in range(1, count + 1)]
    return {
        "type": "object",
        "properties": {name: {"type": "string"} for name in names},
        "required": names,
        "additionalProperties": False,
    }
