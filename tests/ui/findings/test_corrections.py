"""Which blocks are asked for again after the source was edited."""

from translator.translation.checks.finding import Check, Finding, Severity
from translator.ui.findings.corrections import corrections_in

WRONG = [Finding(Check.NUMBERS, Severity.ERROR)]


def test_a_block_is_found_where_it_stands_now() -> None:
    assert corrections_in("New.\nOne.\nTwo.", ["One.", "Two."], {1: WRONG}) == {2: WRONG}


def test_a_block_that_is_another_by_now_is_left_out() -> None:
    assert corrections_in("One.\nThree.", ["One.", "Two."], {1: WRONG}) == {}


def test_nothing_wanted_is_nothing_asked() -> None:
    assert corrections_in("One.", ["One."], {}) == {}
