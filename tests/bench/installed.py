"""The first paint of the frozen program, against that from source: ``python -m tests.bench.installed [PROGRAM]``.

PROGRAM is where it is; else it is the one that is installed, or what ``dev.py package`` has left in ``dist``. It is no
part of ``dev.py bench``, since it takes two minutes to be made.
"""

import argparse
import sys
from pathlib import Path

from tests.bench.bench import Bench, Measured
from tests.bench.figures import Figure
from tests.bench.row import Scale
from tests.bench.table import markdown
from tests.support.private_screen import virtual_screen

_ROOT = Path(__file__).resolve().parents[2]
_PLACES = (Path("/opt/translator/translator"), _ROOT / "dist" / "frozen" / "translator" / "translator")
_AIM = 1.1


def measure(bench: Bench, program: Path) -> Figure:
    """Start both in turn; a first start of each, unmeasured, fills the caches of the system."""

    def frozen() -> Measured:
        return bench.process("seen", str(program), "--demo")

    def source() -> Measured:
        return bench.process("seen", sys.executable, "-m", "translator", "--demo")

    frozen()
    source()
    ours, theirs = bench.interleaved(frozen, source)
    name = "exec to first painted window, installed, against from source"
    return Figure(name, "ms", _until_painted(ours), _AIM, _until_painted(theirs), "ratio")


def _until_painted(measured: list[Measured]) -> list[float]:
    return [(one["painted"] - one["begun"]) * 1000 for one in measured]


def main(arguments: list[str]) -> int:
    """Measure; print the line."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.installed", description=__doc__)
    parser.add_argument("program", nargs="?", type=Path)
    parser.add_argument("--rounds", metavar="N", type=int, default=Scale().rounds)
    given = parser.parse_args(arguments)
    program = given.program or next((place for place in _PLACES if place.exists()), None)
    if program is None:
        parser.error("there is none; python3 dev.py package makes it")
    with virtual_screen() as display:
        figure = measure(Bench(display, Scale(rounds=given.rounds)), program)
    sys.stdout.write(markdown([figure]) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
