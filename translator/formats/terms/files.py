"""Files of terms of any kind that we know. Each kind is imported with the first file of it."""

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from translator.formats.terms.checking import refuse_too_large
from translator.translation.glossary.exchange import LARGEST_FILE, ImportedTerms
from translator.translation.glossary.term import Glossary, Term

Kind = Literal["csv", "tsv", "tbx"]

_BEGINNING = 200
"""Bytes in which an XML file says that it is one."""


def read_file(path: Path) -> bytes:
    """Return what is in a file, which may be anything; no more of it is read than is allowed.

    Raises TermFileInvalid where it is larger, and OSError.
    """
    with path.open("rb") as file:
        data = file.read(LARGEST_FILE + 1)
        if len(data) > LARGEST_FILE:
            refuse_too_large(max(len(data), path.stat().st_size))
        return data


def read_terms(data: bytes, glossary: Glossary) -> ImportedTerms:
    """Read what a file has for a glossary's languages; its kind is seen by what is in it. Raises TermFileInvalid."""
    refuse_too_large(len(data))
    if _is_xml(data):
        from translator.formats.terms.tbx_reading import read_tbx

        return read_tbx(data, glossary.source_language, glossary.target_language)
    from translator.formats.terms.table import read_table

    return read_table(data, glossary.source_language, glossary.target_language)


def write_terms(kind: str, glossary: Glossary, terms: Sequence[Term]) -> bytes:
    """Return a glossary as a file of this kind; as CSV where the kind is none that we know."""
    if kind == "tbx":
        from translator.formats.terms.tbx_writing import write_tbx

        return write_tbx(glossary, terms)
    from translator.formats.terms.table import write_table

    return write_table(terms, with_tabs=kind == "tsv")


def _is_xml(data: bytes) -> bool:
    beginning = data[:_BEGINNING].replace(b"\0", b"").removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe")
    beginning = beginning.removeprefix(b"\xfe\xff").lstrip().lower()
    return beginning.startswith((b"<?xml", b"<!doctype", b"<!--", b"<tbx", b"<martif"))
