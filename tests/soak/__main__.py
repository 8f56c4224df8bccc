"""Kills processes that write, again and again: ``python3 dev.py soak``.

Each writes rows of all kinds, and acknowledges each when the call that writes it has returned. Whatever was
acknowledged has to be there afterwards, and the database whole.
"""

import argparse
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom

from tests.soak.killing import soak

KILLS = 1_000


def main(arguments: Sequence[str]) -> int:
    """Kill as many as are asked for; return 1 where something was lost."""
    parser = argparse.ArgumentParser(prog="dev.py soak", description=__doc__.split("\n", 1)[0])
    parser.add_argument("--kills", type=int, default=KILLS, help=f"how many processes to kill ({KILLS:,})")
    parser.add_argument("--seed", type=int, help="those of a run before; a new one otherwise")
    given = parser.parse_args(arguments)
    seed = SystemRandom().randrange(2**32) if given.seed is None else given.seed
    _say(f"seed {seed}")
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak.") as folder:
        outcome = soak(Path(folder), given.kills, seed)
    for fault in outcome.faults:
        _say(fault)
    seconds = time.monotonic() - begun
    _say(f"{outcome.kills:,} kills, {outcome.rows:,} rows acknowledged, {len(outcome.faults)} faults; {seconds:.0f} s")
    return 1 if outcome.faults else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
