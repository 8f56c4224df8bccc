"""Articles before terms are known for what they are, and left where they may be part of a name."""

import pytest

from translator.language.tag import LanguageTag
from translator.translation.glossary.articles import article_of, without_article
from translator.translation.glossary.term import Term


@pytest.mark.parametrize(
    ("language", "wanted", "bare"),
    [
        ("de", "ein Unternehmen", "Unternehmen"),
        ("de", "sich die Zähne putzen", "Zähne putzen"),
        ("de", "in Betrieb nehmen", "in Betrieb nehmen"),
        ("en", "to commission", "commission"),
        ("en", "to-do list", "to-do list"),
        ("en", "The", "The"),
        ("it", "l’impresa", "impresa"),
        ("ru", "a", "a"),
        ("", "the plant", "the plant"),
    ],
)
def test_what_is_only_said_before_a_term_is_left_out(language: str, wanted: str, bare: str) -> None:
    assert without_article(wanted, LanguageTag(language) if language else None) == bare


@pytest.mark.parametrize(
    ("language", "source", "article"),
    [
        ("en", "the invoice", "the "),
        ("en", "The invoice", "The "),
        ("en", "the API key", "the "),
        ("de", "die  Rechnung", "die  "),
        ("fr", "l’entreprise", "l’"),
        ("fr", "la TVA", "la "),
        ("pt", "a fatura", "a "),
        ("pt", "o prazo", "o "),
        ("el", "η πόλη", "η "),
        ("hu", "a számla", "a "),
    ],
)
def test_a_term_may_begin_with_an_article(language: str, source: str, article: str) -> None:
    assert article_of(Term(source), language) == article


@pytest.mark.parametrize(
    ("language", "source"),
    [
        ("en", "The Times"),
        ("en", "THE TIMES"),
        ("en", "a"),
        ("en", "to book"),
        ("en", "theory"),
        ("de", "Die Zeit"),
        ("de", "der-die-das"),
        ("fr", "la Défense"),
        ("fr", "la une"),
        ("pt", "a prazo"),
        ("ru", "the invoice"),
        ("", "the invoice"),
    ],
)
def test_what_may_be_part_of_a_name_or_means_something_of_its_own_is_no_article(language: str, source: str) -> None:
    assert article_of(Term(source), language) == ""


def test_what_is_a_name_or_has_to_stay_as_it_is_has_no_article() -> None:
    assert article_of(Term("the cloud", part_of_speech="properNoun"), "en") == ""
    assert article_of(Term("the cloud", do_not_translate=True), "en") == ""
