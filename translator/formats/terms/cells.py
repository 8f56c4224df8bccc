"""Cells of a table of terms: without formulas, and with several texts in one.

A spreadsheet takes a cell that begins with certain signs for a formula, and runs it. Such a cell is written with an
apostrophe before it, as it would have to be typed; reading takes that away again. A cell that looks as if an apostrophe
had been put there gets another one, so that every text comes back as it was.
"""

import re
from collections.abc import Sequence

# Also behind blanks, and full-width as in East Asian editions.
_FORMULA = re.compile(r"'*(?:\s*[=+\-@＝＋－＠]|[\t\r\n])")
_TRUE = frozenset({"1", "true", "yes", "y", "x", "on", "ja", "oui", "sí", "si", "sim", "да", "✓", "✔", "☑"})
_BETWEEN = re.compile(r"(?<!\\)((?:\\\\)*)[|;\n]")
_ESCAPED = re.compile(r"\\([\\|;\n])")
_TO_ESCAPE = re.compile(r"[\\|;\n]")


def guarded(cell: str) -> str:
    """Return the cell as it is written: never a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """Undo ``guarded``."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def is_true(cell: str) -> bool:
    """Whether the cell says yes, in one of some languages."""
    return cell.strip().casefold() in _TRUE


def joined(texts: Sequence[str]) -> str:
    """Return several texts in one cell, with strokes between them; a stroke in a text gets a backslash."""
    return " | ".join(_TO_ESCAPE.sub(r"\\\g<0>", text) for text in texts)


def parted(cell: str) -> tuple[str, ...]:
    """Undo ``joined``; strokes, semicolons and new lines part texts, backslashes keep them from it."""
    parts = _BETWEEN.sub("\\1\0", cell).split("\0")
    return tuple(_ESCAPED.sub(r"\1", part) for each in parts if (part := each.strip()))
