"""The rows of the history, as Qt's own rules for models want them."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from translator.ui.history.model import ROW_ROLE, HistoryModel
from translator.ui.history.screen import HistoryRow


def rows(*numbers: int) -> list[HistoryRow]:
    return [HistoryRow(number, f"s{number}", f"t{number}", "c") for number in numbers]


def ids(model: HistoryModel) -> list[int]:
    return [model.index(place).data(ROW_ROLE).id for place in range(model.rowCount())]


def test_it_keeps_to_the_rules_for_models() -> None:
    model = HistoryModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_rows(rows(1, 2, 3), 9)
    model.fetchMore(QModelIndex())
    model.add_rows(rows(4, 5), 9)
    model.change_rows([HistoryRow(2, "new", "new", "c", is_starred=True), HistoryRow(99, "nowhere", "", "")])
    model.change_rows([])
    model.remove_rows([1, 4, 99], 7)
    model.add_rows([], 3)
    assert ids(model) == [2, 3, 5]
    model.show_rows([], 0)
    assert tester.model() is model


def test_more_is_asked_for_once_until_it_comes_and_as_long_as_there_is_more() -> None:
    model = HistoryModel()
    asked: list[int] = []
    model.more_wanted.connect(lambda: asked.append(model.rowCount()))
    root = QModelIndex()
    model.show_rows(rows(1, 2), 4)
    assert model.canFetchMore(root)
    model.fetchMore(root)
    model.fetchMore(root)
    assert asked == [2]
    assert not model.canFetchMore(root)
    model.add_rows(rows(3), 4)
    model.fetchMore(root)
    model.add_rows(rows(4), 4)
    model.fetchMore(root)
    assert asked == [2, 3]


def test_a_row_is_read_out_with_its_star() -> None:
    model = HistoryModel()
    model.show_rows(
        [HistoryRow(1, "Guten Tag.", "Good day.", "German", is_starred=True), HistoryRow(2, "a", "", "c")], 2
    )
    said = [model.index(place).data(Qt.ItemDataRole.AccessibleTextRole) for place in range(2)]
    assert said == ["Guten Tag., Good day., German, starred", "a, c"]
    assert model.index(0).data() == "Guten Tag., Good day., German"
    assert model.data(QModelIndex()) is None
    assert model.index(0).data(Qt.ItemDataRole.ToolTipRole) is None
