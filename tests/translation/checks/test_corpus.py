"""Measured by the corpus, the checks find what is wrong, and nothing else."""

import pytest

from tests.translation.checks.looking import checker
from tests.translation.checks.measuring import CorpusPair, Said, Score, measure, overall, read_corpus, table
from translator.translation.checks.finding import Check, Severity

AIM = 0.95


@pytest.fixture(scope="module")
def pairs() -> list[CorpusPair]:
    return read_corpus()


@pytest.fixture(scope="module")
def scores(pairs: list[CorpusPair]) -> dict[Said, Score]:
    return measure(pairs, checker())


def test_the_corpus_is_large_enough_to_measure_by(pairs) -> None:
    assert len(pairs) >= 300
    assert len({(pair.languages.source, pair.languages.target) for pair in pairs}) >= 10
    assert sum(not pair.expected for pair in pairs) >= 100


@pytest.mark.parametrize("check", Check)
def test_errors_of_each_check_are_right_and_complete(scores, check) -> None:
    score = scores[check, Severity.ERROR]
    assert score.precision >= AIM, score.wrong
    assert score.recall >= AIM, score.wrong


@pytest.mark.parametrize("severity", Severity)
def test_findings_of_all_checks_are_right_and_complete(scores, severity) -> None:
    score = overall(scores, severity)
    assert score.precision >= AIM, score.wrong
    assert score.recall >= AIM, score.wrong


def test_every_check_is_measured(scores) -> None:
    assert {check for (check, _), score in scores.items() if score.right} == set(Check)


def test_the_scores_can_be_read_as_a_table() -> None:
    lines = table(
        {(Check.NUMBERS, Severity.ERROR): Score(19, 1, 1), (Check.DATES, Severity.ERROR): Score()}
    ).splitlines()
    assert lines[2:] == ["| numbers | error | 19 | 1 | 1 | 0.950 | 0.950 |"]


def test_nothing_said_and_nothing_wrong_is_perfect() -> None:
    assert (Score().precision, Score().recall) == (1, 1)
