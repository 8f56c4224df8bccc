"""Terms as a table in a file: CSV and TSV."""

from collections.abc import Iterator, Mapping, Sequence

from translator.formats.terms.cells import guarded, is_true, joined, parted, unguarded
from translator.formats.terms.checking import Collected, part_of_speech_of
from translator.formats.terms.columns import COLUMNS, Column, columns_of
from translator.formats.terms.rows import COMMA, TAB, Row, read_rows, write_rows
from translator.i18n import tr
from translator.language.tag import LanguagePair, LanguageTag
from translator.text.decoding import NotText, decode
from translator.translation.glossary.exchange import ImportedTerms, TermFileInvalid
from translator.translation.glossary.term import Term

_BYTE_ORDER_MARK = "\ufeff"
"""Without it, spreadsheets take UTF-8 for a legacy encoding."""

_YES = "1"


def read_table(data: bytes, source: LanguageTag, target: LanguageTag) -> ImportedTerms:
    """Read the terms of a table, in any encoding, with any of the usual signs between cells.

    The first row may name the columns, in any order; otherwise they are term, translation, note. Raises
    TermFileInvalid.
    """
    try:
        decoded = decode(data)
    except NotText as error:
        raise TermFileInvalid(tr("This is no text file.")) from error
    rows = [row for row in read_rows(decoded.text) if row.cells is None or any(row.cells)]
    collected = Collected()
    for row, term in _terms(rows, LanguagePair(source, target)):
        if term is None:
            collected.skip(row.line, tr("its quotation marks do not match"))
        else:
            collected.add(row.line, term)
    return collected.result("" if decoded.certain else decoded.encoding)


def write_table(terms: Sequence[Term], *, with_tabs: bool) -> bytes:
    """Return the terms as CSV, or as TSV; no cell of it is a formula."""
    rows = [COLUMNS, *([guarded(cell) for cell in _cells(term)] for term in terms)]
    text = write_rows(rows, TAB if with_tabs else COMMA)
    return (_BYTE_ORDER_MARK + text).encode("utf-8", "replace")


def _terms(rows: Sequence[Row], languages: LanguagePair) -> Iterator[tuple[Row, Term | None]]:
    first = next((row.cells for row in rows if row.cells is not None), ())
    columns, has_names = columns_of(first, languages)
    for row in rows:
        if row.cells is None:
            yield row, None
        elif row.cells is not first or not has_names:
            yield row, _term(row.cells, columns)


def _term(cells: Sequence[str], columns: Mapping[Column, int]) -> Term:
    def cell(column: Column) -> str:
        place = columns.get(column, len(cells))
        return unguarded(cells[place]) if place < len(cells) else ""

    return Term(
        cell("source"),
        cell("target"),
        cell("note"),
        part_of_speech_of(cell("part_of_speech")),
        is_true(cell("case_sensitive")),
        is_true(cell("do_not_translate")),
        parted(cell("forbidden")),
    )


def _cells(term: Term) -> Sequence[str]:
    """Return the cells of a term, in the order of ``COLUMNS``."""
    flags = (_YES if term.case_sensitive else "", _YES if term.do_not_translate else "")
    return (term.source, term.target, term.note, term.part_of_speech, *flags, joined(term.forbidden))
