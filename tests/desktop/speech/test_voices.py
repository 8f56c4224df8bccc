"""Which voice reads a language."""

import pytest

from translator.desktop.speech.voices import Voice, best_voice
from translator.language.tag import LanguageTag

ESPEAK = ["de", "cmn", "cmn-LATN-PINYIN", "en-029", "en-GB", "en-GB-X-RP", "en-US", "en-US-NYC", "es-419", "es",
          "fa-LATN", "fa", "fr-BE", "fr-CH", "fr-FR", "nb", "pt", "pt-BR", "sr", "yue"]  # fmt: skip
MACOS = ["ar_001", "de_DE", "en_AU", "en_GB", "en_US", "es_MX", "es_ES", "fr_CA", "fr_FR", "he_IL", "no_NO", "pt_PT",
         "zh_HK", "zh_TW", "zh_CN", "ja_JP"]  # fmt: skip


@pytest.mark.parametrize(
    ("tag", "espeak", "macos"),
    [
        ("de", "de", "de_DE"),
        ("en-GB", "en-GB", "en_GB"),
        ("en", "en-US", "en_US"),
        ("es", "es", "es_ES"),
        ("fr", "fr-FR", "fr_FR"),
        ("fr-CA", "fr-BE", "fr_CA"),
        ("nb", "nb", "no_NO"),
        ("pt-PT", "pt", "pt_PT"),
        ("pt-BR", "pt-BR", "pt_PT"),
        ("zh-Hans", "cmn", "zh_CN"),
        ("zh-Hant", "cmn", "zh_TW"),
        ("ar", None, "ar_001"),
        ("fa", "fa", None),
        ("he", None, "he_IL"),
        ("tlh", None, None),
    ],
)
def test_the_nearest_one_does(tag: str, espeak: str | None, macos: str | None) -> None:
    def found(names: list[str]) -> str | None:
        voice = best_voice([Voice(name, name) for name in names], LanguageTag.parse(tag))
        return voice and voice.language

    assert (found(ESPEAK), found(MACOS)) == (espeak, macos)


def test_of_equal_ones_the_better_and_then_the_first() -> None:
    voices = [
        Voice("Eddy", "de_DE", 3),
        Voice("Anna", "de_DE", 2),
        Voice("Petra", "de_DE", 2),
        Voice("Max", "de_AT", 0),
    ]
    best = best_voice(voices, LanguageTag("de"))
    assert best is not None
    assert best.name == "Anna"
