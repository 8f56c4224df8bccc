"""What the memory learns from the user."""

from datetime import UTC, datetime

from translator.language.tag import LanguagePair, LanguageTag
from translator.text.alignment.align import Link
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.memory.learning import units_of
from translator.translation.memory.unit import UnitOrigin
from translator.translation.request import BlockOrigin, FinishedBlock

NOW = datetime(2026, 11, 23, tzinfo=UTC)
LANGUAGES = LanguagePair(LanguageTag.parse("de"), LanguageTag.parse("en"))
WRONG = Finding(Check.NUMBERS, Severity.ERROR)
DOUBTFUL = Finding(Check.LENGTH, Severity.WARNING)


def learned(*blocks: FinishedBlock, origin: UnitOrigin = UnitOrigin.ACCEPTED) -> list[tuple[str, str]]:
    return [(unit.source, unit.target) for unit in units_of(blocks, LANGUAGES, origin, NOW)]


def test_a_block_is_a_unit_with_its_languages_and_its_origin():
    [unit] = units_of([FinishedBlock(0, "Hallo", "Hello")], LANGUAGES, UnitOrigin.EDITED, NOW)
    assert (unit.source, unit.target, unit.origin, unit.changed) == ("Hallo", "Hello", UnitOrigin.EDITED, NOW)
    assert (unit.source_language, unit.target_language) == (LANGUAGES.source, LANGUAGES.target)


def test_the_sentences_of_a_block_are_units_as_well():
    block = FinishedBlock(0, "Ja. Nein.", "Yes. No.", links=(Link((0, 3), (0, 4)), Link((4, 9), (5, 8))))
    assert learned(block) == [("Ja. Nein.", "Yes. No."), ("Ja.", "Yes."), ("Nein.", "No.")]


def test_a_block_of_one_sentence_is_one_unit():
    assert learned(FinishedBlock(0, "Ja.", "Yes.", links=(Link((0, 3), (0, 4)),))) == [("Ja.", "Yes.")]


def test_what_is_surely_wrong_is_learned_only_from_the_users_own_hand():
    wrong = FinishedBlock(0, "12", "21", findings=(DOUBTFUL, WRONG))
    assert learned(wrong) == []
    assert learned(wrong, origin=UnitOrigin.EDITED) == [("12", "21")]
    assert learned(FinishedBlock(0, "Ja", "Yes", findings=(DOUBTFUL,))) == [("Ja", "Yes")]


def test_nothing_is_learned_from_what_was_left_as_it_was_or_is_empty():
    assert learned(FinishedBlock(0, "%s", "%s", BlockOrigin.UNCHANGED), FinishedBlock(1, "Ja", " ")) == []


def test_without_a_source_language_nothing_is_learned():
    unknown = LanguagePair(None, LANGUAGES.target)
    assert not list(units_of([FinishedBlock(0, "Ja", "Yes")], unknown, UnitOrigin.EDITED, NOW))
