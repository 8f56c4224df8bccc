"""What comes of a file of units, and what may be wrong with one."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What came of a file: how many units there were, and how many parts of it could not be used."""

    units: int
    skipped: int


class UnitFileInvalid(Exception):
    """A file is no file of units, or is refused. Its message is a sentence that says why, and in which line."""
