"""Find e-mail addresses (RFC 5321 and 6531, without quoted names), written with the letters of any script."""

import re
from collections.abc import Iterator

# Letters beyond ASCII, their marks included; the punctuation of their scripts is left out.
_SPACED = (
    r"\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u0588\u0591-\u05bd\u05d0-\u060b\u0610-\u061a\u0620-\u06d3\u06d5-\u0963"
    r"\u0966-\u0dff\u1200-\u1360\u1369-\u169a\u1e00-\u1fff\u2c00-\u2dff\ufb00-\ufdcf\ufe70-\ufefc\U00010000-\U0001efff"
)
# Scripts in which a word is not set off by blanks, or may have endings of such a script (Korean).
_UNSPACED = r"\u0e00-\u109f\u1100-\u11ff\u1780-\u17ff\u3005-\u3007\u3040-\ud7ff\uf900-\ufaff\uff66-\uffdc"

_AT = re.compile("[@＠]")
_LOCAL_BACKWARDS = re.compile(rf"[\w.+'&~!#$%*^\-{_SPACED}{_UNSPACED}]*")
_UNSPACED_END = re.compile(rf"[{_UNSPACED}](?=[^{_UNSPACED}]*\Z)")
_ELIDED = re.compile("(?:[dl]|qu)'", re.IGNORECASE)
_OUTER = ".-'&~!#$%*^"

_LONGEST_LOCAL = 64
_LONGEST_DOMAIN = 255


def _domain(letters: str) -> re.Pattern[str]:
    label = rf"[A-Za-z0-9_{letters}]+(?:-+[A-Za-z0-9_{letters}]+)*"
    return re.compile(rf"(?:{label}[.．])+(?:xn--[a-z0-9-]+|[A-Za-z][A-Za-z0-9]+|[{letters}]{{2,}})")


_DOMAINS = (_domain(_SPACED), _domain(_SPACED + _UNSPACED))
_LITERAL = re.compile(r"\[(?:IPv6:)?[0-9A-Fa-f:.]{3,45}\]")
_IS_UNSPACED = re.compile(rf"[{_UNSPACED}]")


def find_email_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Yield where there is one, as half-open ranges."""
    for at in _AT.finditer(text):
        end = _domain_end(text, at.end())
        if end:
            start = _local_start(text, at.start(), _is_unspaced(text[at.end()]))
            if start < at.start():
                yield start, end


def _domain_end(text: str, start: int) -> int:
    """Return where the domain that begins there ends, or 0 where there is none."""
    last = start + _LONGEST_DOMAIN
    if literal := _LITERAL.match(text, start, last):
        return literal.end()
    is_unspaced = start < len(text) and _is_unspaced(text[start])
    found = _DOMAINS[is_unspaced].match(text, start, last)
    return found.end() if found else 0


def _local_start(text: str, end: int, domain_is_unspaced: bool) -> int:
    """Return where the part before the @ begins; ``end`` where there is none.

    Where writing has no blanks, words may stand directly before the address: they are left out, unless the address
    itself is in such a script.
    """
    before = text[max(0, end - _LONGEST_LOCAL) : end]
    found = _LOCAL_BACKWARDS.match(before[::-1])
    length = found.end() if found else 0
    local = before[len(before) - length :]
    words = _UNSPACED_END.search(local)
    if words and words.end() < len(local) and not domain_is_unspaced:
        local = local[words.end() :]
    if elided := _ELIDED.match(local):
        local = local[elided.end() :]
    return end - len(local.lstrip(_OUTER))


def _is_unspaced(character: str) -> bool:
    return bool(_IS_UNSPACED.match(character))
