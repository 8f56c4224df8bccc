"""Find the skeleton of messages with choices: ``{count, plural, one {# file} other {# files}}`` (ICU MessageFormat).

What is between the inner braces is for people, and stays text. The number sign in it stands for the number.
"""

import re
from collections.abc import Iterator

from translator.text.span import Span

# A brace between apostrophes is text.
_BRACE = re.compile(r"'[{}][^'\n]*+'|([{}])")
_BEGIN = re.compile(
    r"\{\s*+\w[\w.]*+\s*+,\s*+(?P<kind>plural|selectordinal|select)\s*+,\s*+(?:offset:\s*+\d++\s*+)?", re.ASCII
)
_OPTION = re.compile(r"\s*+(?:=\d++|[\w-]++)\s*+(?=\{)")
_END = re.compile(r"\s*+(?=\})")


def find_message_formats(text: str) -> Iterator[Span]:
    """Yield the pieces of skeletons, as half-open ranges, in no order. They may hold line ends.

    A message that is not well-formed has none.
    """
    begins = list(_BEGIN.finditer(text))
    if not begins:
        return
    partners = _partners(text)
    counted = 0
    for begin in begins:
        if skeleton := _skeleton(text, begin, partners):
            yield from skeleton
            end = skeleton[-1][1]
            if begin["kind"] != "select" and end > counted:
                yield from _number_signs(text, max(counted, begin.start()), end)
                counted = end


def _partners(text: str) -> dict[int, int]:
    """Return the place of the closing brace for each opening one that has one."""
    partners = {}
    waiting: list[int] = []
    for match in _BRACE.finditer(text):
        if match[1] == "{":
            waiting.append(match.start(1))
        elif match[1] and waiting:
            partners[waiting.pop()] = match.start(1)
    return partners


def _skeleton(text: str, begin: re.Match[str], partners: dict[int, int]) -> list[Span]:
    """Return the pieces around the texts of one message, in order; none where it is not well-formed."""
    end = partners.get(begin.start())
    pieces: list[Span] = []
    start, place = begin.span()
    while option := _OPTION.match(text, place):
        message = option.end()
        closing = partners.get(message)
        if closing is None:
            return []
        pieces.append((start, message + 1))
        start, place = closing, closing + 1
    last = _END.match(text, place)
    if end is None or not pieces or not last or last.end() != end:
        return []
    return [*pieces, (start, end + 1)]


def _number_signs(text: str, start: int, end: int) -> Iterator[Span]:
    place = text.find("#", start, end)
    while place >= 0:
        yield place, place + 1
        place = text.find("#", place + 1, end)
