"""The kind of a file is seen by what is in it."""

from pathlib import Path
from typing import get_args

import pytest

from tests.fakes.glossary import glossary_of
from translator.formats.terms import checking, files
from translator.formats.terms.files import Kind, read_file, read_terms, write_terms
from translator.translation.glossary import exchange
from translator.translation.glossary.exchange import LARGEST_FILE, TermFileInvalid
from translator.translation.glossary.term import Term

TERMS = (Term("Anlage", "plant", "a note", "noun", True, False, ("facility",)), Term("Tür", "door"))


@pytest.mark.parametrize("kind", [*get_args(Kind), "txt"])
def test_each_kind_is_read_whatever_it_is_called(kind: str) -> None:
    assert read_terms(write_terms(kind, glossary_of(), TERMS), glossary_of()).terms == TERMS


def test_the_kinds_are_what_they_say() -> None:
    assert b"Anlage,plant" in write_terms("csv", glossary_of(), TERMS)
    assert b"Anlage\tplant" in write_terms("tsv", glossary_of(), TERMS)
    assert b"<term>Anlage</term>" in write_terms("tbx", glossary_of(), TERMS)


@pytest.mark.parametrize(("encoding", "name"), [("utf-8", "UTF-8"), ("utf-8-sig", "UTF-8"), ("utf-16", "UTF-16")])
def test_xml_is_known_in_any_encoding(encoding: str, name: str) -> None:
    text = write_terms("tbx", glossary_of(), TERMS).decode().replace("UTF-8", name)
    assert read_terms(text.encode(encoding), glossary_of()).terms == TERMS


def test_a_file_that_is_too_large_is_refused_before_it_is_looked_at() -> None:
    with pytest.raises(TermFileInvalid, match="65 MB, where 64 MB"):
        read_terms(bytes(LARGEST_FILE + 1_000_000), glossary_of())
    assert exchange.LARGEST_FILE == 64_000_000


def test_a_file_is_read_as_far_as_it_may_be(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "terms.csv"
    path.write_bytes(b"a;b\n")
    assert read_file(path) == b"a;b\n"
    for module in (files, checking):
        monkeypatch.setattr(module, "LARGEST_FILE", 3)
    with pytest.raises(TermFileInvalid, match="too large"):
        read_file(path)
    with pytest.raises(FileNotFoundError):
        read_file(tmp_path / "none.csv")
