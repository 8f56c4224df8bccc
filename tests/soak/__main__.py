"""The long run: ``python3 dev.py soak``, or one kind of it alone: ``dev.py soak kills``, ``dev.py soak use``.

``kills`` kills processes that write, again and again. Each writes rows of all kinds, and acknowledges each when the
call that writes it has returned. Whatever was acknowledged has to be there afterwards, and the database whole.

``use`` has the running app used for two hours: translations are typed, pasted, streamed, stopped and made to fail,
popups and windows come and go, languages and looks change. It must neither crash nor warn, and nothing may grow.
"""

import argparse
import signal
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from random import SystemRandom
from types import FrameType

from tests.soak.killing import soak

ENDINGS = (signal.SIGTERM, signal.SIGINT, signal.SIGHUP)

KILLS = 1_000
MINUTES = 120.0


def main(arguments: Sequence[str]) -> int:
    """Do what is asked for, both kinds if nothing is; return 1 where something went wrong."""
    given = _parser().parse_args(arguments)
    if given.kind == "kills":
        return kills(given.kills, given.seed)
    if given.kind == "use":
        return use(given.minutes, given.seed)
    return kills(KILLS, None) | use(MINUTES, None)


def kills(count: int, seed: int | None) -> int:
    """Kill so many; return 1 where something was lost."""
    seed = _say_seed(seed)
    begun = time.monotonic()
    with tempfile.TemporaryDirectory(prefix="soak.") as folder:
        outcome = soak(Path(folder), count, seed)
    seconds = time.monotonic() - begun
    end = f"{outcome.kills:,} kills, {outcome.rows:,} rows acknowledged, {len(outcome.faults)} faults; {seconds:.0f} s"
    return _say_end(outcome.faults, end)


def use(minutes: float, seed: int | None) -> int:
    """Have the app used for so long; return 1 where it crashed, warned, or grew."""
    from tests.soak.use import running  # it needs a screen, which killing does without

    heard = running.use(60 * minutes, _say_seed(seed), _say)
    return _say_end(heard.faults, running.summary(heard))


def _end(number: int, _frame: FrameType | None) -> None:
    """End what was started, each by the one who started it, and then oneself; once is enough."""
    for each in ENDINGS:
        signal.signal(each, signal.SIG_IGN)
    raise SystemExit(128 + number)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="dev.py soak", description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    kinds = parser.add_subparsers(dest="kind", metavar="KIND")
    killing = kinds.add_parser("kills", help="kill processes while they write, and look for what is lost")
    killing.add_argument("--kills", type=int, default=KILLS, help=f"how many processes to kill ({KILLS:,})")
    using = kinds.add_parser("use", help="use the running app, and look for what grows")
    using.add_argument("--minutes", type=float, default=MINUTES, help=f"how long to use the app ({MINUTES:g})")
    for each in (killing, using):
        each.add_argument("--seed", type=int, help="that of a run before; a new one otherwise")
    return parser


def _say_seed(seed: int | None) -> int:
    chosen = SystemRandom().randrange(2**32) if seed is None else seed
    _say(f"seed {chosen}")
    return chosen


def _say_end(faults: Sequence[str], end: str) -> int:
    for fault in faults:
        _say(fault)
    _say(end)
    return 1 if faults else 0


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    for ending in ENDINGS:
        signal.signal(ending, _end)
    sys.exit(main(sys.argv[1:]))
