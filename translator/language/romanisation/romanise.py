"""A text in Latin letters, in the usual system of its language."""

import re
from collections.abc import Callable, Mapping

from translator.language.romanisation.chinese import romanise_chinese
from translator.language.romanisation.cyrillic import BULGARIAN, RUSSIAN, SERBIAN, UKRAINIAN
from translator.language.romanisation.greek import romanise_greek
from translator.language.romanisation.hangul import romanise_hangul
from translator.language.romanisation.kana import has_kanji, romanise_kana
from translator.language.tag import LanguageTag

_BY_LANGUAGE: Mapping[str, Callable[[str], str | None]] = {
    "zh": romanise_chinese,
    "ja": romanise_kana,
    "ko": romanise_hangul,
    "ru": RUSSIAN.romanise,
    "uk": UKRAINIAN.romanise,
    "bg": BULGARIAN.romanise,
    "sr": SERBIAN.romanise,
    "el": romanise_greek,
}
_LETTER = re.compile(r"[^\W\d_]")


def can_romanise(tag: LanguageTag) -> bool:
    """Whether texts in this language may be romanised at all."""
    return tag.language in _BY_LANGUAGE and tag.script != "Latn"


def needs_reading(text: str, tag: LanguageTag) -> bool:
    """Whether only who knows its words can say how the text sounds, as with kanji in Japanese."""
    return tag.language == "ja" and can_romanise(tag) and has_kanji(text)


def romanise(text: str, tag: LanguageTag) -> str | None:
    """Return the text in Latin letters, or None where there is no good way, or nothing to do.

    Chinese becomes Pinyin, kana Hepburn, Korean the Revised Romanisation, and Russian, Ukrainian, Bulgarian, Serbian
    and Greek what their modules say. Japanese with kanji cannot be read without knowing its words, nor can Arabic,
    Hebrew and Thai without the vowels that are not written. The first Chinese text takes some 0.3 seconds: call it from
    a thread.
    """
    if not can_romanise(tag) or not _LETTER.search(text):
        return None
    romanised = _BY_LANGUAGE[tag.language](text)
    return None if romanised == text else romanised
