"""Foreign words made fit to be shown or logged: keys hidden, one short line, no control characters."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import unquote

from translator.secret import HIDDEN

LONGEST_LINE = 160
"""Characters of a service's own words that are shown."""

_SECRETS = re.compile(
    r"""
    (?P<scheme>\b(?:bearer|basic)\s+)[^\s"',;]+
    | (?P<field>(?:\b(?:authorization|proxy-authorization|(?:x-)?api[-_]?key|access[-_]?token)["']?\s*[:=]
        |\b(?:key|token|password|secret)=)\s*["']?)(?!bearer\b|basic\b)[^\s"',;&]+
    | (?P<address>://)[^\s/@]+(?=@)
    | \b(?:sk|pk|rk|gsk|xai|hf|ghp|pplx|nvapi)[-_][\w-]{8,}
    | \bAIza[\w-]{10,}
    | \bey[JK][\w-]+(?:\.[\w-]+)+
    | \b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b
    | \b(?=[a-z]*\d)[a-z\d]{24,}\b
    """,
    re.VERBOSE | re.IGNORECASE | re.ASCII,
)
_GIVES_AWAY = 8
_SHORTEST_SECRET = 4
"""Characters of a secret that give it away where they stand together; a shorter one has to stand there whole."""

_WRITTEN = re.compile(r"(?:%[0-9a-fA-F]{2})+|\\u00[0-9a-fA-F]{2}|&#x[0-9a-fA-F]{2,3};|&#[0-9]{2,3};|.", re.DOTALL)


def hide(text: str, secret: str) -> str:
    """Return foreign words without the secret and every part of it that is long enough to give it away.

    It is found in any case, with blanks or invisible characters in it, escaped for an address, for JSON or for HTML.
    """
    plain, places = _plain(text)
    known = "".join(_plain(secret)[0])
    size = min(len(known), _GIVES_AWAY)
    if size < _SHORTEST_SECRET:
        return text
    parts = {known[start : start + size] for start in range(len(known) - size + 1)}
    hidden = bytearray(len(plain))
    for start in range(len(plain) - size + 1):
        if plain[start : start + size] in parts:
            hidden[start : start + size] = b"\1" * size
    pieces = []
    end = 0
    for from_, to in _runs(hidden):
        pieces += [text[end : places[from_][0]], "…"]
        end = places[to - 1][1]
    return "".join([*pieces, text[end:]])


def _plain(text: str) -> tuple[str, list[tuple[int, int]]]:
    """Return what is written there, in small letters and without blanks, and where each character of it stands."""
    plain: list[str] = []
    places: list[tuple[int, int]] = []
    for written in _WRITTEN.finditer(text):
        for character in _read(written[0]):
            for small in character.casefold() if unicodedata.category(character)[0] not in "CZ" else "":
                plain.append(small)
                places.append(written.span())
    return "".join(plain), places


def _read(written: str) -> str:
    """Return what an escape stands for."""
    if len(written) == 1:
        return written
    if written.startswith("%"):
        return unquote(written)
    digits = written.strip("\\u&#;")
    return chr(int(digits.lstrip("x"), 16 if written.startswith("\\") or "x" in digits else 10))


def _runs(marked: bytearray) -> Iterator[tuple[int, int]]:
    """Yield where the marks are."""
    for run in re.finditer(b"\1+", marked):
        yield run.span()


def mask(text: str) -> str:
    """Return the text with everything that looks like a key, a token or a password hidden."""
    return _SECRETS.sub(_hide, text)


def _hide(match: re.Match[str]) -> str:
    return (match["scheme"] or match["field"] or match["address"] or "") + HIDDEN


def tidy(text: str) -> str:
    """Return foreign words fit for a sentence: one short line, without markup, control characters or keys."""
    line = " ".join("".join(c if unicodedata.category(c)[0] != "C" else " " for c in text).split())
    if line[:1] in ("{", "[", "<"):
        return ""
    masked = mask(line)
    return masked if len(masked) <= LONGEST_LINE else masked[: LONGEST_LINE - 1].rstrip() + "…"
