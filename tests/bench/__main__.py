"""Measures the speed and memory of the app: ``python3 dev.py bench``.

Every figure is a median of rounds, each in a fresh process; where something is compared, both are measured in turn.
The machine ought to have nothing else to do. Nothing here passes or fails.
"""

import argparse
import json
import platform
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path

from tests.bench.bench import Bench, QuickBench
from tests.bench.figures import Figure
from tests.bench.row import QUICK, Row, Scale
from tests.bench.table import as_json, markdown
from tests.support.private_screen import virtual_screen

NAMES = (
    "start",
    "ready",
    "first_text",
    "streaming_cpu",
    "streaming_gap",
    "cache_hit",
    "flood",
    "long_text",
    "idle",
    "stop",
    "engine_cpu",
    "cancel",
    "hostile_memory",
    "limits",
    "alignment",
    "incremental",
    "memory",
    "checks",
    "popup",
    "in_tray",
)


def rows(names: Sequence[str] = NAMES) -> tuple[Row, ...]:
    """Return the rows of these names."""
    return tuple(import_module(f"tests.bench.rows.{name}").ROW for name in names)


def main(arguments: Sequence[str]) -> int:
    """Measure what is asked for, print the table, and write it."""
    given = _parser().parse_args(arguments)
    wanted = rows(given.only or NAMES)
    with virtual_screen() as display:
        scale = replace(QUICK if given.quick else Scale(), **({"rounds": given.rounds} if given.rounds else {}))
        figures = measure(QuickBench(display, wanted) if given.quick else Bench(display, scale), wanted)
    sys.stdout.write(markdown(figures) + "\n")
    if given.json:
        about = {"python": platform.python_version(), "system": platform.platform(), "rounds": scale.rounds}
        given.json.write_text(json.dumps({**about, "figures": as_json(figures)}, indent=1) + "\n", encoding="utf-8")
    return 0


def measure(bench: Bench, wanted: Sequence[Row]) -> list[Figure]:
    """Return the figures of these rows; say on standard error which is being measured."""
    figures: list[Figure] = []
    for row in wanted:
        begun = time.monotonic()
        figures += row.measure(bench)
        sys.stderr.write(f"{row.name}: {time.monotonic() - begun:.0f} s\n")
    return figures


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py bench", description=__doc__)
    parser.add_argument("--only", metavar="NAME", action="append", choices=NAMES, help="measure this row; repeatable")
    parser.add_argument("--rounds", metavar="N", type=int, default=0, help="rounds of each measurement (7)")
    parser.add_argument("--quick", action="store_true", help="one short round: shows that it works, measures nothing")
    parser.add_argument("--json", metavar="PATH", type=Path, help="write every round's figures there")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
