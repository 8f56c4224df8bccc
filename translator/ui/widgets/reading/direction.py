"""Which way a text runs."""

import unicodedata
from itertools import islice

_LOOKED_AT = 1_000
"""Characters: a text that begins with more figures and signs than that has no direction of its own."""


def is_rtl(text: str, otherwise: bool) -> bool:
    """Return whether the first letter that has a direction runs to the left; where there is none, ``otherwise``.

    That is rule P2 of Unicode's bidirectional algorithm (UAX #9), but for isolates, which are never shown.
    """
    for letter in islice(text, _LOOKED_AT):
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return True
        if kind == "L":
            return False
    return otherwise
