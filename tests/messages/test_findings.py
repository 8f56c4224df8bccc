import pytest

from translator.messages.findings import explain_finding
from translator.translation.checks.finding import Check, Finding, Severity


def of(check: Check, expected: str = "", found: str = "") -> str:
    return explain_finding(Finding(check, Severity.ERROR, expected=expected, found=found))


@pytest.mark.parametrize("check", Check)
@pytest.mark.parametrize(("expected", "found"), [("", ""), ("one", ""), ("", "other"), ("one", "other")])
def test_every_finding_has_one_sentence_whatever_it_quotes(check, expected, found):
    sentence = of(check, expected, found)
    assert sentence
    assert "{" not in sentence
    assert sentence[0].isupper()


def test_it_says_what_was_expected_and_what_is_there():
    assert of(Check.NUMBERS, "1,234", "1,243") == "The number 1,234 has become 1,243."
    assert of(Check.PLACEHOLDERS, "%s") == "The placeholder %s is missing."
    assert of(Check.GLOSSARY, found="plant") == "The glossary forbids plant."


def test_a_long_quotation_is_cut():
    assert len(of(Check.UNTRANSLATED, found="word " * 100)) < 120


def test_what_would_turn_the_line_round_does_no_harm():
    assert "\u202e" not in of(Check.LEAK, found="\u202eabc")
