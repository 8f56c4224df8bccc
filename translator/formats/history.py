"""The history as a file that is written entry by entry: CSV for spreadsheets, Markdown to read, TMX for memories."""

import csv
import io
import re
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime
from itertools import pairwise
from typing import Protocol

from translator.formats.tmx.writing import TmxWriter
from translator.i18n import tr
from translator.joining import from_to
from translator.language.tag import LanguageTag
from translator.translation.history import HistoryEntry
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.translation.request import BlockOrigin, FinishedBlock

BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets take UTF-8 for a legacy encoding."""

UNDETERMINED = LanguageTag("und")

COLUMNS = (
    "time", "source_language", "target_language", "source", "target", "service", "model", "complete", "starred",
)  # fmt: skip

# What a spreadsheet takes for a formula, maybe behind blanks; full-width forms count as well in East Asian editions.
_FORMULA = re.compile(r"\s*[=+\-@＝＋－＠]|[\t\r\n]")

# What Markdown reads as more than itself: anywhere in a line, and at its beginning.
_MARKS = re.compile(r"([\\`*_\[\]<>&~|$])")
_LEADING_MARKS = re.compile(r"^(\s*)([#>+=-]|\d+(?=[.)]))")
_INDENT = re.compile(r"^[ \t]+")


class HistoryWriter(Protocol):
    """What makes of each entry a piece of the file."""

    def begin(self) -> str:
        """Return what stands before all entries."""
        ...

    def piece(self, entry: HistoryEntry) -> str:
        """Return what says this entry."""
        ...

    def end(self) -> str:
        """Return what stands behind all entries."""
        ...


class CsvHistory:
    """A row for each entry (RFC 4180), under the names of COLUMNS. Times are in UTC, in the form of ISO 8601.

    A text that a spreadsheet would take for a formula has an apostrophe before it, as there it would have to be typed.
    """

    def begin(self) -> str:
        """Return the names of the columns."""
        return BYTE_ORDER_MARK + _row(COLUMNS)

    def piece(self, entry: HistoryEntry) -> str:
        """Return the entry's row."""
        texts = (entry.source, entry.target, entry.service, entry.model)
        languages = (str(entry.source_language or ""), str(entry.target_language))
        flags = ("yes" if flag else "no" for flag in (entry.is_complete, entry.is_starred))
        return _row((entry.at.isoformat(), *languages, *map(without_formula, texts), *flags))

    def end(self) -> str:
        """Return nothing."""
        return ""


class MarkdownHistory:
    """Each entry under a heading: the source as a quotation, the translation below it.

    ``name`` returns the name of a language. Texts come out as they are: nothing in them is taken for Markdown or HTML.
    """

    def __init__(self, name: Callable[[LanguageTag], str]) -> None:
        self._name = name

    def begin(self) -> str:
        """Return the title."""
        title = tr("History of translations")
        return f"# {escape_markdown(title)}\n"

    def piece(self, entry: HistoryEntry) -> str:
        """Return the entry under its heading."""
        source = self._name(entry.source_language) if entry.source_language else tr("Unknown language")
        languages = from_to(source, self._name(entry.target_language))
        facts = [entry.at.strftime("%Y-%m-%d %H:%M UTC"), entry.service, entry.model]
        facts += [] if entry.is_complete else [tr("incomplete")]
        facts += [tr("starred")] if entry.is_starred else []
        line = " · ".join(escape_markdown(fact) for fact in facts if fact)
        quoted = "\n".join(f"> {line}".rstrip() for line in _paragraphs(entry.source).split("\n"))
        return f"\n## {escape_markdown(languages)}\n\n{line}\n\n{quoted}\n\n{_paragraphs(entry.target)}\n"

    def end(self) -> str:
        """Return nothing."""
        return ""


class TmxHistory:
    """Each block of an entry as a translation unit (TMX 1.4); the whole texts where the blocks are not known.

    What had nothing to translate in it is left out. ``made`` (aware) is the time of the file.
    """

    def __init__(self, made: datetime) -> None:
        self._writer = TmxWriter(made)

    def begin(self) -> str:
        """Return the head of the file."""
        return self._writer.begin()

    def piece(self, entry: HistoryEntry) -> str:
        """Return the entry's units."""
        return "".join(map(self._writer.piece, units_of(entry)))

    def end(self) -> str:
        """Return the foot of the file."""
        return self._writer.end()


def units_of(entry: HistoryEntry) -> Iterator[TranslationUnit]:
    """Yield an entry as units of a memory. Where the source language is not known, it is ``und``."""
    blocks = entry.blocks or [FinishedBlock(0, entry.source, entry.target)]
    for block in blocks:
        if block.origin is not BlockOrigin.UNCHANGED and block.source.strip() and block.target.strip():
            origin = UnitOrigin.EDITED if block.origin is BlockOrigin.USER else UnitOrigin.ACCEPTED
            languages = entry.source_language or UNDETERMINED, entry.target_language
            yield TranslationUnit(*languages, block.source, block.target, origin, entry.at)


def without_formula(cell: str) -> str:
    """Return a text that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def escape_markdown(line: str) -> str:
    """Return a line that Markdown shows as it is, but for runs of blanks within it."""
    marked = _LEADING_MARKS.sub(r"\1\\\2", _MARKS.sub(r"\\\1", line))
    marked = re.sub(r"^(\s*)\\(\d+)", r"\1\2\\", marked)  # a number is shown by a mark behind it, not before
    return _INDENT.sub(lambda blanks: "&nbsp;" * len(blanks[0].expandtabs(4)), marked)


def _paragraphs(text: str) -> str:
    """Return a text whose lines stay lines: a line that another follows ends with a mark that says so."""
    lines = [line if line.strip() else "" for line in text.splitlines()] or [""]
    goes_on = [bool(line and after) for line, after in pairwise([*lines, ""])]
    return "\n".join(escape_markdown(line) + "\\" * more for line, more in zip(lines, goes_on, strict=True))


def _row(cells: Sequence[str]) -> str:
    line = io.StringIO()
    csv.writer(line).writerow(cells)
    return line.getvalue()
