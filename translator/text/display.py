"""Make a text harmless on screen, without moving anything in it.

What is replaced is replaced one for one in UTF-16 units, so that places on screen are places in the text. The text
itself is kept as it is: copying gives the original characters.
"""

import re

# Nothing is seen of it, and it neither breaks nor joins a line.
_INVISIBLE = "\u2060"
_UNKNOWN = "\ufffd"

_LONE_SURROGATE = re.compile("[\ud800-\udfff]")

# Control characters but for newline and tab; marks that reorder the text (embeddings, overrides, isolates, the
# deprecated formats); interlinear annotation, the place of an object, the frames of Qt's own documents, and half
# characters.
_HARMFUL = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u206f\ufdd0\ufdd1\ufff9-\ufffc\ud800-\udfff]",
)
# Blanks, and what has no shape of its own: Default_Ignorable_Code_Point of Unicode's DerivedCoreProperties.txt, with
# the marks for interlinear annotation and the pattern of Braille without a dot.
_UNSEEN = re.compile(
    r"[\s\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e\u2060-\u206f\u2800\u3164"
    r"\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff]*"
)
_PICTURES = 0x2400
_PICTURE_OF_DELETE = "\u2421"


def neutralise(text: str) -> str:
    """Return the text as it may be shown; the same object where nothing in it does harm.

    Control characters become their pictures. A carriage return and every mark that embeds, overrides or isolates
    become invisible, balanced or not: each character is judged alone, so ``neutralise(a + b)`` is
    ``neutralise(a) + neutralise(b)`` and a text may be shown piece by piece as it streams in. Joiners (ZWJ, ZWNJ)
    and the plain direction marks (LRM, RLM, ALM) stay: they cannot reorder anything beyond their own place.
    """
    if not _HARMFUL.search(text):
        return text
    return _HARMFUL.sub(_stand_in, text)


def is_blank(text: str) -> bool:
    """Return whether nothing of the text is seen: it is empty, or all of it blanks and invisible characters."""
    return _UNSEEN.fullmatch(text) is not None


def repair(text: str) -> str:
    """Return the text with each half of a surrogate pair replaced by U+FFFD, so that it can be encoded and stored."""
    return _LONE_SURROGATE.sub(_UNKNOWN, text)


def _stand_in(match: re.Match[str]) -> str:
    character = match[0]
    if character < " " and character != "\r":
        return chr(_PICTURES + ord(character))
    if character == "\x7f":
        return _PICTURE_OF_DELETE
    is_seen = "\x80" <= character <= "\x9f" or "\ud800" <= character <= "\udfff"
    return _UNKNOWN if is_seen else _INVISIBLE
