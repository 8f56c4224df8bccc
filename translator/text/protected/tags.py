"""Find tags of HTML and XML, comments, instructions of templates, and elements whose content is code."""

import re
from collections.abc import Iterator

from translator.text.span import Span

_NAME = r"[A-Za-z_][\w.-]*+(?::[\w.-]++)?+"
_VALUE = r"""(?:"[^"<]*+"|'[^'<]*+'|[^\s"'=<>`]++)"""
# Of the attributes without a value only those that there are: "a <b and c> d" is no tag.
_BARE = (
    "allowfullscreen|async|autofocus|autoplay|checked|controls|default|defer|disabled|download|hidden|inert|ismap"
    "|itemscope|loop|multiple|muted|nomodule|novalidate|open|playsinline|readonly|required|reversed|selected|v-else"
)
_ATTRIBUTE = rf"\s++(?:[\w:@.#*\[\]()-]++\s*+=\s*+{_VALUE}|(?:{_BARE})(?![\w-]))"
_TAG = re.compile(
    rf"<(?:/{_NAME}\s*+|{_NAME}(?:{_ATTRIBUTE})*+\s*+/?|!DOCTYPE[^<>]*+)>|<!\[CDATA\[|\]\]>", re.ASCII | re.IGNORECASE
)

_DELIMITED = (("<!--", "-->"), ("<%", "%>"), ("<?", "?>"))

# Elements that hold code: as one piece, as nothing in them is for people to read.
_SHORT_CODE = re.compile(r"<(code|kbd|samp|var|tt)(?:\s[^<>]*+)?>[^<]*+</\1\s*+>", re.IGNORECASE)
_RAW = tuple(
    (re.compile(rf"<{name}(?:\s[^<>]*+)?>", re.IGNORECASE), re.compile(rf"</{name}\s*+>", re.IGNORECASE))
    for name in ("script", "style")
)


def find_tags(text: str) -> Iterator[Span]:
    """Yield where there is one, as half-open ranges, in no order; some lie in others. They may hold line ends."""
    if "<" not in text:
        return
    yield from (match.span() for match in _TAG.finditer(text))
    yield from (match.span() for match in _SHORT_CODE.finditer(text))
    for opening, closing in _DELIMITED:
        yield from _delimited(text, opening, closing)
    for opens, closes in _RAW:
        yield from _raw(text, opens, closes)


def _delimited(text: str, opening: str, closing: str) -> Iterator[Span]:
    start = text.find(opening)
    while start >= 0:
        end = text.find(closing, start + len(opening))
        if end < 0:
            return
        yield start, end + len(closing)
        start = text.find(opening, end + len(closing))


def _raw(text: str, opens: re.Pattern[str], closes: re.Pattern[str]) -> Iterator[Span]:
    opening = opens.search(text)
    while opening:
        closing = closes.search(text, opening.end())
        if not closing:
            return
        yield opening.start(), closing.end()
        opening = opens.search(text, closing.end())
