"""A check that fails is logged by its name alone, and the other checks go on."""

from collections.abc import Callable

import pytest

from tests.translation.checks.looking import findings, said
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks import checking
from translator.translation.checks.checking import Checker
from translator.translation.checks.guard import Guard

SOURCE = "Write to a@b.example by 5 May 2024: <b>{name}</b>, `code` and 12 files (three) are “here”."
TARGET = "Schreiben Sie bis zum 6. Mai 2024: {nome}, und 13 Dateien sind hier „."
ALL = Checker()
OF_ONE = {
    "find_code": "code", "find_addresses": "links", "find_tags": "tags", "find_placeholders": "placeholders",
    "find_leaks": "leak", "compare_dates": "dates", "check_numbers": "numbers", "check_terms": "terms",
    "check_leak": "leak", "check_untranslated": "untranslated", "check_language": "language",
    "check_consistency": "consistency",
}  # fmt: skip


def failing(*_args: object) -> object:
    raise IndexError(f"in {SOURCE}")


@pytest.fixture
def break_check(monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]) -> Callable[[str], None]:
    """Make a check fail, or what finds pieces for it; the log has to tell of it, and of no text."""

    def break_it(name: str) -> None:
        alone = checking._ALONE
        if name in alone:
            monkeypatch.setattr(checking, "_ALONE", {**alone, name: failing})
        else:
            monkeypatch.setattr(checking, name, failing)
        expected_log(f"The check {OF_ONE.get(name, name)} failed: IndexError$")

    return break_it


@pytest.mark.parametrize("name", sorted({*checking._ALONE, *OF_ONE} - {"check_consistency"}))
def test_the_others_go_on(name: str, break_check: Callable[[str], None]) -> None:
    whole = findings("en>de", SOURCE, TARGET, by=ALL)
    break_check(name)
    broken = OF_ONE.get(name, name)
    without = {broken} | ({"numbers"} if broken == "dates" else set())
    left = findings("en>de", SOURCE, TARGET, by=Checker())
    assert [each.check for each in left if each.check not in without] == [
        each.check for each in whole if each.check not in without
    ]
    assert not without & {each.check for each in left}


def test_figures_of_dates_that_cannot_be_compared_are_no_wrong_numbers(break_check: Callable[[str], None]) -> None:
    break_check("compare_dates")
    assert said("en>de", "On 5/6/2024 at noon.", "Am 6. Mai 2024 mittags.", by=Checker()) == []


def test_a_fault_in_a_text_alone_does_not_make_pieces_of_the_other_seem_lost(
    monkeypatch: pytest.MonkeyPatch, expected_log: Callable[[str], None]
) -> None:
    find_tags = checking.find_tags
    monkeypatch.setattr(checking, "find_tags", lambda text: failing() if "fett" in text else find_tags(text))
    expected_log("The check tags failed: IndexError$")
    assert said("en>de", "This is <b>bold</b> text.", "Das ist <b>fetter</b> Text.", by=Checker()) == []


def test_a_source_whose_language_cannot_be_told_is_checked_nevertheless(expected_log: Callable[[str], None]) -> None:
    class _Faulty:
        def detect(self, text: str) -> object:
            raise ValueError(text)

    expected_log("The check detection failed: ValueError$")
    expected_log("The check language failed: ValueError$")
    found = Checker(_Faulty()).check("12 Dateien liegen hier", "21 files are here", LanguagePair(None, english()))
    assert [(each.check, each.found) for each in found] == [("numbers", "21")]


def test_a_fault_where_all_blocks_are_seen_finds_nothing(break_check: Callable[[str], None]) -> None:
    repeated = [("eins zwei", "one two"), ("eins zwei", "two one")]
    assert len(Checker().check_together(repeated)) == 1
    break_check("check_consistency")
    assert Checker().check_together(repeated) == []


def test_a_fault_is_told_once_for_each_check(
    expected_log: Callable[[str], None], caplog: pytest.LogCaptureFixture
) -> None:
    expected_log("The check dates failed: KeyError$")
    expected_log("The check tags failed: ZeroDivisionError$")
    guard = Guard()
    for _ in range(3):
        assert guard.call("dates", lambda: {}["secret"], "nothing") == "nothing"
        assert guard.call("tags", lambda: str(1 // 0), "nothing") == "nothing"
    assert guard.call("dates", lambda: "found", "nothing") == "found"
    assert [record.exc_info for record in caplog.records] == [None, None]
    assert "secret" not in caplog.text


def english() -> LanguageTag:
    return LanguageTag.parse("en")
