"""What is written is valid TMX 1.4, and comes back as it was."""

import io
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path
from xml.etree.ElementTree import fromstring

from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.memory import MORNING, unit_from
from tests.support.tmx import write_tmx
from translator.formats.tmx.reading import read_tmx
from translator.formats.tmx.writing import TmxWriter
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.memory.unit import TranslationUnit, UnitOrigin

REQUIRED = {"creationtool", "creationtoolversion", "segtype", "o-tmf", "adminlang", "srclang", "datatype"}
"""What the header of a TMX 1.4 file has to say (its DTD)."""


def written(*units: TranslationUnit) -> str:
    file = io.StringIO()
    write_tmx(file, units, MORNING)
    return file.getvalue()


def test_the_header_says_what_it_has_to() -> None:
    text = written()
    assert text.startswith('<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n')
    tmx = fromstring(text)
    header, body = tmx
    assert (tmx.tag, tmx.attrib, header.tag, body.tag, len(body)) == ("tmx", {"version": "1.4"}, "header", "body", 0)
    assert set(header.attrib) == {*REQUIRED, "creationdate"}
    assert (header.attrib["segtype"], header.attrib["creationdate"]) == ("block", "20261122T080000Z")


def test_a_unit_names_its_languages_its_date_and_its_note() -> None:
    east = timezone(timedelta(hours=2))
    unit = unit_from("a < b", "a > b & c", changed=datetime(2026, 1, 2, 1, 0, 59, tzinfo=east), note="<why>")
    (tu,) = fromstring(written(unit))[1]
    assert tu.attrib == {"srclang": "en-US", "changedate": "20260101T230059Z"}
    note, source, target = tu
    assert (note.tag, note.text) == ("note", "<why>")
    assert [list(variant.attrib.values()) for variant in (source, target)] == [["en-US"], ["de"]]
    assert (source[0].text, target[0].text) == ("a < b", "a > b & c")


def test_characters_that_xml_cannot_say_are_left_out() -> None:
    (tu,) = fromstring(written(unit_from("a\x00\x0b\x1bb\ufffe\ud800c", "\td\ne\rf")))[1]
    assert [segment.text for variant in tu for segment in variant] == ["abc", "\td\ne\rf"]


def test_a_file_of_several_pairs_comes_back_as_it_was(tmp_path: Path) -> None:
    path = tmp_path / "memory.tmx"
    serbian = LanguagePair(LanguageTag("sr", "Latn", "RS"), LanguageTag("zh", "Hant"))
    units = [
        unit_from("Hello\r\n  {0}", "Hallo\t%s 🙂", UnitOrigin.IMPORTED, note="from\nhere"),
        unit_from("Zdravo", "你好", UnitOrigin.IMPORTED, serbian),
    ]
    path.write_text(written(*units), encoding="utf-8", newline="")
    assert list(read_tmx(path)) == units


@given(st.lists(st.tuples(st.text(), st.text(), st.text()), max_size=3))
def test_any_text_can_be_written_and_read(texts: list[tuple[str, str, str]]) -> None:
    writer = TmxWriter(datetime(1, 1, 1, tzinfo=UTC))
    units = [replace(unit_from(source, target), note=note) for source, target, note in texts]
    tmx = fromstring(writer.begin() + "".join(map(writer.piece, units)) + writer.end())
    assert len(tmx[1]) == len(units)
