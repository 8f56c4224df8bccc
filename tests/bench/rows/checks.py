"""What the checks find in the corpus of pairs, and how long they take."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row

if TYPE_CHECKING:
    from tests.bench.bench import Bench

_SHARE = 5
"""Percent of what is said that may be wrong, and of what is wrong that may not be said."""
_BLOCK_MS = 1
_CHARACTERS = 400

_SOURCE = (
    "The committee met on Tuesday to discuss the proposal for the new library. After two hours it decided to wait until"
    " all 12 members had read the report (about 80 pages). The mayor, who had asked for a quick answer, said that she"
    " was “not surprised”. The next meeting is on 5 May at 5 pm; until then the plans can be seen in the town hall, on"
    " the second floor, from Monday to Friday."
)
_TARGET = (
    "Der Ausschuss beriet am Dienstag über den Vorschlag für die neue Bibliothek. Nach zwei Stunden beschloss er zu"
    " warten, bis alle 12 Mitglieder den Bericht (etwa 80 Seiten) gelesen haben. Die Bürgermeisterin, die um eine"
    " schnelle Antwort gebeten hatte, sagte, sie sei „nicht überrascht“. Die nächste Sitzung ist am 5. Mai um 17 Uhr;"
    " bis dahin liegen die Pläne im zweiten Stock des Rathauses aus, montags bis freitags."
)


def measure(bench: Bench) -> list[Figure]:
    """Run the checks over the corpus, and over one block again and again."""
    from tests.translation.checks.measuring import full_checker, overall, read_corpus
    from tests.translation.checks.measuring import measure as measure_pairs
    from translator.translation.checks.finding import Check, Severity

    scores = measure_pairs(read_corpus(), full_checker())
    figures = []
    for check in Check:
        # What is never an error is measured by its warnings.
        error, warning = (scores[check, severity] for severity in (Severity.ERROR, Severity.WARNING))
        name, score = (f"{check}, errors", error) if error.right else (f"{check}, warnings", warning)
        figures += _shares(bench, name, score.precision, score.recall)
    for severity in Severity:
        score = overall(scores, severity)
        figures += _shares(bench, f"all {severity}s", score.precision, score.recall)
    return [*figures, _time(bench)]


def _shares(bench: Bench, name: str, precision: float, recall: float) -> list[Figure]:
    rounds = bench.scale.rounds
    return [
        Figure(f"checks: {name} that are false", "%", [100 * (1 - precision)] * rounds, _SHARE),
        Figure(f"checks: {name} that are missed", "%", [100 * (1 - recall)] * rounds, _SHARE),
    ]


def _time(bench: Bench) -> Figure:
    from translator.language.tag import LanguagePair, LanguageTag
    from translator.translation.checks.checking import Checker

    checker, languages = Checker(), LanguagePair(LanguageTag.parse("en"), LanguageTag.parse("de"))

    def check() -> float:
        begun = time.perf_counter()
        checker.check(_SOURCE, _TARGET, languages)
        return (time.perf_counter() - begun) * 1000

    check()
    fastest = [min(check() for _ in range(20)) for _ in range(bench.scale.rounds)]
    return Figure(f"checks: a block of {_CHARACTERS} characters", "ms", fastest, _BLOCK_MS)


ROW = Row("checks", measure)
