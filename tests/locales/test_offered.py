"""Which language answers to a locale's name."""

import json

import pytest

from translator.assets import resources
from translator.locales.offered import OFFERED, RIGHT_TO_LEFT, best, match


@pytest.mark.parametrize(
    ("locale", "language"),
    [
        ("en_GB.UTF-8", "en"),
        ("C", "en"),
        ("POSIX", "en"),
        ("C.UTF-8", "en"),
        ("zh_CN.UTF-8", "zh_CN"),
        ("zh", "zh_CN"),
        ("zh_SG", "zh_CN"),
        ("zh-Hans", "zh_CN"),
        ("zh-Hans-HK", "zh_CN"),
        ("zh-Hant", "zh_TW"),
        ("zh_Hant_MY", "zh_TW"),
        ("zh_TW.Big5", "zh_TW"),
        ("zh_HK", "zh_TW"),
        ("zh-MO", "zh_TW"),
        ("de_AT.UTF-8@euro", "de"),
        ("de-CH", "de"),
        ("fr_CA", "fr"),
        ("es-419", "es"),
        ("pt_BR", "pt_BR"),
        ("pt_PT", "pt_BR"),
        ("pt", "pt_BR"),
        ("ja_JP.eucJP", "ja"),
        ("ko-KR", "ko"),
        ("ru_UA", "ru"),
        ("ar_EG", "ar"),
        ("sv_SE", None),
        ("den_CA", None),
        ("", None),
        ("_", None),
    ],
)
def test_a_locale_is_answered_in_the_language_nearest_to_it(locale: str, language: str | None) -> None:
    assert match(locale) == language


def test_the_first_wish_that_can_be_granted_is() -> None:
    assert best(["sv_SE", "de_AT", "fr"]) == "de"


def test_english_is_for_those_whose_languages_are_not_there() -> None:
    assert best(["sv", "fi"]) == best([]) == "en"


def test_every_language_answers_to_its_own_name() -> None:
    assert [match(language) for language in OFFERED] == list(OFFERED)
    assert set(OFFERED) > RIGHT_TO_LEFT


def test_the_languages_of_texts_are_named_in_every_language_of_the_interface() -> None:
    named = json.loads((resources() / "languages.json").read_bytes())["interface"]

    assert len(named) == len(OFFERED)
    assert {match(tag) for tag in named} == set(OFFERED)
