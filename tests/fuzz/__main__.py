"""Reads many broken replies: ``python3 dev.py fuzz``.

Each case is a valid reply to which something was done, from a seed and a number, so that it can be had again. One in
fifty goes over a real socket. Nothing may crash, hang or grow, and no reply that was cut short may be told as complete.
"""

import argparse
import asyncio
import sys
import time
import traceback
from collections import Counter
from collections.abc import Iterable, Sequence
from random import SystemRandom

from tests.fuzz.case import Case, make_case
from tests.fuzz.judge import run_case
from tests.fuzz.over_sockets import SocketPlayer
from tests.hostile.memory import MOST_MB, Peak

CASES = 10_000
_ONE_IN = 50
_MOST_FAILURES = 10
_SHOWN_BYTES = 2_000


async def fuzz(seed: int, numbers: Iterable[int]) -> tuple[Counter[str], list[str]]:
    """Run these cases; return how many ended how, and what is to be said of those that broke their promise."""
    endings: Counter[str] = Counter()
    failures: list[str] = []
    async with SocketPlayer().running() as player:
        for number in numbers:
            case = make_case(seed, number)
            by_socket = number % _ONE_IN == 0
            try:
                ending = await (player.run(case) if by_socket else run_case(case))
                endings[type(ending).__name__] += 1
            except Exception:  # noqa: BLE001 - whatever it is, it is what we are looking for
                failures.append(_report(case, by_socket=by_socket))
            if len(failures) == _MOST_FAILURES:
                break
    return endings, failures


def main(arguments: Sequence[str]) -> int:
    """Run as many cases as are asked for; return 1 where one broke its promise."""
    given = _parser().parse_args(arguments)
    seed = SystemRandom().randrange(2**32) if given.seed is None else given.seed
    numbers = range(given.cases) if given.only is None else [given.only]
    _say(f"seed {seed}")
    peak, begun = Peak(), time.monotonic()
    endings, failures = asyncio.run(fuzz(seed, numbers))
    risen = peak.rise_mb()
    for failure in failures:
        _say(failure)
    told = ", ".join(f"{count:,} {name.lower()}" for name, count in endings.most_common())
    _say(f"{told}; {len(failures)} broken; {risen:.0f} MB more memory; {time.monotonic() - begun:.0f} s")
    if risen > MOST_MB:
        _say(f"That is more memory than {MOST_MB} MB.")
    return 1 if failures or risen > MOST_MB else 0


def _say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def _report(case: Case, *, by_socket: bool) -> str:
    """Return what went wrong, with which bytes, and how to have it again."""
    lines = (
        "",
        traceback.format_exc(),
        f"case {case.number}{', over a socket' if by_socket else ''}: {', '.join(case.done) or 'nothing was done'}",
        f"promised: {case.promise.value}",
        f"{len(case.body)} bytes in {len(case.pieces)} pieces: {case.body[:_SHOWN_BYTES]!r}",
        f"again: python3 dev.py fuzz --seed {case.seed} --only {case.number}",
    )
    return "\n".join(lines)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--cases", metavar="N", type=int, default=CASES, help=f"how many ({CASES:,})")
    parser.add_argument("--seed", metavar="S", type=int, default=None, help="a seed that was printed before")
    parser.add_argument("--only", metavar="NUMBER", type=int, default=None, help="this case alone")
    return parser


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
