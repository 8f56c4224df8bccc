"""What is known of a crash that never was."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class FakeCrashReport:
    """A report, as the window asks for it."""

    text: str = "Fatal Python error: Aborted\n"
    path: Path = Path("/state/report.txt")
    summary: str = "Translator ended unexpectedly the last time."
