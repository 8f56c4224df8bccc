"""Terms as a table, as Qt's own rules for models want them."""

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester

from translator.translation.glossary.term import Term
from translator.ui.glossary.model import Column, TermModel

ANLAGE = Term("Anlage", "plant", "a\nnote", "noun", True, False, ("annex", "facility"), 1)
WERK = Term("Werk", "works", id=2)
CHECKED, ROLE = Qt.CheckState.Checked, Qt.ItemDataRole


class Told:
    """A model, and the terms that it told of."""

    def __init__(self, *terms: Term) -> None:
        self.model = TermModel()
        self.model.show_terms(terms)
        self.edited: list[Term] = []
        self.model.edited.connect(self.edited.append)

    def set(self, row: int, column: Column, value: object, role: int = ROLE.EditRole) -> bool:
        return self.model.setData(self.model.index(row, column), value, role)


def test_it_keeps_to_the_rules_for_models() -> None:
    model = TermModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show_terms([ANLAGE, WERK])
    assert model.begin_term() == 2
    assert model.begin_term() == 2
    model.setData(model.index(2, Column.TARGET), "x")
    model.give_up_term()
    assert model.rowCount() == 3
    model.setData(model.index(2, Column.TARGET), "")
    model.give_up_term()
    model.give_up_term()
    assert model.rowCount() == 2
    model.put_term(2, Term("Fabrik", id=2))
    model.put_term(99, Term("nowhere", id=99))
    model.setData(model.index(0, Column.CASE), Qt.CheckState.Unchecked, ROLE.CheckStateRole)
    model.show_terms([])
    assert tester.model() is model


def test_a_row_shows_a_term_on_one_line_each() -> None:
    model = Told(ANLAGE).model
    shown = [model.index(0, column).data() for column in Column]
    assert shown == ["Anlage", "plant", "annex | facility", "a note", "noun", None, None]
    ticks = [model.index(0, column).data(ROLE.CheckStateRole) for column in (Column.CASE, Column.KEEP)]
    assert ticks == [CHECKED, Qt.CheckState.Unchecked]
    assert model.index(0, Column.NOTE).data(ROLE.EditRole) == "a\nnote"
    assert model.index(0, Column.NOTE).data(ROLE.DecorationRole) is None


def test_what_is_in_a_term_is_never_read_as_markup_and_turns_no_other_text_round() -> None:
    model = Told(Term("<img src='x'>\u202e", id=1)).model
    index = model.index(0, Column.SOURCE)
    assert index.data() == "<img src='x'>\u2060"
    assert index.data(ROLE.ToolTipRole) == "<span>&lt;img src=&#x27;x&#x27;&gt;\u2060</span>"
    assert index.data(ROLE.EditRole) == "<img src='x'>\u202e"
    assert model.index(0, Column.NOTE).data(ROLE.ToolTipRole) is None


def test_a_term_that_is_kept_is_shown_as_its_own_translation() -> None:
    model = Told(Term("Acme", do_not_translate=True, id=1)).model
    assert model.index(0, Column.TARGET).data() == "Acme"
    assert model.index(0, Column.TARGET).data(ROLE.EditRole) == ""


def test_each_cell_is_read_out_with_what_it_is() -> None:
    model = Told(ANLAGE).model
    said = [model.index(0, column).data(ROLE.AccessibleTextRole) for column in (0, 2, 4, 5, 6)]
    assert said == [
        "Term: Anlage", "Never: annex | facility", "Kind: noun", "Capitals matter: yes",
        "Not translated: stays as it is: no",
    ]  # fmt: skip


def test_short_headings_are_explained() -> None:
    model = TermModel()
    across = Qt.Orientation.Horizontal
    assert model.headerData(Column.CASE, across) == "Aa"
    assert model.headerData(Column.CASE, across, ROLE.ToolTipRole) == "Capitals matter"
    assert model.headerData(Column.SOURCE, across, ROLE.AccessibleTextRole) == "Term"
    assert model.headerData(Column.SOURCE, across, ROLE.DecorationRole) is None
    assert model.headerData(99, across) is None
    assert model.headerData(0, Qt.Orientation.Vertical) is None


@pytest.mark.parametrize(
    ("column", "value", "role", "changed"),
    [
        (Column.SOURCE, "Fabrik", ROLE.EditRole, Term("Fabrik", "works", id=2)),
        (Column.TARGET, "mill", ROLE.EditRole, Term("Werk", "mill", id=2)),
        (Column.NOTE, "n", ROLE.EditRole, Term("Werk", "works", "n", id=2)),
        (Column.FORBIDDEN, " a | |b", ROLE.EditRole, Term("Werk", "works", forbidden=("a", "b"), id=2)),
        (Column.PART_OF_SPEECH, "verb", ROLE.EditRole, Term("Werk", "works", part_of_speech="verb", id=2)),
        (Column.CASE, CHECKED, ROLE.CheckStateRole, Term("Werk", "works", case_sensitive=True, id=2)),
        (Column.KEEP, CHECKED.value, ROLE.CheckStateRole, Term("Werk", "works", do_not_translate=True, id=2)),
    ],
)
def test_what_is_entered_changes_the_term_and_is_told(column: Column, value: object, role: int, changed: Term) -> None:
    told = Told(ANLAGE, WERK)
    assert told.set(1, column, value, role)
    assert told.edited == [changed]
    assert told.model.term_at(1) == changed


def test_what_changes_nothing_is_not_told() -> None:
    term = Term("Werk", forbidden=("a|b",), id=2)
    told = Told(term)
    told.set(0, Column.SOURCE, "Werk")
    told.set(0, Column.FORBIDDEN, "a|b")
    told.set(0, Column.PART_OF_SPEECH, "nonsense")
    assert not told.set(0, Column.SOURCE, "x", ROLE.DecorationRole)
    assert not told.set(0, Column.CASE, "x", ROLE.EditRole)
    assert not told.model.setData(QModelIndex(), "x")
    assert (told.edited, told.model.term_at(0)) == ([], term)


def test_a_new_term_is_told_once_it_has_a_text() -> None:
    told = Told(WERK)
    row = told.model.begin_term()
    told.set(row, Column.TARGET, "plant")
    assert told.edited == []
    told.set(row, Column.SOURCE, "Anlage")
    assert told.edited == [Term("Anlage", "plant")]


def test_what_is_written_on_while_a_new_term_is_being_kept_is_told_with_its_id() -> None:
    told = Told()
    told.model.begin_term()
    told.set(0, Column.SOURCE, "Anlage")
    told.set(0, Column.TARGET, "plant")
    assert told.edited == [Term("Anlage")]
    told.model.put_term(0, Term("Anlage", id=7))
    assert told.edited[1:] == [Term("Anlage", "plant", id=7)]
    told.model.put_term(7, Term("Anlage", "plant", id=7))
    assert told.model.term_at(0) == Term("Anlage", "plant", id=7)


def test_a_new_term_that_could_not_be_kept_can_be_told_again() -> None:
    told = Told()
    told.model.begin_term()
    told.set(0, Column.SOURCE, "Anlage")
    told.model.put_term(0, Term("Anlage"))
    told.set(0, Column.TARGET, "plant")
    assert told.edited == [Term("Anlage"), Term("Anlage", "plant")]


def test_every_cell_can_be_changed_and_nothing_else() -> None:
    model = Told(WERK).model
    editable = [bool(model.index(0, column).flags() & Qt.ItemFlag.ItemIsEditable) for column in Column]
    ticked = [bool(model.index(0, column).flags() & Qt.ItemFlag.ItemIsUserCheckable) for column in Column]
    assert editable == [True] * 5 + [False] * 2
    assert ticked == [False] * 5 + [True] * 2
    assert model.flags(QModelIndex()) == Qt.ItemFlag.NoItemFlags
    assert model.data(QModelIndex()) is None
    assert (model.rowCount(model.index(0, 0)), model.columnCount(model.index(0, 0))) == (0, 0)
