"""Which script a text is written in, and which languages are written in it."""

import re
from bisect import bisect_right
from collections import Counter

from translator.language.tag import LanguageTag

# First code point of each run of letters of one script (ISO 15924), up to the next; "" where it does not matter.
_RUNS = (
    (0x0000, "Latn"), (0x0370, "Grek"), (0x0400, "Cyrl"), (0x0530, "Armn"), (0x0590, "Hebr"), (0x0600, "Arab"),
    (0x0700, ""), (0x0750, "Arab"), (0x0780, "Thaa"), (0x07C0, ""), (0x08A0, "Arab"), (0x0900, "Deva"),
    (0x0980, "Beng"), (0x0A00, "Guru"), (0x0A80, "Gujr"), (0x0B00, "Orya"), (0x0B80, "Taml"), (0x0C00, "Telu"),
    (0x0C80, "Knda"), (0x0D00, "Mlym"), (0x0D80, "Sinh"), (0x0E00, "Thai"), (0x0E80, "Laoo"), (0x0F00, "Tibt"),
    (0x1000, "Mymr"), (0x10A0, "Geor"), (0x1100, "Hang"), (0x1200, "Ethi"), (0x13A0, ""), (0x1780, "Khmr"),
    (0x1800, ""), (0x1C80, "Cyrl"), (0x1C90, "Geor"), (0x1CC0, ""), (0x1D00, "Latn"), (0x1F00, "Grek"), (0x2000, ""),
    (0x3005, "Hani"), (0x3040, "Kana"), (0x3100, "Bopo"), (0x3130, "Hang"), (0x31A0, "Bopo"), (0x31F0, "Kana"),
    (0x3200, ""), (0x3400, "Hani"), (0xA000, ""), (0xAC00, "Hang"), (0xD800, ""), (0xF900, "Hani"), (0xFB00, "Latn"),
    (0xFB13, "Armn"), (0xFB1D, "Hebr"), (0xFB50, "Arab"), (0xFF00, "Latn"), (0xFF66, "Kana"), (0xFFA0, "Hang"),
    (0x10000, ""), (0x20000, "Hani"),
)  # fmt: skip
_STARTS = [start for start, _ in _RUNS]
_LETTER = re.compile(r"[^\W\d_]")

# The languages of each script, the most widely read first. All others are written in Latin.
LANGUAGES_OF = {
    "Grek": ("el",), "Armn": ("hy",), "Hebr": ("he", "yi"), "Thaa": ("dv",), "Guru": ("pa",), "Gujr": ("gu",),
    "Orya": ("or",), "Taml": ("ta",), "Telu": ("te",), "Knda": ("kn",), "Mlym": ("ml",), "Sinh": ("si",),
    "Thai": ("th",), "Laoo": ("lo",), "Tibt": ("bo", "dz"), "Mymr": ("my",), "Geor": ("ka",), "Hang": ("ko",),
    "Ethi": ("am", "ti"), "Khmr": ("km",), "Beng": ("bn", "as", "mni"),
    "Cyrl": ("ru", "uk", "bg", "sr", "be", "kk", "mk", "ky", "tg", "mn", "tt", "ba", "cv", "os", "sah", "ab"),
    "Arab": ("ar", "fa", "ur", "ps", "ckb", "sd", "ug", "ks"),
    "Deva": ("hi", "mr", "ne", "sa", "bho", "mai", "kok", "doi"),
    "Hani": ("zh", "ja", "yue"),
}  # fmt: skip
_NOT_LATIN = {language for languages in LANGUAGES_OF.values() for language in languages}

# A character of these says as much as several letters.
_WEIGHTS = {"Hani": 3, "Kana": 3, "Bopo": 3, "Hang": 2}


def count_scripts(text: str) -> Counter[str]:
    """Return how much of the text is in each script. Kana and Bopomofo count for Han, with which they are written."""
    counts: Counter[str] = Counter()
    for letter, count in Counter(_LETTER.findall(text)).items():
        script = script_of(letter)
        counts["Hani" if script in {"Kana", "Bopo"} else script] += count * _WEIGHTS.get(script, 1)
    del counts[""]
    return counts


def script_of(letter: str) -> str:
    """Return the letter's script; "" for one that does not tell a language."""
    return _RUNS[bisect_right(_STARTS, ord(letter)) - 1][1]


def is_written_in(tag: LanguageTag, script: str) -> bool:
    """Whether texts in this language are in this script (one that ``count_scripts`` names)."""
    if tag.script:
        return tag.script == script or (tag.script in {"Hans", "Hant"} and script == "Hani")
    if script == "Latn":
        return tag.language not in _NOT_LATIN
    return tag.language in LANGUAGES_OF.get(script, ())
