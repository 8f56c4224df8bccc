"""The rows of the picker, as Qt's own rules for models and as a person's for finding want them."""

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtTest import QAbstractItemModelTester

from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.ui.languages.model import ROW_ROLE, LanguageModel, Row

CATALOGUE = make_catalogue("en")
DE, FR = LanguageTag("de"), LanguageTag("fr")


def model(*recent: LanguageTag, current: LanguageTag | None = None, with_detect: bool = False) -> LanguageModel:
    return LanguageModel(CATALOGUE, recent, current, with_detect=with_detect)


def rows(of: QAbstractItemModel) -> list[Row]:
    return [of.index(place, 0).data(ROW_ROLE) for place in range(of.rowCount())]


def tags(of: LanguageModel) -> list[str]:
    return [str(row.language.tag) for row in rows(of) if row.language]


def test_it_keeps_to_the_rules_for_models() -> None:
    of = model(DE, current=FR, with_detect=True)
    tester = QAbstractItemModelTester(of, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for text in ("ger", "no such language", "", "zh"):
        of.filter(text)

    assert tester.model() is of


def test_all_languages_follow_the_recent_ones() -> None:
    shown = rows(model(FR, DE, current=DE, with_detect=True))

    assert [row.title for row in shown[:4]] == ["Detect language", "Recent", "Français", "Deutsch"]
    assert shown[4].title == "All languages"
    assert len(shown) == 5 + len(CATALOGUE.languages)
    assert [row.is_current for row in shown[:4]] == [False, False, False, True]


def test_without_recent_ones_there_is_no_heading_for_them() -> None:
    assert [row.title for row in rows(model())[:1]] == ["All languages"]


def test_a_recent_language_that_is_no_longer_offered_is_left_out() -> None:
    assert rows(model(LanguageTag("qqq")))[0].title == "All languages"


@pytest.mark.parametrize("typed", ["german", "Deutsch", "de", "GERM", "  german "])
def test_a_language_is_found_by_name_by_its_own_name_and_by_tag(typed: str) -> None:
    of = model(FR, with_detect=True)
    of.filter(typed)

    assert tags(of)[0] == "de"
    assert not any(row.is_heading for row in rows(of))


@pytest.mark.parametrize(
    ("typed", "tag"), [("日本", "ja"), ("русский", "ru"), ("zh-TW", "zh-Hant"), ("pt-br", "pt-BR")]
)
def test_other_scripts_and_variants_are_found(typed: str, tag: str) -> None:
    of = model()
    of.filter(typed)

    assert tags(of)[0] == tag


def test_what_matches_nothing_leaves_no_row_to_choose() -> None:
    of = model()
    of.filter("no such language")

    assert of.rowCount() == 0
    assert not of.first_choice().isValid()


def test_one_starts_from_the_current_language_or_else_from_the_first_to_choose() -> None:
    assert model(current=DE).first_choice().data(ROW_ROLE).language.tag == DE
    assert model(with_detect=True).first_choice().row() == 0
    assert model(FR).first_choice().row() == 1


def test_a_row_is_read_out_with_both_names() -> None:
    of = model(DE)

    assert of.index(1).data() == "Deutsch, German"
    of.filter("en-US")
    assert of.index(0).data() == "English (US)"


def test_headings_cannot_be_chosen() -> None:
    of = model(DE)

    assert of.flags(of.index(0)) == Qt.ItemFlag.NoItemFlags
    assert of.flags(of.index(1)) & Qt.ItemFlag.ItemIsSelectable
