"""Chinese in Hanyu Pinyin with tone marks, by the syllable.

pypinyin knows the phrases in which a character is read in another way (银行 "yín háng", 行走 "xíng zǒu").
"""

import re

from translator.language.romanisation.traditional import simplified

_HAN = re.compile("[\u3007\u3400-\u9fff\uf900-\ufaff\U00020000-\U000323af]+")
_MARKS = str.maketrans("，。、！？；：（）“”‘’《》〈〉「」『』【】％～…—·　", ",.,!?;:()“”‘’“”“”“”“”[]%~…—· ")
_BETWEEN = re.compile(r"(?<=[^\W_])(?=[“‘(\[])|(?<=[,.!?;:…])(?=[“‘(])|(?<=[,.!?;:)\]”’…])(?=[^\W_])")


def romanise_chinese(text: str) -> str:
    """Return the text with its Chinese characters in Pinyin; one that nobody knows stays.

    The first call loads pypinyin: some 0.3 seconds, and 55 MB.
    """
    pieces: list[str] = []
    place = 0
    for run in _HAN.finditer(text):
        pieces += [text[place : run.start()].translate(_MARKS), _pinyin(run[0])]
        place = run.end()
    pieces.append(text[place:].translate(_MARKS))
    return _BETWEEN.sub(" ", _joined(pieces))


def _pinyin(run: str) -> str:
    from pypinyin import Style, lazy_pinyin  # it takes a while, and not everybody reads Chinese

    return " ".join(lazy_pinyin(simplified(run), style=Style.TONE, errors="default"))


def _joined(pieces: list[str]) -> str:
    """Join Pinyin and what stands between, with a blank where letters would touch."""
    joined = ""
    for piece in pieces:
        if joined[-1:].isalnum() and piece[:1].isalnum():
            joined += " "
        joined += piece
    return joined
