"""Greek in Latin letters: the transcription of ELOT 743 (ISO 843, type 2). The stress stays marked."""

import re
import unicodedata

from translator.language.romanisation.letters import cased

_WORD = re.compile("[\u0370-\u03ff\u1f00-\u1fff\u0300-\u036f]+")
_ACUTE, _DIAERESIS = "\u0301", "\u0308"
_LETTERS = dict(zip("αβγδεζηικλμνξοπρσςτυφω", "avgdeziiklmnxoprsstyfo", strict=True)) | {
    "θ": "th",
    "χ": "ch",
    "ψ": "ps",
}
_GROUPS = {"γγ": "ng", "γξ": "nx", "γχ": "nch", "ου": "ou", "μπ": "mp"}
_WITH_V = {"αυ": "a", "ευ": "e", "ηυ": "i"}
_VOICED = set("βγδζλμνρ" + "αεηιουω")
_QUESTION = str.maketrans({"\u037e": "?", "\u0387": ";"})


def romanise_greek(text: str) -> str:
    """Return the text with its Greek in Latin letters."""
    return _WORD.sub(lambda word: _word(word[0]), text.translate(_QUESTION))


def _word(word: str) -> str:
    letters = [_plain(character) for character in unicodedata.normalize("NFC", word)]
    pieces = []
    place = 0
    while place < len(letters):
        latin, length = _latin(letters, place)
        original = letters[place][0]
        before = letters[place - 1][0] if place else ""
        behind = letters[place + length][0] if place + length < len(letters) else ""
        pieces.append(unicodedata.normalize("NFC", cased(latin, original, before, behind)))
        place += length
    return "".join(pieces)


def _plain(character: str) -> tuple[str, str]:
    """Return a letter without its marks, and those of them that are written in Latin as well."""
    base, *marks = list(unicodedata.normalize("NFD", character))
    kept = [_ACUTE if mark in "\u0300\u0301\u0342" else mark for mark in marks if mark in "\u0300\u0301\u0342\u0308"]
    return base, "".join(kept)


def _latin(letters: list[tuple[str, str]], place: int) -> tuple[str, int]:
    """Return what stands for the letter at this place, or for it and the next one, and how many they are."""
    letter, marks = letters[place]
    first = letter.lower()
    second, second_marks = letters[place + 1] if place + 1 < len(letters) else ("", "")
    pair = first + second.lower()
    is_pair = not marks and _DIAERESIS not in second_marks
    if is_pair and pair in _WITH_V:
        behind = letters[place + 2][0].lower() if place + 2 < len(letters) else ""
        return _WITH_V[pair] + second_marks + ("v" if behind in _VOICED and behind else "f"), 2
    if pair == "μπ" and (place == 0 or place + 2 == len(letters)):
        return "b", 2
    if is_pair and pair in _GROUPS:
        return _GROUPS[pair] + second_marks, 2
    return _LETTERS.get(first, first) + marks, 1
