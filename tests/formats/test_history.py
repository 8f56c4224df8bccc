"""The history as CSV and as Markdown: exact, harmless, and read back by others."""

import csv
import io
from pathlib import Path

import pytest

from tests.fakes.history import JA, NOON, entry_of
from translator.formats.history import (
    COLUMNS,
    CsvHistory,
    MarkdownHistory,
    TmxHistory,
    escape_markdown,
    units_of,
    without_formula,
)
from translator.formats.tmx.reading import read_tmx
from translator.translation.history import HistoryEntry
from translator.translation.memory.unit import UnitOrigin
from translator.translation.request import BlockOrigin, FinishedBlock


def rows(*entries: HistoryEntry) -> list[dict[str, str]]:
    """Return what is read of these entries' CSV."""
    writer = CsvHistory()
    written = writer.begin() + "".join(map(writer.piece, entries)) + writer.end()
    assert written.startswith("\ufeff")
    return list(csv.DictReader(io.StringIO(written.removeprefix("\ufeff"), newline="")))


def test_a_row_says_all_that_is_known_of_an_entry() -> None:
    [row] = rows(
        entry_of('Er sagte: "Ja; nein,\r\nvielleicht."', "翻訳\nした\r", source_language=None, target_language=JA)
    )
    assert row == {
        "time": "2026-11-22T12:00:00+00:00", "source_language": "", "target_language": "ja",
        "source": 'Er sagte: "Ja; nein,\r\nvielleicht."', "target": "翻訳\nした\r", "service": "openai", "model": "m",
        "complete": "yes", "starred": "no",
    }  # fmt: skip
    assert tuple(row) == COLUMNS


def test_every_entry_is_a_row() -> None:
    found = rows(entry_of(is_complete=False), entry_of("", ""), entry_of(is_starred=True))
    assert [(row["complete"], row["starred"]) for row in found] == [("no", "no"), ("yes", "no"), ("yes", "yes")]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\n=1", "\r", "＝1", "－"])
def test_no_cell_is_a_formula(text: str) -> None:
    assert without_formula(text) == f"'{text}"
    [row] = rows(entry_of(text, text, service=text, model=text))
    assert {row[name] for name in ("source", "target", "service", "model")} == {f"'{text}"}


@pytest.mark.parametrize("text", ["", "Hello", "a=b", "'", "1-2", "«=»", "  two", "a\n=b"])
def test_what_is_no_formula_stays_as_it_is(text: str) -> None:
    assert without_formula(text) == text


def markdown(*entries: HistoryEntry) -> str:
    writer = MarkdownHistory(str)
    return writer.begin() + "".join(map(writer.piece, entries)) + writer.end()


def test_an_entry_is_a_heading_its_facts_the_source_quoted_and_the_translation() -> None:
    entry = entry_of("Guten Tag.\nWie geht's?\n\nGut.", "Good day.\nHow are you?\n\nFine.")
    assert markdown(entry) == (
        "# History of translations\n"
        "\n"
        "## de → en-US\n"
        "\n"
        "2026-11-22 12:00 UTC · openai · m\n"
        "\n"
        "> Guten Tag.\\\n"
        "> Wie geht's?\n"
        ">\n"
        "> Gut.\n"
        "\n"
        "Good day.\\\n"
        "How are you?\n"
        "\n"
        "Fine.\n"
    )


def test_what_is_unusual_about_an_entry_is_said() -> None:
    text = markdown(entry_of(source_language=None, service="", is_complete=False, is_starred=True))
    assert "## Unknown language → en-US\n" in text
    assert "\n2026-11-22 12:00 UTC · m · incomplete · starred\n" in text


@pytest.mark.parametrize(
    ("line", "escaped"),
    [
        ("plain, with a full stop.", "plain, with a full stop."),
        ("# no heading", r"\# no heading"),
        ("> no quotation", r"\> no quotation"),
        ("- no list", r"\- no list"),
        ("+ no list", r"\+ no list"),
        ("--- no rule", r"\--- no rule"),
        ("=== no heading", r"\=== no heading"),
        ("1. no list", r"1\. no list"),
        ("12) no list", r"12\) no list"),
        ("3 apples", "3 apples"),
        ("*no* _emphasis_ `code` [link](x) ~~gone~~", r"\*no\* \_emphasis\_ \`code\` \[link\](x) \~\~gone\~\~"),
        ("<script>&amp;</script>", r"\<script\>\&amp;\</script\>"),
        ("a | b $x$ \\ c", r"a \| b \$x\$ \\ c"),
        ("    no code", "&nbsp;&nbsp;&nbsp;&nbsp;no code"),
        ("\t# neither", "&nbsp;&nbsp;&nbsp;&nbsp;\\# neither"),
        ("", ""),
    ],
)
def test_nothing_in_a_text_is_taken_for_markdown(line: str, escaped: str) -> None:
    assert escape_markdown(line) == escaped


def test_lines_of_blanks_are_empty_and_a_text_may_be_empty() -> None:
    assert "\n> a\n>\n> b\n\n\n" in markdown(entry_of("a\n   \nb", ""))


def units(tmp_path: Path, *entries: HistoryEntry) -> list[tuple[str, str, str, str]]:
    """Return what is read of these entries' TMX: languages and texts."""
    writer = TmxHistory(NOON)
    path = tmp_path / "history.tmx"
    path.write_text(writer.begin() + "".join(map(writer.piece, entries)) + writer.end(), encoding="utf-8")
    return [(str(u.source_language), str(u.target_language), u.source, u.target) for u in read_tmx(path)]


def test_blocks_are_units_of_a_memory(tmp_path: Path) -> None:
    blocks = (
        FinishedBlock(0, "Guten Tag. ", "Good <day> & night."),
        FinishedBlock(1, "2026", "2026", BlockOrigin.UNCHANGED),
        FinishedBlock(2, " ", "x"),
        FinishedBlock(3, "翻訳", "mine", BlockOrigin.USER),
    )
    assert units(tmp_path, entry_of("whole", "whole", blocks=blocks), entry_of("no", "blocks", target_language=JA)) == [
        ("de", "en-US", "Guten Tag. ", "Good <day> & night."),
        ("de", "en-US", "翻訳", "mine"),
        ("de", "ja", "no", "blocks"),
    ]
    assert [unit.origin for unit in units_of(entry_of(blocks=blocks))] == [UnitOrigin.ACCEPTED, UnitOrigin.EDITED]


def test_a_language_that_is_not_known_is_called_so() -> None:
    [unit] = units_of(entry_of(source_language=None))
    assert (str(unit.source_language), unit.changed) == ("und", NOON)
