"""Whether a text is a word or a short term, such as one looks up in a dictionary."""

import re

from translator.language.scripts import script_of
from translator.text.private.find import find_private
from translator.text.protected.find import find_protected

MOST_WORDS = 3
MOST_WIDE = 8
"""Characters of Chinese or Japanese."""
LONGEST = 60
LONGEST_UNSPACED = 24
"""Characters, in scripts that write no blanks between words."""

_WIDE = {"Hani", "Kana", "Bopo"}
_UNSPACED = {"Thai", "Laoo", "Khmr", "Mymr", "Tibt"}
_LETTER = re.compile(r"[^\W\d_]")
_OF_SENTENCES = re.compile(r"""[.!?…:;,"“”„«»¿¡()。！？、，；：।॥؟،؛۔「」『』\n\r\t]""")


def find_term(text: str) -> str:
    """Return the term that a text is, without the blanks around it; empty where it is none."""
    term = text.strip()
    if not term or len(term) > LONGEST or _OF_SENTENCES.search(term) or not _LETTER.search(term):
        return ""
    if find_protected(term) or find_private(term):
        return ""
    return term if _is_short(term) else ""


def _is_short(term: str) -> bool:
    scripts = {script_of(letter) for letter in _LETTER.findall(term)}
    if scripts & _WIDE:
        return len(term) <= MOST_WIDE
    if scripts & _UNSPACED:
        return len(term) <= LONGEST_UNSPACED
    return len(term.split()) <= MOST_WORDS
