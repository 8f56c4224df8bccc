"""The rows of the language picker."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from translator.i18n import tr
from translator.joining import listed
from translator.language.catalogue import Catalogue, Language
from translator.language.tag import LanguageTag

_Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Row:
    """A heading, a language, or Detect (neither heading nor language)."""

    heading: str = ""
    language: Language | None = None
    is_current: bool = False

    @property
    def is_heading(self) -> bool:
        """Whether the row only says what follows."""
        return bool(self.heading)

    @property
    def title(self) -> str:
        """The language in its own name."""
        if self.heading:
            return self.heading
        return self.language.endonym if self.language else tr("Detect language")

    @property
    def subtitle(self) -> str:
        """The language in the interface's, where that says something new."""
        if self.language is None or self.language.name == self.language.endonym:
            return ""
        return self.language.name


class LanguageModel(QAbstractListModel):
    """All languages, the recent ones first; or those that match what was typed."""

    def __init__(
        self, catalogue: Catalogue, recent: Sequence[LanguageTag], current: LanguageTag | None, *, with_detect: bool,
        parent: QObject | None = None,
    ) -> None:  # fmt: skip
        super().__init__(parent)
        self._catalogue = catalogue
        # The language in use is a recent one, whether or not it was chosen here.
        tags = dict.fromkeys([current, *recent] if current and current not in recent else recent)
        self._recent = [language for tag in tags if (language := catalogue.find(tag))]
        self._current = current
        self._with_detect = with_detect
        self._rows: list[Row] = []
        self.filter("")

    def filter(self, text: str) -> None:
        """Keep what matches a name in either language, or a tag; all of it where nothing was typed."""
        self.beginResetModel()
        self._rows = self._matching(text) if text.strip() else self._everything()
        self.endResetModel()

    def _everything(self) -> list[Row]:
        rows = [Row(is_current=self._current is None)] if self._with_detect else []
        if self._recent:
            rows += [Row(heading=tr("Recent")), *map(self._row, self._recent)]
        rows.append(Row(heading=tr("All languages")))
        return rows + [self._row(language) for language in self._catalogue.languages]

    def _matching(self, text: str) -> list[Row]:
        return [self._row(language) for language in self._catalogue.search(text)]

    def _row(self, language: Language) -> Row:
        return Row(language=language, is_current=language.tag == self._current)

    def row_at(self, index: _Index) -> Row:
        """Return the row at a valid index."""
        return self._rows[index.row()]

    def first_choice(self) -> QModelIndex:
        """Return the row to start from: the current language, or else the first that can be chosen."""
        choices = [place for place, row in enumerate(self._rows) if not row.is_heading]
        current = [place for place in choices if self._rows[place].is_current]
        best = (current or choices or [-1])[0]
        return self.index(best)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own signature
        """Return the number of rows; rows have no children."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """Return what the row shows."""
        if not index.isValid():
            return None
        row = self.row_at(index)
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return listed((row.title, row.subtitle))
        return None

    def flags(self, index: _Index) -> Qt.ItemFlag:
        """Let languages be chosen, headings not."""
        if not index.isValid() or self.row_at(index).is_heading:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren
