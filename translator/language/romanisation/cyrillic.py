"""Cyrillic in Latin letters, as each country or the geographic authorities have settled it.

Russian: BGN/PCGN 1947, without its optional marks. Ukrainian: resolution 55 of the Cabinet of Ministers, 2010.
Bulgarian: the Transliteration Act of 2009. Serbian: its own Latin alphabet, letter for letter.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from translator.language.romanisation.letters import cased

_WORD = re.compile(r"[\u0400-\u052f'’ʼ]+")
_COMMON = dict(zip("абвгдезиклмнопрстуф", "abvgdeziklmnoprstuf", strict=True))


def _table(pairs: str) -> dict[str, str]:
    return {**_COMMON, **dict(pair.split("=") for pair in pairs.split())}


@dataclass(frozen=True)
class Cyrillic:
    """A system: what each letter becomes, and what where a word, or a syllable, begins with it.

    ``begins`` tells by the letter before whether the latter holds. ``endings`` and ``groups`` go before letters.
    """

    letters: Mapping[str, str]
    at_beginning: Mapping[str, str] = field(default_factory=dict)
    begins: Callable[[str], bool] = lambda before: not before
    groups: Mapping[str, str] = field(default_factory=dict)
    endings: Mapping[str, str] = field(default_factory=dict)

    def romanise(self, text: str) -> str:
        """Return the text with its Cyrillic in Latin letters."""
        return _WORD.sub(lambda word: self._word(word[0]), text)

    def _word(self, word: str) -> str:
        lower = word.lower()
        pieces = []
        place = 0
        while place < len(word):
            latin, length = self._latin(lower, place)
            before, behind = word[place - 1 : place], word[place + length : place + length + 1]
            pieces.append(cased(latin, word[place], before, behind))
            place += length
        return "".join(pieces)

    def _latin(self, word: str, place: int) -> tuple[str, int]:
        """Return what stands for the letter at this place, or for several, and how many they are."""
        if (ending := word[place:]) in self.endings:
            return self.endings[ending], len(ending)
        if (group := word[place : place + 2]) in self.groups:
            return self.groups[group], 2
        letter = word[place]
        if letter in self.at_beginning and self.begins(word[place - 1] if place else ""):
            return self.at_beginning[letter], 1
        return self.letters.get(letter, letter), 1


def _begins_syllable(before: str) -> bool:
    return before in "аеёиоуыэюяйъь"


RUSSIAN = Cyrillic(
    _table("ё=ë ж=zh й=y х=kh ц=ts ч=ch ш=sh щ=shch ъ=” ы=y ь=’ э=e ю=yu я=ya"),
    {"е": "ye", "ё": "yë"},
    _begins_syllable,
)
UKRAINIAN = Cyrillic(
    _table("г=h ґ=g є=ie ж=zh и=y і=i ї=i й=i х=kh ц=ts ч=ch ш=sh щ=shch ь= ю=iu я=ia '= ’= ʼ="),
    {"є": "ye", "ї": "yi", "й": "y", "ю": "yu", "я": "ya"},
    groups={"зг": "zgh"},
)
BULGARIAN = Cyrillic(
    _table("ж=zh й=y х=h ц=ts ч=ch ш=sh щ=sht ъ=a ь=y ю=yu я=ya"),
    groups={},
    endings={"ия": "ia"},
)
SERBIAN = Cyrillic(_table("ђ=đ ж=ž ј=j љ=lj њ=nj ћ=ć х=h ц=c ч=č џ=dž ш=š"))
