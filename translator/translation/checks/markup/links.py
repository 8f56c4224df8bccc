"""Links and e-mail addresses come back exactly."""

import re
from collections.abc import Iterator

from translator.text.private.email_addresses import find_email_addresses
from translator.text.protected.links import find_links
from translator.translation.checks.finding import Check, Finding
from translator.translation.checks.pieces import Piece, compared
from translator.translation.checks.sides import Pair

# Domains that are written without a scheme. Not all there are: "Yes.No" is none.
_DOMAINS = (
    "com|org|net|edu|gov|int|io|dev|app|info|biz|eu|de|at|ch|fr|es|it|pt|br|nl|be|pl|cz|sk|se|dk|no|fi|hu|ro|gr|ru|ua"
    "|tr|uk|us|ca|au|nz|mx|ar|jp|cn|tw|hk|kr|in|id|vn|th|il|ae|sa|example|test"
)
_BARE = re.compile(
    rf"(?<![A-Za-z0-9@./_-])(?:[A-Za-z0-9-]{{1,63}}\.)+"
    rf"(?:{_DOMAINS})(?![A-Za-z0-9_-]|\.[a-z])(?:/[A-Za-z0-9._~%/?#&=+-]*[A-Za-z0-9/])?"
)


def find_addresses(text: str) -> tuple[Piece, ...]:
    """Return the addresses: with a scheme, with ``www``, of e-mail, or of a domain that is in common use."""
    if "." not in text and "@" not in text and "://" not in text:
        return ()
    bare = (link.span() for link in _BARE.finditer(text))
    pieces: list[Piece] = []
    for start, end in sorted(
        (*find_links(text), *find_email_addresses(text), *bare), key=lambda span: (span[0], -span[1])
    ):
        if not pieces or start >= pieces[-1].end:
            pieces.append(Piece(start, end, text[start:end], text[start:end]))
    return tuple(pieces)


def check_links(pair: Pair) -> Iterator[Finding]:
    """Yield the links that are not in both texts alike."""
    yield from compared(Check.LINKS, pair.source.links, pair.target.links)
