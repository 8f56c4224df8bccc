"""The terms of the glossary are asked for in the target as a sensible reader would."""

import pytest

from tests.translation.checks.looking import findings, said
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.glossary.term import Term

PLAIN = Checker()
PLANT = Term("Anlage", "plant", forbidden=("facility", "annex"))
ANNEX = Term("Anlage", "annex")
PHOTOSHOP = Term("Photoshop", do_not_translate=True)
COMMISSION = Term("commission", "in Betrieb nehmen")


def judged(pair: str, source: str, target: str, *terms: Term) -> list[tuple[Severity, str, str]]:
    found = findings(pair, source, target, by=PLAIN, terms=terms)
    return [(each.severity, each.expected, each.found) for each in found if each.check is Check.GLOSSARY]


def terms_said(target: str, term: Term, source: str = "The bank is closed.") -> list[tuple[Severity, str, str]]:
    return judged("en>de", source, target, term)


def test_a_term_is_there_in_any_form() -> None:
    assert terms_said("Die Banken sind zu.", Term("bank", "Bank"), "The banks are closed.") == []


def test_a_term_that_is_missing_is_an_error() -> None:
    assert terms_said("Das Institut ist zu.", Term("bank", "Bank")) == [(Severity.ERROR, "Bank", "")]


def test_a_term_that_the_source_does_not_have_is_not_asked_for() -> None:
    assert terms_said("Das Haus ist zu.", Term("bank", "Bank"), "The house is closed.") == []


def test_a_forbidden_translation_is_an_error_even_beside_the_right_one() -> None:
    term = Term("bank", "Bank", forbidden=("Geldinstitut",))
    assert terms_said("Das Geldinstitut ist zu.", term) == [(Severity.ERROR, "Bank", "Geldinstitut")]
    assert terms_said("Die Bank, das Geldinstitut, ist zu.", term) == [(Severity.ERROR, "Bank", "Geldinstitut")]


def test_a_forbidden_word_within_the_right_one_is_allowed() -> None:
    term = Term("savings bank", "Spar Bank", forbidden=("Bank",))
    assert terms_said("Die Spar Bank ist zu.", term, "The savings bank is closed.") == []


@pytest.mark.parametrize(
    "kept", ["https://example.org/rooms", "`room --help`", "{room}", "[it](https://a.example/room)"]
)
def test_in_what_comes_back_as_it_is_no_term_is_asked_for_nor_forbidden(kept: str) -> None:
    term = Term("room", "Kabine", forbidden=("Zimmer", "room"))
    assert terms_said(f"Siehe {kept}", term, f"See {kept}") == []
    assert terms_said(f"Das Kämmerchen: {kept}", term, f"The room: {kept}") == [(Severity.ERROR, "Kabine", "")]
    assert terms_said(f"Das Zimmer: {kept}", term, f"The room: {kept}") == [(Severity.ERROR, "Kabine", "Zimmer")]


def test_a_term_not_to_be_translated_has_to_stay() -> None:
    term = Term("Quick Access", do_not_translate=True)
    assert terms_said("Der Schnellzugriff ist da.", term, "Quick Access is here.") == [
        (Severity.ERROR, "Quick Access", "")
    ]
    assert terms_said("Quick Access ist da.", term, "Quick Access is here.") == []


def test_a_term_without_a_translation_is_only_asked_for_what_is_forbidden() -> None:
    assert terms_said("Das Institut ist zu.", Term("bank", forbidden=("Bank",))) == []


def test_what_may_be_a_form_or_another_word_is_a_warning() -> None:
    assert terms_said("Die Urkunde ist da.", Term("customer", "Kunde"), "The customer is here.") == [
        (Severity.WARNING, "Kunde", "")
    ]


def test_an_arabic_plural_is_known_by_its_root() -> None:
    term = Term("bank", "بنك")
    assert said("en>ar", "The banks are closed.", "البنوك مغلقة.") == []
    assert findings("en>ar", "The banks are closed.", "البنوك مغلقة.", terms=[term]) == []
    assert [each.check for each in findings("en>ar", "The banks are closed.", "المدارس مغلقة.", terms=[term])] == [
        "glossary"
    ]


@pytest.mark.parametrize("target", ["See the plant.", "See the annex.", "See the annexes and the plants."])
def test_of_terms_with_the_same_words_one_is_enough(target: str) -> None:
    assert judged("de>en", "Siehe Anlage.", target, Term("Anlage", "plant"), ANNEX) == []
    assert judged("de>en", "Siehe Anlagen.", target, Term("Anlagen", "plants"), Term("Anlage", "annex")) == []


def test_of_terms_with_the_same_words_one_is_missed_where_none_is_there() -> None:
    said_of_both = judged("de>en", "Siehe Anlage.", "See the thing.", Term("Anlage", "plant"), ANNEX)
    assert said_of_both == [(Severity.ERROR, "plant", "")]
    forbidding = Term("Anlage", forbidden=("facility",))
    assert judged("de>en", "Siehe Anlage.", "See the thing.", forbidding, ANNEX) == [(Severity.ERROR, "annex", "")]


def test_what_two_terms_of_the_same_words_forbid_is_told_once() -> None:
    other = Term("Anlage", "installation", forbidden=("facility",))
    assert judged("de>en", "Die Anlage.", "The facility.", PLANT, other) == [(Severity.ERROR, "plant", "facility")]


def test_what_one_term_forbids_is_allowed_where_another_term_of_the_text_asks_for_it() -> None:
    facility = Term("Einrichtung", "a facility")
    assert judged("de>en", "Siehe Anlage.", "See the annex.", PLANT, ANNEX) == []
    assert judged("de>en", "Anlage und Einrichtung", "the plant and the facilities", PLANT, facility) == []
    assert judged("de>en", "Nur die Anlage", "Only the facility", PLANT, facility) == [
        (Severity.ERROR, "plant", "facility")
    ]


def test_a_forbidden_word_is_none_in_the_term_in_another_order_nor_in_a_compound() -> None:
    term = Term("Anlage", "production facility", forbidden=("facility",))
    assert judged("de>en", "Die Anlage", "The facility of our production", term) == []
    assert judged("de>en", "Die Anlage", "The facility", term) == [(Severity.ERROR, "production facility", "facility")]
    plant = Term("plant", "Anlage", forbidden=("Werk",))
    assert judged("en>de", "the plant", "die Anlage am Kraftwerk", plant) == []


@pytest.mark.parametrize(
    ("pair", "source", "target", "term"),
    [
        ("en>de", "the company", "das Unternehmen", Term("company", "ein Unternehmen")),
        ("en>fr", "the company", "l’entreprise", Term("company", "une entreprise")),
        ("de>en", "die Leitung", "the line", Term("Leitung", "a line", case_sensitive=True)),
        ("de>en", "Im Guardian stand es.", "It was in the Guardian.", Term("Guardian", "The Guardian")),
        ("en>ja", "He translates.", "彼は翻訳します。", Term("translates", "翻訳する")),
        ("en>ja", "He sees it.", "彼はそれを見ました。", Term("see", "見る")),
        ("en>zh", "the API keys", "这个API密钥很长", Term("API key", "API 密钥")),
    ],
)  # fmt: skip
def test_a_term_has_no_article_of_its_own_and_no_ending(pair: str, source: str, target: str, term: Term) -> None:
    assert judged(pair, source, target, term) == []


@pytest.mark.parametrize(
    ("pair", "source", "target", "term"),
    [
        ("en>de", "The plant control", "Die Anlagensteuerung", Term("plant", "Anlage")),
        ("en>de", "The bank is closed.", "Die Bankfiliale ist zu.", Term("bank", "Bank")),
        ("en>ko", "the company", "우리회사에서는", Term("company", "회사")),
        ("en>de", "We commissioned it.", "Wir nehmen es in Betrieb.", COMMISSION),
        ("en>de", "We commissioned it.", "Wir haben es in Betrieb genommen.", COMMISSION),
        ("en>de", "Switch the plant off.", "Schalten Sie die Anlage ab.", Term("switch", "abschalten")),
        ("en>de", "It is switched off.", "Sie ist abgeschaltet.", Term("switched", "abschalten")),
    ],
)  # fmt: skip
def test_a_term_in_a_compound_or_apart_is_there(pair: str, source: str, target: str, term: Term) -> None:
    assert judged(pair, source, target, term) == []


def test_a_name_that_stays_as_it_is_keeps_its_capitals() -> None:
    pair = LanguagePair(LanguageTag("en"), LanguageTag("de"))
    found = PLAIN.check("Open Photoshop now.", "Öffne jetzt photoshop.", pair, [PHOTOSHOP])
    assert found == [Finding(Check.GLOSSARY, Severity.ERROR, (5, 14), (12, 21), "Photoshop", "photoshop")]
    assert judged("en>zh", "Open Photoshop.", "打开photoshop文件", PHOTOSHOP) == [
        (Severity.ERROR, "Photoshop", "photoshop")
    ]


@pytest.mark.parametrize(
    ("source", "target", "term"),
    [
        ("Open Photoshop.", "Öffne die Photoshop-Datei.", PHOTOSHOP),
        ("Open Photoshop.", "Öffne Photoshops Datei.", PHOTOSHOP),
        ("Open Photoshop.", "Öffne Photoshop (https://photoshop.example).", PHOTOSHOP),
        ("Open photoshop.", "Öffne photoshop.", PHOTOSHOP),
        ("OPEN PHOTOSHOP AS PHOTOSHOP, Photoshop", "PHOTOSHOP ALS PHOTOSHOP ÖFFNEN", PHOTOSHOP),
        ("Start a daemon.", "Einen Daemon starten.", Term("daemon", do_not_translate=True)),
        ("Now the beta is here.", "Vorabversion: sie ist da.", Term("beta", "vorabversion", case_sensitive=True)),
    ],
)  # fmt: skip
def test_capitals_may_be_as_the_source_has_them_and_words_may_begin_with_one(
    source: str, target: str, term: Term
) -> None:
    assert judged("en>de", source, target, term) == []


def test_a_translation_whose_capitals_matter_and_are_others_is_a_warning() -> None:
    term = Term("hub", "GitHub", case_sensitive=True)
    assert judged("en>de", "It is on the hub.", "Es ist auf Github.", term) == [(Severity.WARNING, "GitHub", "Github")]
