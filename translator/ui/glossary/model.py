"""Terms as the rows of a table, changed in place."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from enum import IntEnum
from html import escape
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal

from translator.i18n import ptr, tr
from translator.joining import labelled
from translator.text.display import neutralise
from translator.translation.glossary.exchange import PARTS_OF_SPEECH
from translator.translation.glossary.term import Term

_Index = QModelIndex | QPersistentModelIndex
_ROOT = QModelIndex()

BETWEEN = "|"
"""Stands between several forbidden translations in one cell."""


class Column(IntEnum):
    """What is in which column."""

    SOURCE = 0
    TARGET = 1
    FORBIDDEN = 2
    NOTE = 3
    PART_OF_SPEECH = 4
    CASE = 5
    KEEP = 6


_FLAGS = {Column.CASE: "case_sensitive", Column.KEEP: "do_not_translate"}
_TEXTS = {Column.SOURCE: "source", Column.TARGET: "target", Column.NOTE: "note"}


def parts_of_speech() -> dict[str, str]:
    """Return the words for each part of speech, that of none first."""
    words = (
        tr("noun"),
        tr("verb"),
        tr("adjective"),
        tr("adverb"),
        ptr("part of speech", "name"),
        ptr("part of speech", "other"),
    )
    return {"": "", **dict(zip(PARTS_OF_SPEECH, words, strict=True))}


class TermModel(QAbstractTableModel):
    """The terms that are listed. A cell that was changed shows that at once, and ``edited`` carries the whole term.

    A row for a term that is being added has the id 0; it is the last one, and there is at most one. While it is being
    kept, what is written on in it waits, and is told with its id.
    """

    edited = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._terms: list[Term] = []
        self._sent: Term | None = None
        self._words_for = parts_of_speech()

    def show_terms(self, terms: Sequence[Term]) -> None:
        """Take these instead of what there was."""
        self.beginResetModel()
        self._terms = list(terms)
        self._sent = None
        self.endResetModel()

    def put_term(self, before: int, term: Term) -> None:
        """Take this for the term of that id, if it is listed."""
        row = self.row_of(before)
        if row < 0:
            return
        written, sent = self._terms[row], self._sent
        was_written_on = not before and sent is not None and written != sent
        self._terms[row] = replace(written, id=term.id) if was_written_on else term
        self._sent = None if not before else sent
        self.dataChanged.emit(self.index(row, 0), self.index(row, self.columnCount() - 1))
        if was_written_on:
            self._tell(self._terms[row])

    def _tell(self, term: Term) -> None:
        if term.id:
            self.edited.emit(term)
        elif term.source and self._sent is None:
            self._sent = term
            self.edited.emit(term)

    def begin_term(self) -> int:
        """Make a row for a term that is being added, unless there is one; return its number."""
        if self.row_of(0) < 0:
            self.beginInsertRows(_ROOT, len(self._terms), len(self._terms))
            self._terms.append(Term(""))
            self.endInsertRows()
        return self.row_of(0)

    def give_up_term(self) -> None:
        """Take that row away, where nothing was written into it."""
        row = self.row_of(0)
        if row >= 0 and self._terms[row] == Term(""):
            self.beginRemoveRows(_ROOT, row, row)
            del self._terms[row]
            self.endRemoveRows()

    def row_of(self, term_id: int) -> int:
        """Return where the term of this id is; -1 for nowhere."""
        return next((row for row, term in enumerate(self._terms) if term.id == term_id), -1)

    def term_at(self, row: int) -> Term:
        """Return the term of a row that there is."""
        return self._terms[row]

    # What Qt asks

    def rowCount(self, parent: _Index = _ROOT) -> int:
        """Return how many terms there are; they have no children."""
        return 0 if parent.isValid() else len(self._terms)

    def columnCount(self, parent: _Index = _ROOT) -> int:
        """Return how many columns there are."""
        return 0 if parent.isValid() else len(Column)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what stands above a column."""
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(Column):
            return None
        column = Column(section)
        if role == Qt.ItemDataRole.DisplayRole:
            return _headings()[column]
        if role in (Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole):
            return _explanations().get(column, _headings()[column])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what a cell shows, and what it is called."""
        if not index.isValid():
            return None
        term, column = self._terms[index.row()], Column(index.column())
        if column in _FLAGS:
            return self._flag(term, column, role)
        if role == Qt.ItemDataRole.EditRole:
            return self._text(term, column)
        shown = self._shown(term, column)
        if role == Qt.ItemDataRole.DisplayRole:
            return neutralise(" ".join(shown.split()))
        if role == Qt.ItemDataRole.ToolTipRole:  # a tooltip reads what looks like markup as such
            return f"<span>{escape(neutralise(shown))}</span>" if shown else None
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(_headings()[column], shown)
        return None

    def _shown(self, term: Term, column: Column) -> str:
        """Return a text as it is seen: a term that is kept is its own translation."""
        if column is Column.PART_OF_SPEECH:
            return self._words_for.get(term.part_of_speech, "")
        return term.wanted if column is Column.TARGET else self._text(term, column)

    @staticmethod
    def _flag(term: Term, column: Column, role: int) -> object:
        is_set = bool(getattr(term, _FLAGS[column]))
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if is_set else Qt.CheckState.Unchecked
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return labelled(_explanations()[column], tr("yes") if is_set else tr("no"))
        return None

    @staticmethod
    def _text(term: Term, column: Column) -> str:
        if column is Column.FORBIDDEN:
            return f" {BETWEEN} ".join(term.forbidden)
        text: str = term.part_of_speech if column is Column.PART_OF_SPEECH else getattr(term, _TEXTS[column])
        return text

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:  # noqa: ANN401 - Qt's
        """Take what was typed or ticked; say so where it is another than before."""
        if not index.isValid():
            return False
        before, column = self._terms[index.row()], Column(index.column())
        change = _FLAG_CHANGE if column in _FLAGS else _TEXT_CHANGE
        if role != change.role:
            return False
        after = change.apply(before, column, value)
        if after != before:
            self._terms[index.row()] = after
            self.dataChanged.emit(index, index)
            self._tell(after)
        return True

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let every cell be chosen and changed."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        flag = Qt.ItemFlag
        change = flag.ItemIsUserCheckable if Column(index.column()) in _FLAGS else flag.ItemIsEditable
        return flag.ItemIsEnabled | flag.ItemIsSelectable | flag.ItemNeverHasChildren | change


class _Change:
    """How what was entered changes a term, and in which role it comes."""

    def __init__(self, role: Qt.ItemDataRole, apply: Callable[[Term, Column, Any], Term]) -> None:
        self.role = role
        self.apply = apply


def _tick(term: Term, column: Column, value: Any) -> Term:  # noqa: ANN401 - Qt gives a number, or the name of one
    change: dict[str, Any] = {_FLAGS[column]: Qt.CheckState(value) is Qt.CheckState.Checked}
    return replace(term, **change)


def _write(term: Term, column: Column, value: Any) -> Term:  # noqa: ANN401 - Qt's
    text = str(value)
    if column is Column.PART_OF_SPEECH:
        return replace(term, part_of_speech=text if text in PARTS_OF_SPEECH else "")
    if column is not Column.FORBIDDEN:
        change: dict[str, Any] = {_TEXTS[column]: text}
        return replace(term, **change)
    if text == f" {BETWEEN} ".join(term.forbidden):
        return term
    return replace(term, forbidden=tuple(part for each in text.split(BETWEEN) if (part := each.strip())))


_FLAG_CHANGE = _Change(Qt.ItemDataRole.CheckStateRole, _tick)
_TEXT_CHANGE = _Change(Qt.ItemDataRole.EditRole, _write)


def _headings() -> dict[Column, str]:
    words = (
        tr("Term"),
        tr("Translation"),
        tr("Never"),
        tr("Note"),
        ptr("part of speech", "Kind"),
        tr("Aa"),
        ptr("column of terms that are not translated", "Keep"),
    )
    return dict(zip(Column, words, strict=True))


def _explanations() -> dict[Column, str]:
    return {
        Column.FORBIDDEN: tr("Translations that are not to be used, with | between them"),
        Column.PART_OF_SPEECH: tr("Part of speech"),
        Column.CASE: tr("Capitals matter"),
        Column.KEEP: tr("Not translated: stays as it is"),
    }
