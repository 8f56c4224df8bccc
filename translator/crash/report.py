"""What earlier runs have left when they went wrong, made into reports: each once, and the last few are kept."""

import contextlib
import os
import re
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, Self

from translator.crash.file import OWN, RUNNING, hold
from translator.crash.text import place
from translator.i18n import ntr, tr

MOST_REPORTS = 5
"""Reports that are kept: the latest ones."""

MOST_READ = 200_000
"""Bytes that are read of what a run has left: far more than it can have written."""

_FATAL = re.compile(r"(?:Fatal Python error|Windows fatal exception): [\w ,.:-]{1,80}", re.ASCII)
_THREAD = re.compile(
    r"(?:Current thread|Thread) 0x[0-9a-f]+ (?:\[[\w -]{1,40}\] )?\(most recent call first\):", re.ASCII
)
_FRAME = re.compile(r'\s{0,4}File "(?P<file>.{1,1000})", line (?P<line>\d+|\?\?\?) in (?P<function>\S{1,200})')
_COUNT = re.compile(r", (?P<count>\d{7}) times: ")


@dataclass(frozen=True, slots=True)
class CrashReport:
    """What an earlier run has left: ``text`` may be shown and sent, and is also in the file at ``path``.

    ``kind`` says whether a signal ended that run, or it went on; ``faults`` is the number of its exceptions.
    """

    path: Path
    text: str
    kind: Literal["ended", "faults"]
    faults: int

    @property
    def summary(self) -> str:
        """What happened, in one sentence."""
        if self.kind == "ended":
            return tr("Translator ended unexpectedly the last time.")
        return ntr(
            "Something went wrong inside Translator the last time.",
            "Something went wrong inside Translator {count} times the last time.",
            self.faults,
        ).format(count=self.faults)


@dataclass(frozen=True, slots=True)
class _Left:
    """What a run has left: the lines that may be shown, whether a signal ended it, and how many exceptions it had."""

    lines: Sequence[str]
    is_fatal: bool
    faults: int

    @classmethod
    def read(cls, file: BinaryIO) -> Self:
        """Return what is in the file. Raises OSError."""
        lines = list(_clean(file.read(MOST_READ).decode("utf-8", "replace").splitlines()))
        faults = sum(int(found["count"]) for line in lines if (found := _COUNT.search(line)))
        return cls(lines, any(map(_FATAL.fullmatch, lines)), faults)

    @property
    def is_wrong(self) -> bool:
        """Whether there is something to tell."""
        return self.is_fatal or bool(self.faults)


def collect(folder: Path) -> CrashReport | None:
    """Return what an earlier run has left and nobody was told yet: the latest, where several did. Never raises."""
    left = sorted(folder.glob(RUNNING), key=lambda path: path.stem.rpartition("-")[2])  # by the time they began
    reports = [report for path in left if (report := _take(path))]
    for old in sorted(folder.glob("report-*.txt"))[:-MOST_REPORTS]:
        with contextlib.suppress(OSError):
            old.unlink()
    return reports[-1] if reports else None


def is_waiting(folder: Path) -> bool:
    """Tell whether an earlier run has left what ``collect`` will return; it stays there. Never raises."""
    return any(_went_wrong(path) for path in folder.glob(RUNNING))


def _went_wrong(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb") as file:
        hold(file.fileno())
        return _Left.read(file).is_wrong
    return False


def _take(path: Path) -> CrashReport | None:
    """Make a report of what a run has left; None where it still runs, or nothing is wrong."""
    claimed = path.with_suffix(".claimed")
    with contextlib.suppress(OSError):
        with path.open("rb") as file:
            hold(file.fileno())
            when = os.fstat(file.fileno()).st_mtime
            path.rename(claimed)  # fails where another start was faster, and on Windows while the run goes on
            left = _Left.read(file)
        claimed.unlink()
        return _report(path, left, when)
    return None


def _report(path: Path, left: _Left, when: float) -> CrashReport | None:
    """Return the report, kept in a file that only the user can read. Raises OSError."""
    if not left.is_wrong:
        return None
    text = "\n".join(_COUNT.sub(lambda found: f", {int(found['count'])} times: ", line) for line in left.lines) + "\n"
    stamp = time.strftime("%Y%m%dT%H%M%SZ", time.gmtime(when))
    kept = path.with_name(f"report-{stamp}-{path.stem.removeprefix('running-')}.txt")
    with os.fdopen(os.open(kept, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return CrashReport(kept, text, "ended" if left.is_fatal else "faults", left.faults)


def _clean(lines: Iterable[str]) -> Iterator[str]:
    """Yield our own lines, and of faulthandler's those that say where it was, without the user's folders."""
    for line in lines:
        if line.startswith(OWN):
            yield line.removeprefix(OWN)
        elif frame := _FRAME.fullmatch(line):
            yield place(frame["file"], frame["line"], frame["function"])
        elif _FATAL.fullmatch(line) or _THREAD.fullmatch(line):
            yield line
