"""A line of the doctor's report."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the report. ``ok`` is None for what is worth knowing and stops nobody."""

    name: str
    title: str
    found: str
    ok: bool | None
