"""Words are known in a text in whatever form, order or compound; what is another word is not taken for them."""

import pytest

from translator.language.tag import LanguageTag
from translator.translation.glossary.presence import is_present, may_be_present


@pytest.mark.parametrize(
    ("language", "wanted", "text"),
    [
        ("en", "production facility", "the facilities of our production"),
        ("de", "Haus", "die Krankenhäuser"),
        ("de", "Schule", "auf dem Schulhof"),
        ("de", "Steuerung", "die Anlagensteuerung"),
        ("sv", "bank", "sparbanken"),
        ("ko", "회사", "우리회사에서는"),
        ("de", "in Betrieb nehmen", "Er nimmt es in Betrieb"),
        ("de", "in Betrieb nehmen", "die Inbetriebnahme"),
        ("de", "abschalten", "ohne sie abzuschalten"),
        ("de", "schalten", "wurde geschaltet"),
        ("nl", "uitschakelen", "hij schakelt het uit"),
        ("nl", "uitschakelen", "is uitgeschakeld"),
        ("ja", "翻訳する", "翻訳しました"),
        ("ja", "見る", "それを見て"),
        ("ja", "クリックする", "ここをクリックしてください"),
        ("ar", "بنك", "البنوك مغلقة"),
        ("", "plant", "the plants"),
    ],
)
def test_a_term_is_there_in_any_form(language: str, wanted: str, text: str) -> None:
    assert is_present(wanted, text, LanguageTag(language) if language else None)


@pytest.mark.parametrize(
    ("language", "wanted", "text"),
    [
        ("en", "plant", "the planet"),
        ("en", "bank", "the bankers"),
        ("en", "plant manager", "the plant"),
        ("de", "Kunde", "die Urkunde"),
        ("de", "Plan", "der Planet"),
        ("de", "ei", "die Reise"),
        ("de", "nehmen", "das Unternehmen"),
        ("de", "in Betrieb nehmen", "in einem Betrieb"),
        ("de", "abschalten", "ab und zu schalten"),
        ("de", "C#", "in C"),
        ("de", "€", "Euro"),
        ("ja", "翻訳する", "通訳します"),
        ("ja", "見る", "発見します"),
        ("ja", "見る", "見本です"),
        ("zh", "密钥", "钥匙"),
        ("ko", "회사", "그 기업에서"),
        ("ar", "بنك", "المدارس"),
    ],
)
def test_another_word_is_not_taken_for_a_term(language: str, wanted: str, text: str) -> None:
    assert not is_present(wanted, text, LanguageTag(language))


def test_what_may_be_a_form_or_another_word_is_told_apart_from_what_is_nowhere() -> None:
    german = LanguageTag("de")
    assert may_be_present("Kunde", "die Urkunde", german)
    assert may_be_present("nehmen", "er hat es genommen", german)
    assert not may_be_present("nehmen", "in einem Betrieb", german)
    assert not may_be_present("Anlage", "das Ding", german)
