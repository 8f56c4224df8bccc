"""What a translation does with the terms that occur in its source."""

import pytest

from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.glossary.respecting import Fault, Violation, violations
from translator.translation.glossary.term import Term

ANLAGE = Term("Anlage", "plant", forbidden=("facility", "annex"))
PHOTOSHOP = Term("Photoshop", do_not_translate=True)


def judge(pair: str, source: str, target: str, *terms: Term) -> list[tuple[Fault, str, str]]:
    one, other = (LanguageTag.parse(tag) if tag else None for tag in pair.split(">"))
    assert other is not None
    found = violations(terms, source, target, LanguagePair(one, other))
    return [(each.fault, each.expected, each.found) for each in found]


@pytest.mark.parametrize(
    ("pair", "source", "target", "term"),
    [
        ("de>en", "Die Anlagen laufen.", "The plants are running.", ANLAGE),
        ("de>en", "Kein Wort davon.", "Not a facility in it.", ANLAGE),
        (">en", "Die Anlage läuft.", "The plant is running.", ANLAGE),
        ("en>de", "plant control", "die Anlagensteuerung", Term("plant", "Anlage")),
        ("en>de", "We commissioned it.", "Wir nehmen es in Betrieb.", Term("commission", "in Betrieb nehmen")),
        ("en>de", "the company", "das Unternehmen", Term("company", "ein Unternehmen")),
        ("en>fr", "new machines", "des machines neuves", Term("new", "neuf")),
        ("en>ru", "the contracts", "по договорам", Term("contract", "договор")),
        ("en>ja", "translates", "これを翻訳します", Term("translate", "翻訳する")),
        ("en>ja", "see", "見る", Term("see", "見る")),
        ("en>ja", "here", "これは", Term("here", "これ")),
        ("en>zh", "the API keys", "这个API密钥很长", Term("API key", "API 密钥")),
        ("en>ko", "the company", "우리회사에서는", Term("company", "회사")),
        ("en>de", "5 euros", "5€", Term("euros", "€")),
        ("en>de", "Euros", "5 € *", Term("euros", "€ *")),
        ("en>de", "an oh", "ei", Term("oh", "ei")),
        ("en>de", "customers", "Kunden", Term("customer", "Kunde", case_sensitive=True)),
        ("en>en", "beta", "Release candidate", Term("beta", "release candidate", case_sensitive=True)),
        ("en>de", "Open Photoshop.", "Öffne die Photoshop-Datei.", PHOTOSHOP),
        ("en>fi", "Open Photoshop.", "Avaa Photoshopin.", PHOTOSHOP),
        ("en>zh", "Open photoshop.", "打开photoshop文件", PHOTOSHOP),
        ("en>de", "a thing", "nichts", Term("thing")),
    ],
)
def test_a_term_in_any_form_is_respected(pair: str, source: str, target: str, term: Term) -> None:
    assert judge(pair, source, target, term) == []


@pytest.mark.parametrize(
    ("pair", "source", "target", "term", "expected"),
    [
        ("de>en", "Die Anlagen laufen.", "They are running.", ANLAGE, "plant"),
        ("de>en", "Die Anlage läuft.", "The planet is running.", ANLAGE, "plant"),
        ("en>de", "plant control", "die Steuerung", Term("plant", "Anlage"), "Anlage"),
        ("en>en", "manager", "plant", Term("manager", "plant manager"), "plant manager"),
        ("en>zh", "the key", "这个钥匙", Term("key", "密钥"), "密钥"),
        ("en>ja", "translates", "これを通訳します", Term("translate", "翻訳する"), "翻訳する"),
        ("en>de", "euros", "Euro", Term("euros", "€"), "€"),
        ("en>de", "Open Photoshop.", "Öffne den Fotoladen.", PHOTOSHOP, "Photoshop"),
        ("en>de", "an oh", "Reise", Term("oh", "ei"), "ei"),
        ("en>ko", "the company", "그 기업에서", Term("company", "회사"), "회사"),
        ("en>de", "plant", "", Term("plant", "Anlage"), "Anlage"),
    ],
)
def test_a_term_that_is_nowhere_is_missing(pair: str, source: str, target: str, term: Term, expected: str) -> None:
    assert judge(pair, source, target, term) == [(Fault.MISSING, expected, "")]


def test_case_is_kept_where_it_matters() -> None:
    assert judge("en>de", "Open Photoshop.", "Öffne photoshop.", PHOTOSHOP) == [(Fault.CASE, "Photoshop", "photoshop")]
    hub = Term("hub", "GitHub", case_sensitive=True)
    assert judge("en>de", "the hub", "auf Github", hub) == [(Fault.CASE, "GitHub", "Github")]


def test_what_is_forbidden_is_told_with_its_place_and_what_should_be_there() -> None:
    source, target = "Die Anlage läuft.", "The facilities are running."
    pair = LanguagePair(LanguageTag("de"), LanguageTag("en"))
    assert violations([ANLAGE], source, target, pair) == [
        Violation(ANLAGE, Fault.FORBIDDEN, (4, 10), "plant", (4, 14), "facilities")
    ]


def test_each_forbidden_word_is_told_even_beside_the_wanted_one() -> None:
    target = "The plant is a facility, an annex."
    found = judge("de>en", "Die Anlage läuft.", target, ANLAGE)
    assert found == [(Fault.FORBIDDEN, "plant", "facility"), (Fault.FORBIDDEN, "plant", "annex")]


def test_a_forbidden_word_within_the_wanted_ones_is_none() -> None:
    term = Term("Anlage", "production facility", forbidden=("facility",))
    assert judge("de>en", "Die Anlage läuft.", "The production facility runs.", term) == []
    assert judge("de>en", "Die Anlage läuft.", "The facility runs.", term) == [
        (Fault.FORBIDDEN, "production facility", "facility")
    ]


def test_what_another_term_of_the_text_asks_for_is_not_forbidden() -> None:
    other = Term("Einrichtung", "facility")
    assert judge("de>en", "Anlage und Einrichtung", "plant and facility", ANLAGE, other) == []
    assert judge("de>en", "Nur die Anlage", "Only the facility", ANLAGE, other) != []


def test_a_forbidden_word_is_none_as_a_part_of_a_compound() -> None:
    term = Term("plant", "Anlage", forbidden=("Werk",))
    assert judge("en>de", "the plant", "die Anlage am Kraftwerk", term) == []
    assert judge("en>de", "the plant", "die Anlage, das Werk", term) == [(Fault.FORBIDDEN, "Anlage", "Werk")]


def test_of_terms_with_the_same_source_one_is_enough() -> None:
    annex = Term("Anlage", "annex")
    assert judge("de>en", "Die Anlage hängt an.", "See the annex.", Term("Anlage", "plant"), annex) == []
    assert judge("de>en", "Die Anlage.", "The thing.", Term("Anlage", "plant"), annex) == [(Fault.MISSING, "plant", "")]


def test_a_term_is_judged_once_however_often_it_occurs() -> None:
    assert judge("de>en", "Anlage, Anlagen, Anlage", "one, two", ANLAGE) == [(Fault.MISSING, "plant", "")]


@pytest.mark.parametrize("kept", ["https://example.org/rooms", "`room --help`", "{room}"])
def test_what_comes_back_as_it_is_is_not_judged(kept: str) -> None:
    term = Term("room", "Kabine", forbidden=("room",))
    assert judge("en>de", f"See {kept}", f"Siehe {kept}", term) == []
    assert judge("en>de", f"{kept}: the room", f"{kept}: die Kabine", term) == []
    assert judge("en>de", f"{kept}: the room", f"{kept}: die Kammer", term) == [(Fault.MISSING, "Kabine", "")]
