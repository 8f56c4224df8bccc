"""Which terms are found in a text, and where."""

from collections.abc import Sequence
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.language.tag import LanguageTag
from translator.translation.glossary import matching
from translator.translation.glossary.matching import FoundTerm, Matchers, TermMatcher, occurrences
from translator.translation.glossary.term import Term

EN, DE, ZH, JA = LanguageTag("en", region="US"), LanguageTag("de"), LanguageTag("zh", "Hans"), LanguageTag("ja")


def found(text: str, *sources: str, language: LanguageTag | None = EN) -> list[str]:
    matcher = TermMatcher([Term(source) for source in sources], language)
    return [text[slice(*each.span)] for each in matcher.found_in(text)]


def test_each_occurrence_is_told_in_order_with_its_place() -> None:
    works, plant = Term("works"), Term("plant")
    matcher = TermMatcher([works, plant], EN)
    assert matcher.found_in("Plants and works, plant") == [
        FoundTerm(plant, (0, 6)),
        FoundTerm(works, (11, 16)),
        FoundTerm(plant, (18, 23)),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "(plant)",
        "plant.",
        "“plant”",
        "plant-based",
        "non-plant",
        "plant's",
        "l’plant",
        "plant/works",
        "plant\tx",
        "…plant",
    ],
)
def test_signs_are_boundaries_of_words(text: str) -> None:
    assert found(text, "plant") == ["plant"]


@pytest.mark.parametrize("text", ["implant", "plantation", "my_plant", "plant2", "eplants", ""])
def test_a_part_of_a_word_is_no_term(text: str) -> None:
    assert found(text, "plant") == []


@pytest.mark.parametrize("text", ["know-how", "know how", "KNOW‑HOW", "know  \n how", "Know – how"])
def test_blanks_and_hyphens_stand_for_each_other_within_a_term(text: str) -> None:
    assert found(text, "know-how") == [text]


def test_within_a_term_are_no_other_signs() -> None:
    assert found("know, how; know (how)", "know-how") == []
    assert found("plant", "plant manager") == []
    assert found("plant worker", "plant manager") == []


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ("C++", "C++ and C", ["C++"]),
        (".NET", "the .NET, a net", [".NET"]),
        ("R&D", "R&D, R & D", ["R&D", "R & D"]),
        ("don't", "don’t", ["don’t"]),
        ("e.g.", "e.g. this", ["e.g"]),
        ("Yahoo!", "Yahoo", ["Yahoo"]),
        ("€", "5 €", ["€"]),
        ("->", "a -> b", ["->"]),
    ],
)
def test_signs_in_a_term_belong_to_it(source: str, text: str, expected: list[str]) -> None:
    assert found(text, source) == expected


def test_case_matters_where_the_term_says_so() -> None:
    apt = Term("Apt", case_sensitive=True)
    texts = "apt Apt APT Apts apts"
    matcher = TermMatcher([apt, Term("IT", case_sensitive=True)], EN)
    assert [texts[slice(*each.span)] for each in matcher.found_in(texts)] == ["Apt", "Apts"]
    more = "it is IT, ITs, its"
    assert [more[slice(*each.span)] for each in matcher.found_in(more)] == ["IT", "ITs"]
    assert occurrences("工厂API", "工厂api 工厂API", ZH, case_sensitive=True) == [(6, 11)]


def test_the_longest_of_terms_that_overlap_counts() -> None:
    assert found("the plant manager of a plant", "plant", "plant manager", "manager") == ["plant manager", "plant"]
    assert found("a b c", "a b", "b c") == ["a b"]


def test_several_terms_of_the_same_words_are_all_told() -> None:
    terms = [Term("plant", "Anlage"), Term("plant", "Pflanze"), Term("Plant", "Werk")]
    text = "the plant"
    assert [each.term for each in TermMatcher(terms, EN).found_in(text)] == terms


@pytest.mark.parametrize(
    ("language", "source", "text", "expected"),
    [
        ("en", "the invoice", "Invoices: an invoice, the invoice, your invoice", 4),
        ("de", "die Rechnung", "Rechnungen, eine Rechnung, mit der Rechnung, die Rechnung", 4),
        ("de", "das Haus", "in den Häusern", 1),
        ("fr", "la facture", "des factures, une facture", 2),
        ("fr", "l'entreprise", "d’entreprise, cette entreprise", 2),
        ("es", "el acta de la reunión", "un acta de la reunión", 1),
        ("it", "l'impresa", "delle imprese", 1),
        ("en", "the plant manager", "a plant manager", 1),
    ],
)
def test_a_term_is_there_with_another_article_or_none(language: str, source: str, text: str, expected: int) -> None:
    assert len(found(text, source, language=LanguageTag(language))) == expected


def test_the_article_of_a_term_belongs_to_it_where_it_is_there() -> None:
    assert found("the plant, a plant, l'the, plant", "the plant") == ["the plant", "plant", "plant"]
    assert found("the plant, a plant", "the plant", "a plant", "plant") == ["the plant", "a plant"]
    assert found("L’ENTREPRISE", "l'entreprise", language=LanguageTag("fr")) == ["L’ENTREPRISE"]
    assert found("the .NET, .NET", "the .NET") == ["the .NET", ".NET"]


def test_a_noun_that_has_an_article_is_no_verb() -> None:
    assert found("invoicing, invoiced, invoices", "the invoice") == ["invoices"]


def test_scripts_without_blanks_are_searched_letter_by_letter() -> None:
    assert found("这个工厂的API接口。工厂", "工厂", "API", language=ZH) == ["工厂", "API", "工厂"]
    assert found("機械翻訳を翻訳する", "機械翻訳", "翻訳", language=JA) == ["機械翻訳", "翻訳"]
    assert found("的工", "工", language=ZH) == ["工"]
    assert found("API钥匙 APIX钥匙 XAPI钥匙", "API钥匙", language=ZH) == ["API钥匙"]
    assert found("ทำสัญญาใหม่", "สัญญา", language=LanguageTag("th")) == ["สัญญา"]


def test_what_changes_its_length_in_small_letters_does_not_move_the_places() -> None:
    assert found("İ工厂İ", "工厂", language=ZH) == ["工厂"]


def test_accents_count_however_they_are_encoded() -> None:
    assert found("un cafe\u0301 noir", "café") == ["cafe\u0301"]
    assert found("Ver\u00adtrag", "Vertrag", language=DE) == ["Ver\u00adtrag"]
    assert found("ＡＰＩ", "api") == ["ＡＰＩ"]


def test_where_the_language_is_not_known_short_endings_are_let_pass() -> None:
    assert found("Anlagen, cats, plants", "Anlage", "plant", "cat", language=None) == ["Anlagen", "plants"]


@pytest.mark.parametrize("source", ["", " ", "\n"])
def test_a_term_that_is_nothing_is_nowhere(source: str) -> None:
    assert found("a b \n c", source) == []
    assert occurrences(source, "a b", ZH) == []


def test_words_are_remembered_but_not_without_end(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(matching, "_MOST_REMEMBERED", 2)
    assert found("one plant two plants three plant", "plant") == ["plant", "plants", "plant"]


def test_the_last_matcher_is_kept_as_long_as_the_terms_are_the_very_same() -> None:
    matchers, terms = Matchers(), (Term("plant"),)
    first = matchers.matcher_for(terms, EN)
    assert matchers.matcher_for(terms, EN) is first
    assert matchers.matcher_for(terms, None) is not first
    second = matchers.matcher_for((Term("works"),), EN)
    assert [each.term.source for each in second.found_in("plant works")] == ["works"]


WORDS = st.text(alphabet="abcdeéöñсдж中国한글عربกข '-+.\u0301", min_size=1, max_size=8)
TAGS = st.sampled_from([EN, DE, ZH, LanguageTag("ar"), LanguageTag("tr"), LanguageTag("ru"), LanguageTag("lv")])


@given(st.lists(WORDS, max_size=6), st.lists(WORDS, max_size=12), TAGS)
def test_any_texts_are_searched_and_places_do_not_overlap(
    sources: Sequence[str], words: Sequence[str], tag: LanguageTag
) -> None:
    text = " ".join(words)
    spans = {each.span for each in TermMatcher([Term(source) for source in sources], tag).found_in(text)}
    ordered = sorted(spans)
    assert all(0 <= start < end <= len(text) for start, end in ordered)
    assert all(one[1] <= other[0] for one, other in pairwise(ordered))


@given(st.text(alphabet="abcdeéöñсджعر", min_size=1, max_size=8), TAGS)
def test_a_word_is_always_found_as_it_is(word: str, tag: LanguageTag) -> None:
    assert occurrences(word, f"x {word}, y", tag) == [(2, 2 + len(word))]
