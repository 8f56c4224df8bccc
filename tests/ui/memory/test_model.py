"""The rows of the memory, as Qt's own rules for models want them."""

from dataclasses import replace

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from tests.fakes.memory import unit_from
from translator.translation.memory.unit import TranslationUnit
from translator.ui.memory.model import Column, UnitModel
from translator.ui.memory.screen import MemoryRow

ROOT = QModelIndex()


def row(number: int, source: str = "", target: str = "t") -> MemoryRow:
    unit = replace(unit_from(source or f"s{number}", target), id=number)
    return MemoryRow(unit, "English → German", "Used by you", "Today")


def rows(*numbers: int) -> list[MemoryRow]:
    return [row(number) for number in numbers]


def ids(model: UnitModel) -> list[int]:
    return [model.row_at(place).unit.id for place in range(model.rowCount())]


def test_it_keeps_to_the_rules_for_models() -> None:
    model = UnitModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows(1, 2, 3, 4, 5), more=True)
    model.fetchMore(ROOT)
    model.add_rows(rows(6, 7), more=True)
    model.change_row(row(2, "new"))
    model.change_row(row(99))
    model.setData(model.index(0, Column.SOURCE), "typed")
    model.remove_rows([1, 4, 5, 7, 99])
    model.add_rows([], more=False)
    assert ids(model) == [2, 3, 6]
    model.remove_rows([2, 3, 6])
    model.show_rows([], more=False)
    assert tester.model() is model


def test_more_is_asked_for_once_until_it_comes_and_as_long_as_there_is_more() -> None:
    model = UnitModel()
    asked: list[int] = []
    model.more_wanted.connect(lambda: asked.append(model.rowCount()))
    model.show_rows(rows(1, 2), more=True)
    assert model.canFetchMore(ROOT)
    model.fetchMore(ROOT)
    model.fetchMore(ROOT)
    assert asked == [2]
    model.add_rows(rows(3), more=False)
    model.fetchMore(ROOT)
    assert asked == [2]


def test_a_cell_is_one_line_says_its_column_and_reads_no_markup() -> None:
    model = UnitModel()
    model.show_rows([row(1, "<b>one</b>\n two\u202e", "zwei")], more=False)
    source, languages = model.index(0, Column.SOURCE), model.index(0, Column.LANGUAGES)
    assert source.data() == "<b>one</b> two�" or "\u202e" not in source.data()
    assert source.data(Qt.ItemDataRole.EditRole) == "<b>one</b>\n two\u202e"
    assert source.data(Qt.ItemDataRole.ToolTipRole) is None
    assert languages.data(Qt.ItemDataRole.AccessibleTextRole) == "Languages: English → German"
    heads = [model.headerData(column, Qt.Orientation.Horizontal) for column in Column]
    assert heads == ["Text", "Translation", "Languages", "From", "Changed"]
    assert model.headerData(9, Qt.Orientation.Horizontal) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None
    assert model.data(ROOT) is None


def test_only_the_texts_can_be_changed_and_only_another_text_is_told() -> None:
    model = UnitModel()
    model.show_rows(rows(1), more=False)
    edited: list[TranslationUnit] = []
    model.edited.connect(edited.append)
    editable = [bool(model.flags(model.index(0, column)) & Qt.ItemFlag.ItemIsEditable) for column in Column]
    assert editable == [True, True, False, False, False]
    assert model.flags(ROOT) == Qt.ItemFlag.NoItemFlags
    assert model.setData(model.index(0, Column.TARGET), "t")
    assert not model.setData(model.index(0, Column.ORIGIN), "x")
    assert not model.setData(ROOT, "x")
    assert edited == []
    model.setData(model.index(0, Column.TARGET), "new")
    model.setData(model.index(0, Column.SOURCE), "s")
    assert [(unit.source, unit.target, unit.id) for unit in edited] == [("s1", "new", 1), ("s", "new", 1)]
    assert model.index(0, Column.TARGET).data() == "new"
