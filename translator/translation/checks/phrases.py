"""Lists of words and phrases, written so that they can be read, as regular expressions."""

import re

_BLANK = r"[ \u00a0\u202f]"


def either(listed: str) -> str:
    r"""Return what matches any of these, parted by blanks.

    ``_`` stands for a blank, ``*`` for the rest of a word. The longest is tried first,
    and one that ends with a letter of a script with blanks between words ends with the word; ``+`` at the end says that
    it need not.
    """
    return "(?:" + "|".join(_pattern(phrase) for phrase in sorted(listed.split(), key=len, reverse=True)) + ")"


def _pattern(phrase: str) -> str:
    pattern = re.escape(phrase.rstrip("+")).replace("_", _BLANK).replace(r"\*", r"\w*")
    return pattern if phrase.endswith("+") else rf"{pattern}(?!\w)"
