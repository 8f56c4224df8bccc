"""The matrix: every row by its name."""

from collections.abc import Iterator
from functools import cache

from tests.servers.hostile import bodies, endings, fields, framing, networks, reports, statuses, streams
from tests.servers.hostile.row import Completes, Row
from tests.servers.hostile.speech import GOOD, chunked

GOOD_ROW = Row("good", Completes(), (chunked(GOOD),), keeps=True)
"""What every other row is mended to."""

_SECTIONS = (streams, statuses, framing, bodies, reports, endings, networks)


@cache
def matrix() -> dict[str, Row]:
    """Return all rows. Raises ValueError where two have the same name."""
    found: dict[str, Row] = {}
    for row in _every_row():
        if row.name in found:
            raise ValueError(f"two rows are named {row.name!r}")
        found[row.name] = row
    return found


def find_row(name: str) -> Row:
    """Return the row of this name, those of the fields included. Raises KeyError."""
    return matrix().get(name) or _of_fields()[name]


@cache
def _of_fields() -> dict[str, Row]:
    return {row.name: row for row in fields.rows()}


def _every_row() -> Iterator[Row]:
    for section in _SECTIONS:
        yield from section.rows()
