"""What is put together from parts is put together as the language does it."""

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextLayout, QTextLine, QTextOption

from translator.assets import resources
from translator.i18n import install
from translator.joining import as_sentence, from_left, from_to, in_a_row, labelled, listed, sentences


@pytest.fixture
def in_chinese(tmp_path: Path) -> Iterator[None]:
    catalogue = Catalog(locale="zh_CN")
    catalogue.add("{first}, {second}", "{first}、{second}", context="two items of a list")
    catalogue.add("{first} {second}", "{first}{second}", context="two sentences, one after the other")
    catalogue.add("{fact}.", "{fact}。", context="a fact as a sentence")
    catalogue.add("{name}: {words}", "{name}：{words}", context="a name and what is said of it")
    path = tmp_path / "zh_CN" / "LC_MESSAGES" / "translator.mo"
    path.parent.mkdir(parents=True)
    with path.open("wb") as file:
        write_mo(file, catalogue)
    install(tmp_path, lambda: "zh_CN")
    yield
    install(Path(), lambda: "en")


@pytest.fixture
def in_arabic() -> Iterator[None]:
    install(resources() / "i18n", lambda: "ar")
    yield
    install(resources() / "i18n", lambda: "en")


def in_one_line(text: str, direction: Qt.LayoutDirection) -> tuple[QTextLayout, QTextLine]:
    """Lay a text out in a line that runs so."""
    layout, option = QTextLayout(text), QTextOption()
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(2_000)
    layout.endLayout()
    return layout, line


def middles_of(parts: Sequence[str], text: str, direction: Qt.LayoutDirection) -> list[float]:
    """Return where each of these parts of a text is drawn: how far from the left its middle is."""
    layout, _line = in_one_line(text, direction)
    middles = []
    for part in parts:
        glyphs = layout.glyphRuns(text.index(part), len(part))
        middles.append(sum(run.boundingRect().center().x() for run in glyphs) / len(glyphs))
    return middles


def test_english_has_commas_and_blanks() -> None:
    assert listed(["one", "two", "three"]) == "one, two, three"
    assert sentences("It rains.", "Stay in.", "Read.") == "It rains. Stay in. Read."
    assert as_sentence("2 of 3") == "2 of 3."
    assert labelled("Target language", "German") == "Target language: German"


@pytest.mark.usefixtures("in_chinese")
def test_another_language_has_its_own() -> None:
    assert listed(["一", "二", "三"]) == "一、二、三"
    assert sentences("下雨了。", "别出去。") == "下雨了。别出去。"
    assert as_sentence("共3项") == "共3项。"
    assert labelled("目标语言", "德语") == "目标语言：德语"


def test_what_is_not_said_leaves_no_trace() -> None:
    assert listed([]) == sentences() == sentences("", "") == ""
    assert listed(["", "one", "", "two"]) == "one, two"
    assert sentences("", "It rains.") == "It rains."


def test_a_path_is_read_from_the_left_within_a_sentence_that_is_not(qapp: object) -> None:
    sentence = f"الإعدادات: {from_left('/home/me/.config')}"
    _layout, line = in_one_line(sentence, Qt.LayoutDirection.RightToLeft)
    behind_stroke, behind_letter = (line.cursorToX(sentence.index("home") + place) for place in (0, 1))
    assert behind_stroke < behind_letter  # type: ignore[operator]  # the stub knows no type


def test_fields_in_the_parts_are_text_like_any_other() -> None:
    assert listed(["{first}", "{second}", "{}"]) == "{first}, {second}, {}"


def test_the_arrow_points_to_where_one_reads() -> None:
    assert from_to("German", "English") == "German → English"


@pytest.mark.parametrize(
    ("source", "target"),
    [("الألمانية", "الإنجليزية"), ("de-XX", "en-YY"), ("الألمانية", "en-YY"), ("de-XX", "الألمانية")],
)
@pytest.mark.parametrize("around", list(Qt.LayoutDirection))
@pytest.mark.usefixtures("qapp", "in_arabic")
def test_in_arabic_it_does_between_names_of_any_script_and_in_any_text(
    source: str, target: str, around: Qt.LayoutDirection
) -> None:
    middles = middles_of((source, "←", target), from_to(source, target), around)
    assert middles == sorted(middles, reverse=True)


def test_facts_are_in_a_row_with_dots_between_them() -> None:
    assert in_a_row(["mock-4.1", "", "0.5 s", "807 tokens"]) == "mock-4.1 · 0.5 s · 807 tokens"


@pytest.mark.usefixtures("qapp", "in_arabic")
def test_in_arabic_each_fact_is_read_after_the_other_and_with_what_it_counts() -> None:
    words = in_a_row(["mock-4.1", "0.5 ث", "807 رموز"])
    middles = middles_of(("mock-4.1", "0.5", "ث", "807", "رموز"), words, Qt.LayoutDirection.RightToLeft)
    assert middles == sorted(middles, reverse=True)
