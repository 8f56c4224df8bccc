"""Find addresses of the web and of mail: ``https://…``, ``www.…``, ``mailto:…`` (RFC 3986 and 3987)."""

import re
from collections.abc import Iterator

from translator.text.protected.letters import UNSPACED
from translator.text.span import Span

_BEGIN = re.compile(
    r"(?<![A-Za-z0-9])(?:(?:https?|ftps?|sftp|file|ssh|git)://(?=[\w\[{%$])|mailto:(?=[\w%.+-]+@)"
    r"|www\d?\.(?=[\w-]+\.[^\W\d_]{2}))",
    re.IGNORECASE,
)
# What may stand in an address: of ASCII what is no blank, quote or bracket of markup; beyond it letters, with marks.
_PART = re.compile(rf"(?:[!#-;=?-\[\]_a-z{{}}~\u0900-\u0dff]|(?![{UNSPACED}])[^\W_])+")
_UNSPACED_WORD = re.compile(rf"(?![ぁ-ゖ])[{UNSPACED}]+(?=[\s/?#&=_.)-]|\Z)")
_NEVER_LAST = ".,;:!?'*…"
_PAIRS = {")": "(", "]": "[", "}": "{"}
# Slashes before a word without blanks can be a part of a path: the scheme's, the host's and one behind a name.
_SLASHES = 4


def find_links(text: str) -> Iterator[Span]:
    """Yield where there is one, as half-open ranges in order.

    Punctuation behind it is not part of it, nor is a bracket that it does not open. Han, kana and the like are taken
    for the words of the sentence, unless they stand for themselves in a path (``…/wiki/東京``).
    """
    end = 0
    for begin in _BEGIN.finditer(text):
        if begin.start() >= end:
            end = _trimmed(text, begin.end(), _end(text, begin))
            yield begin.start(), end


def _end(text: str, begin: re.Match[str]) -> int:
    end = begin.end()
    while part := _PART.match(text, end):
        end = part.end()
        if text[end - 1] in "/=_-" and text.count("/", begin.start(), end) >= _SLASHES:
            word = _UNSPACED_WORD.match(text, end)
            end = word.end() if word else end
    return end


def _trimmed(text: str, start: int, end: int) -> int:
    """Return where the address ends without the punctuation that stands behind it; what it begins with is none."""
    surplus = {
        closing: text.count(closing, start, end) - text.count(opening, start, end)
        for closing, opening in _PAIRS.items()
    }
    while surplus.get(text[end - 1], 0) > 0 or text[end - 1] in _NEVER_LAST:
        end -= 1
        if text[end] in surplus:
            surplus[text[end]] -= 1
    return end
