"""Code in a text comes back as it was: between backticks, and in fences."""

import re
from collections.abc import Iterator

from translator.text.protected.inline_code import find_inline_code
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.pieces import Piece, compared, covered
from translator.translation.checks.sides import Pair

_FENCED = re.compile(r"^[ \t]{0,3}(?P<fence>```|~~~)[^`\n]*\n.*?^[ \t]{0,3}(?P=fence)[^\S\n]*$", re.MULTILINE | re.DOTALL)


def find_code(text: str) -> tuple[Piece, ...]:
    """Return the code in the text, with its marks: whole fenced blocks, and what stands between backticks."""
    if "`" not in text and "~~~" not in text:
        return ()
    fenced = [block.span() for block in _FENCED.finditer(text)]
    inline = find_inline_code(covered(text, fenced))
    return tuple(Piece(start, end, text[start:end], _key(text[start:end])) for start, end in sorted([*fenced, *inline]))


def check_code(pair: Pair) -> Iterator[Finding]:
    """Yield the code that is not in both texts alike."""
    yield from compared(Check.CODE, pair.source.code, pair.target.code)


def _key(code: str) -> str:
    return code.strip("`").strip()
