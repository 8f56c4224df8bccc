"""What was measured, against what, and how it stands to its aim. Light to import: measured processes do, too."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

Compared = Literal["ratio", "difference", "alone"]


@dataclass(frozen=True)
class Figure:
    """One line of the table.

    ``ours`` and ``theirs`` have one value for each round, and the values of one round belong together. What is held
    to the ``aim`` is the median over the rounds of their ratio, of their difference, or of ours alone.
    """

    name: str
    unit: str
    ours: Sequence[float]
    aim: float
    theirs: Sequence[float] = ()
    compared: Compared = "alone"

    @property
    def result(self) -> float:
        """What is held to the aim."""
        return median(self._results())

    @property
    def range(self) -> tuple[float, float]:
        """The best and the worst round."""
        results = self._results()
        return min(results), max(results)

    @property
    def is_met(self) -> bool:
        """Whether the aim is met."""
        return self.result <= self.aim

    def _results(self) -> list[float]:
        if self.compared == "alone":
            return list(self.ours)
        pairs = zip(self.ours, self.theirs, strict=True)
        return [ours / theirs if self.compared == "ratio" else ours - theirs for ours, theirs in pairs]


def median(values: Sequence[float]) -> float:
    """Return the median. ``statistics`` has one as well, but would weigh on a process whose memory is measured."""
    ordered = sorted(values)
    middle = len(ordered) // 2
    return ordered[middle] if len(ordered) % 2 else (ordered[middle - 1] + ordered[middle]) / 2


def percentile(values: Sequence[float], percent: float) -> float:
    """Return the smallest value that this many percent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -int(-len(ordered) * percent // 100) - 1)]
