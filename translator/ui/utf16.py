"""Places in a text as Qt counts them: in UTF-16 units, where Python counts code points."""

from collections.abc import Iterable

from translator.text.span import Span


def utf16_length(text: str) -> int:
    """Return the length of the text in UTF-16 units."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


def to_utf16(text: str, span: Span) -> Span:
    """Return a range of code points as one of UTF-16 units."""
    start = utf16_length(text[: span[0]])
    return start, start + utf16_length(text[span[0] : span[1]])


def each_to_utf16(text: str, spans: Iterable[Span]) -> list[Span]:
    """Return ranges of code points as ranges of UTF-16 units, in one pass over the text."""
    wanted = list(spans)
    if text.isascii():
        return wanted
    units, before, length = {}, 0, 0
    for place in sorted({place for span in wanted for place in span}):
        length += utf16_length(text[before:place])
        units[place], before = length, place
    return [(units[start], units[end]) for start, end in wanted]


def from_utf16(text: str, position: int) -> int:
    """Return a place in UTF-16 units as one in code points; one beyond the end is the end."""
    if text.isascii():
        return min(position, len(text))
    before = text[:position].encode("utf-16-le", "surrogatepass")[: 2 * position]
    return len(before.decode("utf-16-le", "ignore"))
