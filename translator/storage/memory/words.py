"""A text as the words it is compared and found by.

Scripts that put no blanks between words (Chinese, Japanese, Thai, Lao, Burmese, Khmer) are taken character by
character; what they are found by is each two neighbouring characters.
"""

import re
import unicodedata
from collections.abc import Sequence
from itertools import pairwise

# Thai and Lao, Burmese, Khmer, kana, Han, half-width kana, and the planes of rarer Han characters.
_TOUCHING = (
    "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff"
    "\uf900-\ufaff\uff66-\uff9f\U00020000-\U0003ffff"
)
# Control characters, blanks, and punctuation: of ASCII, Latin-1, the general block, CJK, and the full-width forms.
# Combining marks are none of these: they stay in their words.
_APART = (
    "\\s\x00-/:-@\\[-`{-\xa9\xab-\xb4\xb6-\xb9\xbb-\xbf\u2000-\u206f\u3000-\u3004\u3008-\u303f"
    "\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_TOUCHES = re.compile(f"[{_TOUCHING}]")
_WORD = re.compile(f"[{_TOUCHING}]|[^{_APART}{_TOUCHING}]+")

_LONGEST_TERM = 64


def words_of(text: str) -> list[str]:
    """Return the words, in order, in lower case and composed form (NFC), without punctuation."""
    return _WORD.findall(unicodedata.normalize("NFC", text).lower())


def terms_of(words: Sequence[str]) -> list[str]:
    """Return what a text of these words is found by, each once, in the order in which they come.

    A term holds no blank, no quotation mark and no other ASCII punctuation.
    """
    terms = dict.fromkeys(word[:_LONGEST_TERM] for word in words if not _TOUCHES.match(word))
    touching = [bool(_TOUCHES.match(word)) for word in words]
    for place, (first, second) in enumerate(pairwise(words)):
        if touching[place] and touching[place + 1]:
            terms[first + second] = None
    for place, word in enumerate(words):
        if touching[place] and not any(touching[max(0, place - 1) : place] + touching[place + 1 : place + 2]):
            terms[word] = None
    return list(terms)
