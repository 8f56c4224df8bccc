"""Figures as a Markdown table, and as JSON."""

from collections.abc import Sequence
from typing import Any

from tests.bench.figures import Figure, median

_HEAD = (
    "| figure | here | against | compared | worst round | aim | |",
    "| --- | ---: | ---: | ---: | ---: | ---: | --- |",
)


def markdown(figures: Sequence[Figure]) -> str:
    """Return the table; each number in it is a median over the rounds, but for the worst round's."""
    return "\n".join((*_HEAD, *map(_line, figures)))


def as_json(figures: Sequence[Figure]) -> list[dict[str, Any]]:
    """Return all that was measured, each round's values included."""
    return [
        {
            "name": figure.name,
            "unit": figure.unit,
            "here": list(figure.ours),
            "against": list(figure.theirs),
            "compared": figure.compared,
            "result": figure.result,
            "range": figure.range,
            "aim": figure.aim,
            "met": figure.is_met,
        }
        for figure in figures
    ]


def _line(figure: Figure) -> str:
    against = _quantity(median(figure.theirs), figure.unit) if figure.theirs else "–"
    met = "met" if figure.is_met else f"missed by {_compared(figure, figure.result - figure.aim)}"
    cells = (
        figure.name,
        _quantity(median(figure.ours), figure.unit),
        against,
        "–" if figure.compared == "alone" else _signed(figure, figure.result),
        _signed(figure, figure.range[1]),
        f"≤ {_signed(figure, figure.aim)}",
        met,
    )
    return f"| {' | '.join(cells)} |"


def _signed(figure: Figure, value: float) -> str:
    sign = "+" if figure.compared == "difference" and value >= 0 else ""
    return sign + _compared(figure, value)


def _compared(figure: Figure, value: float) -> str:
    return f"{value:.2f}x" if figure.compared == "ratio" else _quantity(value, figure.unit)


def _quantity(value: float, unit: str) -> str:
    digits = 0 if abs(value) >= 100 else 1 if abs(value) >= 10 else 2
    return f"{value:.{digits}f} {unit}"
