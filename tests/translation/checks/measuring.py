"""Measures the checks by the corpus of pairs: how much of what they say is right, and of what is wrong they say."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from translator.language.detection import Detector
from translator.language.identifier import load_identifier
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.checking import Checker
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.glossary.term import Term

CORPUS = Path(__file__).parents[2] / "corpora" / "checks"

Said = tuple[Check, Severity]


@dataclass(frozen=True)
class CorpusPair:
    """One line of the corpus."""

    id: str
    languages: LanguagePair
    blocks: tuple[tuple[str, str], ...]
    is_together: bool
    expected: frozenset[Said]
    allowed: frozenset[Said]
    terms: tuple[Term, ...] = ()

    def findings(self, checker: Checker) -> Iterator[Finding]:
        """Yield what the checks say of it."""
        for source, target in self.blocks:
            yield from checker.check(source, target, self.languages, self.terms)
        if self.is_together:
            yield from (finding for _, finding in checker.check_together(self.blocks))


@dataclass
class Score:
    """How often a check was right, wrongly said something, and missed something. ``wrong`` are the pairs' ids."""

    right: int = 0
    false: int = 0
    missed: int = 0
    wrong: list[str] = field(default_factory=list)

    @property
    def precision(self) -> float:
        """The share of what was said that is right; 1 if nothing was said."""
        return self.right / said if (said := self.right + self.false) else 1.0

    @property
    def recall(self) -> float:
        """The share of what is wrong that was said; 1 if nothing is."""
        return self.right / there if (there := self.right + self.missed) else 1.0

    def __add__(self, other: "Score") -> "Score":
        return Score(
            self.right + other.right, self.false + other.false, self.missed + other.missed, self.wrong + other.wrong
        )


def read_corpus(folder: Path = CORPUS) -> list[CorpusPair]:
    """Read all pairs."""
    lines = (line for path in sorted(folder.glob("*.jsonl")) for line in path.read_text("utf-8").splitlines())
    return [_pair(json.loads(line)) for line in lines if line.strip()]


def full_checker() -> Checker:
    """Return a checker with all that the app gives it."""
    return Checker(Detector(load_identifier()))


def measure(pairs: Iterable[CorpusPair], checker: Checker) -> dict[Said, Score]:
    """Return how each check did, for errors and for warnings."""
    scores = {(check, severity): Score() for check in Check for severity in Severity}
    for pair in pairs:
        said = {(finding.check, finding.severity) for finding in pair.findings(checker)}
        for one in pair.expected & said:
            scores[one].right += 1
        for one in pair.expected - said:
            scores[one].missed += 1
            scores[one].wrong.append(pair.id)
        for one in said - pair.expected - pair.allowed:
            scores[one].false += 1
            scores[one].wrong.append(pair.id)
    return scores


def overall(scores: dict[Said, Score], severity: Severity) -> Score:
    """Return all checks' scores together."""
    return sum((score for (_, kind), score in scores.items() if kind is severity), Score())


def table(scores: dict[Said, Score]) -> str:
    """Return the scores as a table in Markdown."""
    head = ("check", "severity", "right", "false", "missed", "precision", "recall")
    rows = [
        (check, severity, score.right, score.false, score.missed, f"{score.precision:.3f}", f"{score.recall:.3f}")
        for (check, severity), score in scores.items()
        if score.right or score.false or score.missed
    ]
    return "\n".join(f"| {' | '.join(map(str, row))} |" for row in (head, ("---",) * len(head), *rows))


def _pair(record: dict[str, Any]) -> CorpusPair:
    languages = LanguagePair(*(LanguageTag.parse(record[f"{side}_language"]) for side in ("source", "target")))
    blocks = record.get("blocks") or [[record["source"], record["target"]]]
    return CorpusPair(
        record["id"],
        languages,
        tuple((source, target) for source, target in blocks),
        "blocks" in record,
        _said(record["expected"]),
        _said(record.get("allowed", ())),
        tuple(Term(**{**term, "forbidden": tuple(term.get("forbidden", ()))}) for term in record.get("terms", ())),
    )


def _said(listed: Iterable[dict[str, str]]) -> frozenset[Said]:
    return frozenset((Check(one["check"]), Severity(one["severity"])) for one in listed)
