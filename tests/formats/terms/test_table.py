"""Terms in CSV and TSV: found whatever the file looks like, written so that no spreadsheet runs them."""

import csv
import io
from collections.abc import Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translator.formats.terms import checking
from translator.formats.terms.rows import Row, read_rows
from translator.formats.terms.table import read_table, write_table
from translator.language.tag import LanguageTag
from translator.translation.glossary.exchange import LONGEST_TEXT, ImportedTerms, TermFileInvalid
from translator.translation.glossary.term import Term

DE, EN = LanguageTag("de"), LanguageTag("en", region="US")


def read(text: str | bytes) -> ImportedTerms:
    return read_table(text.encode() if isinstance(text, str) else text, DE, EN)


def pairs(text: str | bytes) -> list[tuple[str, str]]:
    return [(term.source, term.target) for term in read(text).terms]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@pytest.mark.parametrize("line_end", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("last", [True, False])
def test_the_usual_signs_between_cells_and_rows_are_found_out(separator: str, line_end: str, last: bool) -> None:
    rows = [("Anlage", "plant"), ("Werk", "works"), ("Schraube", "screw")]
    text = line_end.join(separator.join(row) for row in rows) + (line_end if last else "")
    assert pairs(text) == rows


def test_what_a_spreadsheet_says_of_its_separator_is_believed() -> None:
    assert pairs("sep=;\r\nAnlage;plant, works\r\n") == [("Anlage", "plant, works")]
    assert read("sep=;\n;x\nA;b").skipped[0].number == 2


def test_commas_in_texts_do_not_make_cells_of_a_table_with_semicolons() -> None:
    assert pairs("Anlage;plant, works\nWerk, altes;works\nRad;wheel") == [
        ("Anlage", "plant, works"),
        ("Werk, altes", "works"),
        ("Rad", "wheel"),
    ]


@pytest.mark.parametrize(
    "header",
    [
        "Target,Note,Source,POS,Case sensitive,Do not translate,Forbidden",
        "translation,comment,SOURCE TERM,part_of_speech,Match case,DNT,avoid",
        "en,Notes,de,Part of Speech,Aa,do-not-translate,Forbidden translations",
        "EN-US,Definition,de-DE,pos,case,keep,not",
        "x,Source\nTarget",
    ],
)
def test_the_first_row_may_name_the_columns_in_any_order(header: str) -> None:
    if "x," in header:
        text = '"Target",Nothing,"Source"\nplant,y,Anlage\n'
        assert pairs(text) == [("Anlage", "plant")]
        return
    (term,) = read(f'{header}\nplant,"as in ""works""",Anlage,Noun,yes,0,facility | annex\n').terms
    assert term == Term("Anlage", "plant", 'as in "works"', "noun", True, False, ("facility", "annex"))


@pytest.mark.parametrize(
    "header",
    [
        "原文,译文,备注", "術語,翻譯,備註", "用語,訳語,備考", "원문,번역,비고",
        "Begriff,Übersetzung,Anmerkung", "Terme,Traduction,Remarque",
        "Término,Traducción,Nota", "Termo,Tradução,Observação", "Термин,Перевод,Примечание", "المصطلح,الترجمة,ملاحظة",
    ],
)  # fmt: skip
def test_a_header_in_a_language_of_the_interface_is_no_term(header: str) -> None:
    (term,) = read(f"{header}\nRad,wheel,round").terms
    assert (term.source, term.target, term.note) == ("Rad", "wheel", "round")


def test_without_names_the_columns_are_term_translation_and_note() -> None:
    assert read("Anlage,plant,a note,more\nWerk,works\n").terms == (
        Term("Anlage", "plant", "a note"),
        Term("Werk", "works"),
    )


def test_a_word_in_the_first_row_that_is_a_name_as_well_is_still_a_term() -> None:
    assert pairs("Notiz,note\nQuelle,source\n") == [("Notiz", "note"), ("Quelle", "source")]
    assert pairs("source,Quelle\nWerk,works") == [("source", "Quelle"), ("Werk", "works")]


@pytest.mark.parametrize(
    ("said", "part_of_speech"),
    [("Noun", "noun"), ("n.", "noun"), ("v", "verb"), ("Adj.", "adjective"), ("proper noun", "properNoun"),
     ("PROPERNOUN", "properNoun"), ("", ""), ("particle", "other")],
)  # fmt: skip
def test_parts_of_speech_are_understood(said: str, part_of_speech: str) -> None:
    (term,) = read(f"source,target,pos\na,b,{said}").terms
    assert term.part_of_speech == part_of_speech


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_every_unicode_encoding_is_read(encoding: str) -> None:
    assert pairs("Schlüssel;key\nTür;door\n".encode(encoding)) == [("Schlüssel", "key"), ("Tür", "door")]


def test_an_older_encoding_is_read_and_named() -> None:
    found = read("Schlüssel;key\nTür;door\nÖl;oil\n".encode("cp1252"))
    assert [term.source for term in found.terms] == ["Schlüssel", "Tür", "Öl"]
    assert found.encoding == "windows-1252"
    assert read("a;b").encoding == ""


def test_what_is_no_text_is_refused() -> None:
    with pytest.raises(TermFileInvalid, match="no text file"):
        read(bytes(range(256)) * 4)


@pytest.mark.parametrize("nothing", ["", "\n\n", "  ;  \n", "source,target\n"])
def test_a_file_without_terms_has_none(nothing: str) -> None:
    assert read(nothing) == ImportedTerms(())


def test_a_row_that_cannot_be_read_is_told_with_its_line_and_nothing_else_is_lost() -> None:
    text = 'Anlage;plant\n"Werk;works\nRad;wheel\n;lost\nNaht;\n"Two\nlines";pair\n"x"y;z\nEnde;end'
    found = read(text)
    assert [(term.source, term.target) for term in found.terms] == [
        ("Anlage", "plant"),
        ("Rad", "wheel"),
        ("Two\nlines", "pair"),
        ("Ende", "end"),
    ]
    assert [(each.number, each.reason) for each in found.skipped] == [
        (2, "its quotation marks do not match"),
        (4, "the term is missing"),
        (5, "the translation is missing"),
        (8, "its quotation marks do not match"),
    ]


def test_a_quotation_mark_that_is_never_closed_costs_its_own_line_alone() -> None:
    found = read('"a;b\nc;d\ne;f')
    assert [term.source for term in found.terms] == ["c", "e"]
    assert [each.number for each in found.skipped] == [1]
    assert [each.number for each in read('a;b\n"c;d').skipped] == [2]


def test_many_broken_rows_take_no_more_than_their_share_of_time() -> None:
    assert len(read('"a;b\n' * 20_001).skipped) >= 10_000
    assert [row.cells for row in read_rows('"' + "a" * 1_000_000)] == [None]


def test_marks_within_a_cell_are_part_of_it() -> None:
    assert pairs('5" pipe;5"-Rohr') == [('5" pipe', '5"-Rohr')]


def test_texts_that_are_too_long_are_passed_over() -> None:
    found = read(f"a;{'x' * LONGEST_TEXT}\nb;{'x' * (LONGEST_TEXT + 1)}")
    assert [term.source for term in found.terms] == ["a"]
    assert [(each.number, each.reason) for each in found.skipped] == [(2, "a text is too long")]


def test_too_many_terms_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(checking, "MOST_TERMS", 3)
    assert len(read("a;b\n" * 3).terms) == 3
    with pytest.raises(TermFileInvalid, match="more than 3 terms"):
        read("a;b\n" * 4)


def test_what_is_only_forbidden_or_kept_is_a_term_without_a_translation() -> None:
    text = "source,target,dnt,forbidden\nAcme,,x,\nWerk,,,mill;factory\n"
    assert read(text).terms == (Term("Acme", do_not_translate=True), Term("Werk", forbidden=("mill", "factory")))


FORMULAS = ["=1+1", "+49", "-x", "@SUM(A1)", "\t=1", "\rx", "  =1", "＝1", "'=1", "''=1", "'tis", "'"]


@pytest.mark.parametrize("text", FORMULAS)
@pytest.mark.parametrize("with_tabs", [True, False])
def test_no_cell_is_a_formula_and_each_comes_back_as_it_was(text: str, with_tabs: bool) -> None:
    term = Term(text, text, text, forbidden=(text.strip(),))
    written = write_table([term], with_tabs=with_tabs)
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""), delimiter="\t" if with_tabs else ","))
    assert all(
        cell.lstrip()[:1] not in set("=+-@＝＋－＠") and cell[:1] not in set("\t\r\n") for cell in rows[1] if cell
    )
    assert read(written).terms == (term,)


def test_a_file_is_read_by_other_programs_as_it_was_meant() -> None:
    term = Term("Anlage, alt", "plant", 'say "plant"', "noun", True, False, ("a|b", "c"))
    written = write_table([term], with_tabs=False)
    assert written.startswith(b"\xef\xbb\xbfsource,target,note,part_of_speech,case_sensitive,")
    (_, row) = csv.reader(io.StringIO(written.decode("utf-8-sig"), newline=""))
    assert row == ["Anlage, alt", "plant", 'say "plant"', "noun", "1", "", "a\\|b | c"]


TEXT = st.text(alphabet=st.sampled_from("ab=+-@'\"\\|;,\t\r\n é\u4e2d"), max_size=12)
TERMS = st.builds(
    Term,
    TEXT.filter(bool),
    TEXT.filter(bool),
    TEXT,
    st.sampled_from(["", "noun", "verb", "adjective", "adverb", "properNoun", "other"]),
    st.booleans(),
    st.booleans(),
    st.lists(TEXT.map(str.strip).filter(bool), max_size=3).map(tuple),
)


@given(st.lists(TERMS, max_size=5), st.booleans())
def test_what_is_written_comes_back_exactly(terms: Sequence[Term], with_tabs: bool) -> None:
    found = read(write_table(terms, with_tabs=with_tabs))
    assert found.terms == tuple(terms)
    assert not found.skipped


@given(st.text(alphabet='ab";,\n\r\t', max_size=60))
def test_any_text_is_read_and_lines_are_counted(text: str) -> None:
    rows = list(read_rows(text))
    lines = text.replace("\r\n", "\n").replace("\r", "\n").count("\n") + 1
    assert all(isinstance(row, Row) and 1 <= row.line <= lines for row in rows)
    assert [row.line for row in rows] == sorted({row.line for row in rows})
