"""Servers that send every field of a chunk in every wrong type."""

from collections.abc import Iterator
from copy import deepcopy
from typing import Any

from tests.servers.hostile.row import Lives, Row
from tests.servers.hostile.speech import DONE, HALF, OPEN, PIECES, REST, ROLE, STOP, chunk, event

_WRONG: dict[str, object] = {
    "null": None,
    "true": True,
    "a number": 7,
    "a number below zero": -1,
    "a fraction": 1.5,
    "a large number": 10**40,
    "a string": "x",
    "an empty string": "",
    "a list": [1, "x", None],
    "an empty list": [],
    "lists in lists": [[[]]],
    "an object": {"x": 1},
    "an empty object": {},
    "a list of objects": [{"x": {"y": []}}],
}

_FULL: dict[str, Any] = {
    **chunk({"role": "assistant", "content": [{"type": "text", "text": "x"}], "refusal": None}),
    "service_tier": "default",
    "system_fingerprint": "x",
    "usage": {
        "prompt_tokens": 7, "completion_tokens": 5, "total_tokens": 12,
        "prompt_tokens_details": {"cached_tokens": 1}, "completion_tokens_details": {"reasoning_tokens": 1},
    },
    "error": None,
    "message": None,
    "detail": None,
}  # fmt: skip
_DELTA = ("choices", 0, "delta")
_PATHS: tuple[tuple[str | int, ...], ...] = (
    *((name,) for name in _FULL),
    ("choices", 0),
    *(("choices", 0, name) for name in ("index", "delta", "message", "finish_reason", "logprobs", "error")),
    *((*_DELTA, name) for name in ("role", "content", "refusal", "reasoning", "reasoning_content", "tool_calls")),
    *((*_DELTA, name) for name in ("function_call", "audio", "annotations", "reasoning_details")),
    (*_DELTA, "content", 0),
    (*_DELTA, "content", 0, "type"),
    (*_DELTA, "content", 0, "text"),
    *(("usage", name) for name in _FULL["usage"]),
    ("usage", "completion_tokens_details", "reasoning_tokens"),
)


def rows_of_field(name: str) -> Iterator[Row]:
    """Yield a row for each wrong type of this field."""
    path = next(path for path in _PATHS if _name(path) == name)
    for kind, value in _WRONG.items():
        stream = OPEN + b"".join((ROLE, PIECES[0], event(_with(path, value)), PIECES[1], STOP, DONE))
        yield Row(f"{name} is {kind}", Lives(HALF, REST), (stream,))


def rows() -> Iterator[Row]:
    """Yield the rows of every field."""
    for name in FIELDS:
        yield from rows_of_field(name)


def _name(path: tuple[str | int, ...]) -> str:
    return ".".join(map(str, path))


FIELDS = tuple(map(_name, _PATHS))
"""All fields by their names, as in "choices.0.delta.content"."""


def _with(path: tuple[str | int, ...], value: object) -> dict[str, Any]:
    changed = deepcopy(_FULL)
    place: Any = changed
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    return changed
