"""A page is set as the theme is: its titles, lines, code and tables."""

import pytest
from PySide6.QtGui import QTextBlock, QTextDocument, QTextTable

from tests.ui.themes import theme
from translator.ui.guide.page_setting import PageSetting, root_of
from translator.ui.look.theme import Theme

__all__ = ["theme"]

TEXT = "# Guide\n\nBegin with `one`.\n\n- x\n\n> kept\n\n## Wide\n\n| a | b |\n| --- | --- |\n| c | d |\n\n### More\n"


def block_of(document: QTextDocument, text: str) -> QTextBlock:
    return document.find(text).block()


def size_of(block: QTextBlock) -> int:
    return block.begin().fragment().charFormat().font().pixelSize()


@pytest.mark.parametrize("scale", [100, 200])
def test_titles_are_returned_in_order_each_in_its_size(theme: Theme, scale: int) -> None:
    theme.choose("light", scale)
    document = QTextDocument()
    titles = PageSetting(theme, "Latn").set(document, TEXT)

    assert [title.text() for title in titles] == ["Guide", "Wide", "More"]
    assert [size_of(title) for title in titles] == [size * scale // 100 for size in (22, 18, 15)]
    assert document.defaultFont().pixelSize() == 15 * scale // 100


def test_lines_of_a_list_stand_closer_than_paragraphs_and_those_of_a_table_closest(theme: Theme) -> None:
    document = QTextDocument()
    PageSetting(theme, "Latn").set(document, TEXT)
    below = [block_of(document, text).blockFormat().bottomMargin() for text in ("Begin", "x", "c")]

    assert below == sorted(below, reverse=True)
    assert len(set(below)) == 3
    assert block_of(document, "kept").blockFormat().leftMargin() > 0


def test_code_has_a_ground_of_its_own_in_the_colours_that_are_in_use(theme: Theme) -> None:
    setting, document = PageSetting(theme, "Latn"), QTextDocument()
    for colours in ("light", "dark"):
        theme.choose(colours, 100)
        setting.set(document, TEXT)
        cursor = document.find("one")
        assert cursor.charFormat().background().color() == theme.colour("raised")
        assert document.find("Begin").charFormat().background().color() != theme.colour("raised")


def test_a_table_is_as_wide_as_the_page_with_a_line_below_each_row(theme: Theme) -> None:
    document = QTextDocument()
    PageSetting(theme, "Latn").set(document, TEXT)
    (table,) = (frame for frame in root_of(document).childFrames() if isinstance(frame, QTextTable))

    assert table.format().width().rawValue() == 100
    assert [table.cellAt(row, 0).format().toTableCellFormat().bottomBorder() for row in range(2)] == [1, 1]


def test_markup_of_the_web_is_text(theme: Theme) -> None:
    document = QTextDocument()
    PageSetting(theme, "Latn").set(document, "a <b>bold</b> word")

    assert document.toRawText() == "a <b>bold</b> word"
