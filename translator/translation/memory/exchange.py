"""What comes of a file of units, and what may be wrong with one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: how many units there were, how many of them are new, and how many parts were of no use."""

    units: int
    new: int
    skipped: int = 0


class UnitFileInvalid(Exception):
    """A file is no file of units, or is refused. Its message is a sentence that says why, and in which line."""
