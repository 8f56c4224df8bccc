"""Fails where tests cover less than we owe: every line and branch of what translating is, nine tenths of the rest."""

import json
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from coverage import Coverage

OWED_IN_FULL = ("translator/language/", "translator/text/", "translator/translation/")
OWED_OVERALL = 90.0


@dataclass(frozen=True, slots=True)
class FileCoverage:
    """How much of one file ran: statements and branches together, in percent, and what is missing."""

    path: str
    percent: float
    missing_lines: tuple[int, ...] = ()
    missing_branches: tuple[tuple[int, int], ...] = ()

    def __str__(self) -> str:
        lines = f"lines {', '.join(map(str, self.missing_lines))}" if self.missing_lines else ""
        jumps = ", ".join(f"{start}->{end}" for start, end in self.missing_branches)
        return f"{self.path}: {self.percent:.1f} %: {'; '.join(part for part in (lines, jumps) if part)}"


def read_files(report: Mapping[str, Any]) -> list[FileCoverage]:
    """Return the files of a report as ``coverage json`` writes it."""
    return [
        FileCoverage(
            path.replace("\\", "/"),
            entry["summary"]["percent_covered"],
            tuple(entry["missing_lines"]),
            tuple((start, end) for start, end in entry["missing_branches"]),
        )
        for path, entry in report["files"].items()
    ]


def shortfalls(files: list[FileCoverage], overall: float) -> list[str]:
    """Return what is owed and not there, as lines to print."""
    owing = [str(file) for file in files if file.path.startswith(OWED_IN_FULL) and file.percent < 100]
    if overall < OWED_OVERALL:
        poorest = sorted(files, key=lambda file: file.percent)[:15]
        owing.append(f"overall: {overall:.1f} %, owed {OWED_OVERALL:.0f} %; least covered:")
        owing += [f"  {file.percent:5.1f} % {file.path}" for file in poorest]
    return owing


def main() -> int:
    """Read ``.coverage``, print what is owed; return the exit status."""
    coverage = Coverage(messages=False)
    coverage.load()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "coverage.json")
        coverage.json_report(outfile=str(path))
        report = json.loads(path.read_text(encoding="utf-8"))
    overall = report["totals"]["percent_covered"]
    owing = shortfalls(read_files(report), overall)
    sys.stdout.write("".join(f"{line}\n" for line in ("Coverage falls short:", *owing)) if owing else "")
    sys.stdout.write(f"Coverage: {overall:.1f} % overall, lines and branches.\n")
    return 1 if owing else 0


if __name__ == "__main__":
    sys.exit(main())
