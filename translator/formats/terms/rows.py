"""Rows of a file with columns (RFC 4180): read one by one, so that a broken one costs no other.

Python's own reader takes everything from a quotation mark that is never closed as one cell.
"""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from functools import cache
from itertools import islice
from typing import NamedTuple

COMMA, SEMICOLON, TAB = ",", ";", "\t"

_SAMPLE = 200
"""Rows that are looked at to see what is between cells."""

_LINE_END = re.compile(r"\r\n|\r|\n")
_SEPARATOR_SAID = re.compile(r"sep=([,;\t])(?:\r\n|\r|\n|$)", re.IGNORECASE)


class Row(NamedTuple):
    """A row, and the line that it begins in, from 1. ``cells`` is None where its quotation marks do not match."""

    line: int
    cells: Sequence[str] | None


def read_rows(text: str) -> Iterator[Row]:
    """Yield the rows of a file. What is between cells is found out: a tab, a semicolon or a comma."""
    said = _SEPARATOR_SAID.match(text)  # as spreadsheets write it
    if said:
        return _rows(text, said[1], start=said.end(), line=2)
    return _rows(text, _separator_of(text))


def write_rows(rows: Iterable[Sequence[str]], separator: str) -> str:
    """Return the rows as text, with line ends of a carriage return and a line feed."""
    return "".join(separator.join(_written(cell, separator) for cell in row) + "\r\n" for row in rows)


def _written(cell: str, separator: str) -> str:
    needs_marks = separator in cell or any(sign in cell for sign in '"\r\n') or cell != cell.strip()
    return '"' + cell.replace('"', '""') + '"' if needs_marks else cell


def _separator_of(text: str) -> str:
    """Return what is between cells: what makes the most rows of as many cells as the first, or else as each other."""
    return max((TAB, SEMICOLON, COMMA), key=lambda separator: _agreeing_rows(text, separator))


def _agreeing_rows(text: str, separator: str) -> tuple[int, int]:
    rows = islice(_rows(text, separator), _SAMPLE)
    widths = [len(row.cells) for row in rows if row.cells is not None]
    counts = Counter(width for width in widths if width > 1)
    return counts[widths[0]] if widths else 0, max(counts.values(), default=0)


def _rows(text: str, separator: str, start: int = 0, line: int = 1) -> Iterator[Row]:
    """Yield the rows; after one whose marks do not match, go on with the line below the one that it began in."""
    place = start
    while place < len(text):
        cells, end = _row_at(text, place, separator)
        if cells is None:
            end_of_line = _LINE_END.search(text, place)
            end = end_of_line.end() if end_of_line else len(text)
        yield Row(line, cells)
        line += len(_LINE_END.findall(text, place, end))
        place = end


def _row_at(text: str, place: int, separator: str) -> tuple[list[str] | None, int]:
    """Return the cells of the row that begins there, and where the next one does."""
    cells = []
    quoted, plain = _cell_patterns(separator)
    while True:
        if text.startswith('"', place):
            match = quoted.match(text, place)
            if match is None:
                return None, place
            cells.append(match[1].replace('""', '"'))
        else:
            match = plain.match(text, place)
            assert match is not None  # noqa: S101 - it matches nothing at all, too
            cells.append(match[0].strip())
        place = match.end()
        if not text.startswith(separator, place):
            line_end = _LINE_END.match(text, place)
            return cells, line_end.end() if line_end else len(text)
        place += 1


@cache
def _cell_patterns(separator: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """Return patterns of a cell in quotation marks and of another one. They never go back (``++``)."""
    quoted = re.compile(f'"((?:[^"]++|"")*+)"(?=[{separator}\r\n]|\\Z)')
    return quoted, re.compile(f"[^{separator}\r\n]*")
