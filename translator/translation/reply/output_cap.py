"""Notice a reply that goes on and on."""

from collections.abc import Sequence

from translator.text.tokens import estimate_tokens

# In estimated tokens: no translation is four times as long as its source, and short texts vary more.
_TIMES = 4
_MORE = 2_000
# No character is estimated at more tokens (see ``text.tokens``): while characters are few enough, nothing is counted.
_MOST_A_CHARACTER = 3


class OutputCap:
    """Counts what a reply shows. It may be four times the estimated tokens of these lines, and 2,000 and ``more``."""

    def __init__(self, lines: Sequence[str], more: int = 0) -> None:
        self._left = _TIMES * estimate_tokens("\n".join(lines)) + _MORE + more
        self._uncounted = ""

    def allows(self, delta: str) -> bool:
        """Take a piece of the reply; return whether the reply may still be a translation."""
        self._uncounted += delta
        if len(self._uncounted) * _MOST_A_CHARACTER > self._left:
            self._left -= estimate_tokens(self._uncounted)
            self._uncounted = ""
        return self._left >= 0
