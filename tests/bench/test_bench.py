"""The bench at its quickest: every row yields numbers, and the table shows them. What they are is not judged."""

import math

import pytest

from tests.bench.__main__ import measure, rows
from tests.bench.bench import QuickBench
from tests.bench.figures import Figure, median, percentile
from tests.bench.table import as_json, markdown
from tests.support.private_screen import virtual_screen
from tests.support.system import require


@pytest.fixture(scope="module")
def figures() -> list[Figure]:
    require({"Xvfb": "xvfb"})
    with virtual_screen() as display:
        return measure(QuickBench(display, rows()), rows())


def test_every_row_yields_numbers(figures: list[Figure]) -> None:
    assert len(figures) == 95
    for figure in figures:
        assert len(figure.ours) == 1
        assert all(math.isfinite(value) and value >= 0 for value in (*figure.ours, *figure.theirs)), figure


def test_the_table_has_a_line_for_each_figure(figures: list[Figure]) -> None:
    head, rule, *lines = markdown(figures).splitlines()
    assert {line.count("|") for line in (head, rule, *lines)} == {8}
    assert [line.split(" | ")[0].removeprefix("| ") for line in lines] == [figure.name for figure in figures]


def test_the_json_holds_every_round() -> None:
    figure = Figure("start", "ms", [30, 20, 40], 1.25, [20, 20, 20], "ratio")
    assert as_json([figure])[0] == {
        "name": "start",
        "unit": "ms",
        "here": [30, 20, 40],
        "against": [20, 20, 20],
        "compared": "ratio",
        "result": 1.5,
        "range": (1.0, 2.0),
        "aim": 1.25,
        "met": False,
    }


def test_a_missed_aim_is_told_with_by_how_much() -> None:
    slow = Figure("start", "ms", [30], 1.25, [20], "ratio")
    lean = Figure("memory", "MB", [60], 15, [50], "difference")
    table = markdown([slow, lean])
    assert "| start | 30.0 ms | 20.0 ms | 1.50x | 1.50x | ≤ 1.25x | missed by 0.25x |" in table
    assert "| memory | 60.0 MB | 50.0 MB | +10.0 MB | +10.0 MB | ≤ +15.0 MB | met |" in table


def test_medians_and_percentiles() -> None:
    assert (median([3, 1, 2]), median([4, 1, 2, 3])) == (2, 2.5)
    assert (percentile(range(1, 101), 99), percentile([5], 99)) == (99, 5)
