"""Read the JSON in a reply, as strictly as it is written and as loosely as it has to be.

Models put a sentence or a fence around it, leave a comma behind the last item, break lines inside strings, or stop
before the last bracket. None of that makes what they said another thing.
"""

import json
import re

from translator.text.display import repair

_THOUGHTS = re.compile(r"\A\s*<think>.*?</think>", re.DOTALL)
_OPENERS = re.compile(r"[{\[]")
_PARTNERS = {"{": "}", "[": "]"}
_MOST_TRIES = 8
"""Brackets that may stand in a sentence before the JSON itself."""
_DEEPEST = 12
"""Levels. What is asked for has five."""


def read_json(reply: str) -> dict[str, object] | list[object] | None:
    """Return the object or the list of objects in a reply, or None where there is none.

    A reply that breaks off is read as far as it goes.
    """
    text = _THOUGHTS.sub("", repair(reply))
    for opener in list(_OPENERS.finditer(text))[:_MOST_TRIES]:
        found = _loads(_mended(text, opener.start()))
        if isinstance(found, dict) and found:
            return found
        if isinstance(found, list) and found and all(isinstance(item, dict) for item in found):
            return found
    return None


def text_in(value: object) -> str:
    """Return a value as one line of text; empty where it is none."""
    if isinstance(value, str):
        return " ".join(value.split())
    return str(value) if type(value) in (int, float) else ""


def list_in(value: object) -> list[object]:
    """Return a value as a list: its items, itself where it is alone, nothing where it says nothing."""
    if isinstance(value, list):
        return value
    return [] if value in (None, "", {}) else [value]


def field(value: object, *names: str) -> object:
    """Return the first of these fields that an object has something in; None where it has none, or is no object."""
    if not isinstance(value, dict):
        return None
    return next((value[name] for name in names if value.get(name) not in (None, "", [], {})), None)


def _loads(text: str) -> object:
    try:
        found: object = json.loads(text, strict=False)
    except (ValueError, RecursionError):
        return None
    return found


def _mended(text: str, start: int) -> str:
    """Return what begins at this bracket, up to its partner, with no comma behind a last item.

    Where it breaks off, it ends behind the last bracket that was closed. Where it goes too deep to be meant, or its
    brackets do not match, nothing is left of it.
    """
    kept: list[str] = []
    closers: list[str] = []
    end, unclosed = 0, ""
    in_string = is_escaped = False
    for character in text[start:]:
        if in_string:
            in_string = is_escaped or character != '"'
            is_escaped = character == "\\" and not is_escaped
        elif character == '"':
            in_string = True
        elif character in _PARTNERS:
            closers.append(_PARTNERS[character])
        elif character in "}]":
            _drop_comma(kept)
            if closers.pop() != character:
                return ""
        kept.append(character)
        if len(closers) > _DEEPEST:
            return ""
        if character in "}]" and not in_string:
            end, unclosed = len(kept), "".join(reversed(closers))
        if not closers:
            break
    return "".join(kept[:end]) + unclosed


def _drop_comma(kept: list[str]) -> None:
    while kept[-1].isspace():
        kept.pop()
    if kept[-1] == ",":
        kept.pop()
