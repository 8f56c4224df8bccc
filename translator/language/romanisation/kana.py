"""Kana in Hepburn romanisation (as ALA-LC has it, 2012), but for long vowels.

A long vowel has a macron where the length mark is written (コーヒー, "kōhī"). Where it is written as a vowel of its own
it stays one ("toukyou"): in おもう it is none, and the letters alone do not tell. は and へ are "ha" and "he", also
where they are particles; を is always one, and stands alone.
"""

import re

_TABLE = """
    あ=a い=i う=u え=e お=o か=ka き=ki く=ku け=ke こ=ko が=ga ぎ=gi ぐ=gu げ=ge ご=go
    さ=sa し=shi す=su せ=se そ=so ざ=za じ=ji ず=zu ぜ=ze ぞ=zo た=ta ち=chi つ=tsu て=te と=to
    だ=da ぢ=ji づ=zu で=de ど=do な=na に=ni ぬ=nu ね=ne の=no は=ha ひ=hi ふ=fu へ=he ほ=ho
    ば=ba び=bi ぶ=bu べ=be ぼ=bo ぱ=pa ぴ=pi ぷ=pu ぺ=pe ぽ=po ま=ma み=mi む=mu め=me も=mo
    や=ya ゆ=yu よ=yo ら=ra り=ri る=ru れ=re ろ=ro わ=wa ゐ=i ゑ=e を=o ゔ=vu
    ぁ=a ぃ=i ぅ=u ぇ=e ぉ=o ゃ=ya ゅ=yu ょ=yo ゎ=wa ゕ=ka ゖ=ke
    しゃ=sha しゅ=shu しぇ=she しょ=sho じゃ=ja じゅ=ju じぇ=je じょ=jo ちゃ=cha ちゅ=chu ちぇ=che ちょ=cho
    ぢゃ=ja ぢゅ=ju ぢょ=jo つぁ=tsa つぃ=tsi つぇ=tse つぉ=tso てぃ=ti とぅ=tu でぃ=di どぅ=du てゅ=tyu でゅ=dyu
    ふぁ=fa ふぃ=fi ふぇ=fe ふぉ=fo ふゅ=fyu うぃ=wi うぇ=we うぉ=wo ゔぁ=va ゔぃ=vi ゔぇ=ve ゔぉ=vo いぇ=ye
    くぁ=kwa くぃ=kwi くぇ=kwe くぉ=kwo ぐぁ=gwa
"""
_SYLLABLES = dict(pair.split("=") for pair in _TABLE.split())
_SYLLABLES |= {
    kana + small: consonant + vowel
    for kana, consonant in zip("きぎにひびぴみり", ("k", "g", "n", "h", "b", "p", "m", "r"), strict=True)
    for small, vowel in zip("ゃゅょ", ("ya", "yu", "yo"), strict=True)
}
_VOWELS = {"a", "i", "u", "e", "o"}
_MACRONS = str.maketrans("aiueo", "āīūēō")
_MARKS = str.maketrans("、。！？「」『』（）・：；〜ー　", ",.!?“”“”()-:;~- ")
_KANA = re.compile("[\u3041-\u3096\u30a1-\u30fc]")
_PARTICLE = re.compile(r"(?<=\w)(?=を)|(?<=を)(?=\w)")
_HAN = re.compile("[\u3005\u3400-\u9fff\uf900-\ufaff]")
_KATAKANA_TO_HIRAGANA = {code: code - 0x60 for code in range(0x30A1, 0x30F7)}


def has_kanji(text: str) -> bool:
    """Whether there are characters in it that sound as their word does."""
    return _HAN.search(text) is not None


def has_kana(text: str) -> bool:
    """Whether there are hiragana or katakana in it."""
    return _KANA.search(text) is not None


def romanise_kana(text: str) -> str | None:
    """Return the text in Latin letters, or None where there are kanji in it."""
    if has_kanji(text) or not has_kana(text):
        return None
    hiragana = _PARTICLE.sub(" ", text.translate(_KATAKANA_TO_HIRAGANA))
    pieces: list[str] = []
    place = 0
    is_doubled = False
    while place < len(hiragana):
        length = 2 if hiragana[place : place + 2] in _SYLLABLES else 1
        kana = hiragana[place : place + length]
        place += length
        if kana == "っ":
            is_doubled = True
            continue
        if kana == "ー" and pieces and pieces[-1][-1:] in _VOWELS:
            pieces[-1] = pieces[-1][:-1] + pieces[-1][-1].translate(_MACRONS)
        else:
            pieces.append(_latin(kana, hiragana[place : place + 1], is_doubled=is_doubled))
        is_doubled = False
    return _spaced("".join(pieces))


def _latin(kana: str, behind: str, *, is_doubled: bool) -> str:
    """Return what a kana, or anything else, is written as, going by what stands beside it."""
    if kana == "ん":
        return "n'" if _SYLLABLES.get(behind, "-")[0] in {*_VOWELS, "y"} else "n"
    latin = _SYLLABLES.get(kana)
    if latin is None:
        return kana.translate(_MARKS)
    if is_doubled and latin[0] not in _VOWELS:
        return ("t" if latin.startswith("ch") else latin[0]) + latin
    return latin


def _spaced(text: str) -> str:
    """Put a blank behind a mark, where there is none."""
    return re.sub(r"([,.!?:;”)])(?=[^\W_])", r"\1 ", text)
