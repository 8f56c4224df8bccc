"""Pinyin goes by the phrase, in either script."""

import pytest
from pypinyin import Style, pinyin

from translator.language.romanisation import traditional
from translator.language.romanisation.romanise import romanise
from translator.language.romanisation.traditional import simplified
from translator.language.tag import LanguageTag


@pytest.mark.parametrize(
    ("tag", "text", "romanised"),
    [
        ("zh-Hans", "你好，世界！", "nǐ hǎo, shì jiè!"),
        ("zh-Hans", "银行行长", "yín háng háng zhǎng"),
        ("zh-Hans", "重庆很重要", "chóng qìng hěn zhòng yào"),
        ("zh-Hant", "重慶的音樂銀行", "chóng qìng de yīn yuè yín háng"),
        ("zh-Hant", "我覺得睡覺很快樂", "wǒ jué de shuì jiào hěn kuài lè"),
        ("zh-Hans", "我有3个iPhone手机。真的？“好”", "wǒ yǒu 3 gè iPhone shǒu jī. zhēn de? “hǎo”"),
        ("zh-Hans", "女儿（绿色）", "nǚ ér (lǜ sè)"),
    ],
)
def test_a_text_is_read_as_its_phrases_are(tag: str, text: str, romanised: str) -> None:
    assert romanise(text, LanguageTag.parse(tag)) == romanised


def test_what_nobody_knows_stays() -> None:
    assert romanise("好\U00031fff", LanguageTag("zh", "Hans")) == "hǎo \U00031fff"


@pytest.mark.parametrize("pair", sorted(set(traditional._PAIRS.split())))
def test_both_forms_of_a_character_are_read_alike(pair: str) -> None:
    old, new = pair
    readings = [set(pinyin(each, style=Style.TONE, heteronym=True)[0]) for each in (old, new)]
    assert simplified(old) == new
    assert readings[0] & readings[1]
