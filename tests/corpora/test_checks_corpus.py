"""The corpus by which the checks are measured is whole: it can be read, and each check has enough to be measured by."""

import json
from collections import Counter
from pathlib import Path

import pytest

from translator.language.tag import LanguageTag
from translator.translation.checks.finding import Check, Severity

FOLDER = Path(__file__).parent / "checks"
FILES = sorted(FOLDER.glob("*.jsonl"))
LEAST_PAIRS = 300
LEAST_LANGUAGE_PAIRS = 10
LEAST_GOOD = 0.45
LEAST_ERRORS = 12
LEAST_WARNINGS = 8
WARNINGS_ONLY = {Check.LENGTH, Check.QUOTES, Check.CONSISTENCY}
KEYS = {"id", "source_language", "target_language", "expected", "terms", "allowed", "note"}
TERM_KEYS = {"source", "target", "forbidden", "case_sensitive", "do_not_translate"}


def read(file: Path) -> list[dict]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


PAIRS = [pair for file in FILES for pair in read(file)]


def findings(kind: str) -> list[tuple[Check, Severity]]:
    return [(Check(one["check"]), Severity(one["severity"])) for pair in PAIRS for one in pair.get(kind, [])]


def test_there_are_enough_pairs_in_enough_languages():
    assert len(PAIRS) >= LEAST_PAIRS
    assert len({(pair["source_language"], pair["target_language"]) for pair in PAIRS}) >= LEAST_LANGUAGE_PAIRS


def test_about_half_of_the_pairs_are_good():
    good = sum(not pair["expected"] for pair in PAIRS)
    assert good / len(PAIRS) >= LEAST_GOOD


def test_no_id_and_no_text_comes_twice():
    assert [name for name, times in Counter(pair["id"] for pair in PAIRS).items() if times > 1] == []
    texts = Counter(json.dumps([pair.get("blocks"), pair.get("source"), pair.get("target")]) for pair in PAIRS)
    assert [text for text, times in texts.items() if times > 1] == []


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_file_holds_one_language_pair_numbered_without_a_gap(file):
    for number, pair in enumerate(read(file), start=1):
        assert f"{pair['source_language']}-{pair['target_language']}" == file.stem
        assert pair["id"] == f"{file.stem}-{number:03}"
        for key in ("source_language", "target_language"):
            assert LanguageTag.parse(pair[key])


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_a_pair_has_what_the_format_says(file):
    for pair in read(file):
        contents = {"blocks"} if "blocks" in pair else {"source", "target"}
        assert contents <= set(pair) <= contents | KEYS, pair["id"]
        blocks = pair.get("blocks", [[pair.get("source"), pair.get("target")]])
        assert all(isinstance(text, str) and text.strip() for block in blocks for text in block), pair["id"]
        for term in pair.get("terms", []):
            assert set(term) == TERM_KEYS, pair["id"]
            assert term["source"], pair["id"]
            assert term["target"], pair["id"]


def test_no_finding_is_both_expected_and_allowed():
    for pair in PAIRS:
        expected = [(one["check"], one["severity"]) for one in pair["expected"]]
        assert len(expected) == len(set(expected)), pair["id"]
        assert set(expected).isdisjoint((one["check"], one["severity"]) for one in pair.get("allowed", [])), pair["id"]


def test_consistency_is_measured_on_segments_that_come_again():
    wanted = {"check": "consistency", "severity": "warning"}
    for pair in PAIRS:
        if wanted in pair["expected"]:
            targets = {
                source: {target for again, target in pair["blocks"] if again == source} for source, _ in pair["blocks"]
            }
            assert max(map(len, targets.values())) > 1, pair["id"]


def test_every_finding_is_one_that_a_check_can_make():
    for check, severity in findings("expected") + findings("allowed"):
        assert severity is Severity.WARNING or check not in WARNINGS_ONLY


@pytest.mark.parametrize("check", Check)
def test_each_check_has_enough_broken_pairs_in_several_languages(check):
    severity, least = (Severity.WARNING, LEAST_WARNINGS) if check in WARNINGS_ONLY else (Severity.ERROR, LEAST_ERRORS)
    wanted = {"check": check.value, "severity": severity.value}
    broken = [pair for pair in PAIRS if wanted in pair["expected"]]
    assert len(broken) >= least
    assert len({(pair["source_language"], pair["target_language"]) for pair in broken}) >= 5
