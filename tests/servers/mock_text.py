"""The mock's "translation": rot13 of every letter, so that a test can undo it and compare.

Tags, placeholders, addresses, numbers and white space stay as they are, as with an obedient translator.
"""

import codecs
import re

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
_SOURCE = re.compile(r"<source>\n?(.*?)\n?</source>", re.DOTALL)


def pseudo(text: str) -> str:
    """Return the text "translated"; twice gives it back."""
    parts = _KEPT.split(text)
    parts[::2] = [codecs.encode(part, "rot13") for part in parts[::2]]
    return "".join(parts)


def tokens_of(text: str) -> list[str]:
    """Return the text in pieces of about a token each."""
    return _TOKEN.findall(text)


def source_in(messages: list[dict]) -> str:
    """Return what the last user message asks to translate."""
    said = next((m.get("content") or "" for m in reversed(messages) if m.get("role") == "user"), "")
    found = _SOURCE.search(said)
    return found[1] if found else said
