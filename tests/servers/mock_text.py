"""The mock's "translation": rot13 of every letter, so that a test can undo it and compare.

Tags, placeholders, addresses, numbers and white space stay as they are, as with an obedient translator. Whoever looks
at what a translation says takes rot13 for a wrong language; for them, parts of the text have translations of their own.
"""

import codecs
import re
from collections.abc import Mapping
from types import MappingProxyType

# About four characters of English to a token, one to a CJK character: near enough to a real tokenizer.
_TOKEN = re.compile(
    r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
    r"|[ \t]?[^\W\d_\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]{1,7}"
    r"|[ \t]?\d{1,3}|[ \t]?[^\w\s]{1,3}|\s+|_+"
)
_KEPT = re.compile(
    r"(<[/!?]?[A-Za-z][^<>]*>|&(?:\#\d+|\w+);|https?://[^\s<>\"')\]]+|`[^`\n]+`"
    r"|\$\{\w+\}|\{\{.*?\}\}|\{[\w.:!,]*\}|%(?:\(\w+\))?[-+#0]*[\d.]*[diouxXeEfFgGcrsa@%]|⟦[^⟧]*⟧)"
)
NO_TRANSLATIONS: Mapping[str, str] = MappingProxyType({})
_SOURCE = re.compile(r"<source>\n?(.*?)\n?</source>", re.DOTALL)


def pseudo(text: str) -> str:
    """Return the text "translated"; twice gives it back."""
    parts = _KEPT.split(text)
    parts[::2] = [codecs.encode(part, "rot13") for part in parts[::2]]
    return "".join(parts)


def translated(text: str, translations: Mapping[str, str] = NO_TRANSLATIONS) -> str:
    """Return the text with these parts of it translated as given, and the rest as ``pseudo`` does."""
    if not translations:
        return pseudo(text)
    parts = re.split(f"({'|'.join(re.escape(part) for part in sorted(translations, key=len, reverse=True))})", text)
    parts[::2] = map(pseudo, parts[::2])
    parts[1::2] = [translations[part] for part in parts[1::2]]
    return "".join(parts)


def tokens_of(text: str) -> list[str]:
    """Return the text in pieces of about a token each."""
    return _TOKEN.findall(text)


def asked_in(body: dict) -> str:
    """Return what a request asks to translate, or "{field}" for an object, by the first field that it has to have."""
    form = (body.get("response_format") or {}).get("json_schema", {})
    required = form.get("schema", {}).get("required", [])
    return f"{{{required[0]}}}" if required and not required[0].isdecimal() else source_in(body["messages"])


def source_in(messages: list[dict]) -> str:
    """Return what the last user message asks to translate."""
    said = next((m.get("content") or "" for m in reversed(messages) if m.get("role") == "user"), "")
    if isinstance(said, list):
        said = "\n".join(part["text"] for part in said if part.get("type") == "text")
    found = _SOURCE.search(said)
    return found[1] if found else said
