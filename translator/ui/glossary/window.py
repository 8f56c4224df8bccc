"""The window of the glossaries: a list of them, and the terms of the one that is selected, as a table."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QMenu, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.language.tag import LanguageTag
from translator.translation.glossary.term import Glossary, Term
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save
from translator.ui.glossary.forms import GlossaryForm
from translator.ui.glossary.head import GlossaryHead, GlossaryList
from translator.ui.glossary.screen import GlossaryCommands
from translator.ui.glossary.table import TermTable
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import UNLIMITED
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.fields.search_field import SearchField
from translator.ui.widgets.groups.foot import Foot
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.sheets.sheet import Sheet
from translator.ui.widgets.windows.search_window import SearchWindow

_SIZE = QSize(960, 600)
_SMALLEST = QSize(340, 420)
_SIDEBAR = 216
_STACK_BELOW = 560
_LIST_HEIGHT_STACKED = 150
_LOW_BELOW = 400
_MARGIN = 12


class GlossaryWindow(SearchWindow):
    """Implements ``screen.GlossaryScreen``."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        self._table = TermTable(theme)
        search = SearchField(theme, "termSearchField", tr("Search terms"))
        super().__init__(theme, "glossary", tr("Glossaries"), search, self._table, parent)
        self._commands: GlossaryCommands | None = None
        self._glossary: Glossary | None = None
        self.set_sizes(_SIZE, _SMALLEST)
        self._form = GlossaryForm(theme, self)
        self._glossaries = GlossaryList(theme)
        self._head = GlossaryHead(theme)
        self._make_tools()
        self._lay_out()
        self._follow_choice()

    def _make_tools(self) -> None:
        theme = self._theme
        self._import = ToolButton(theme, "import", tr("Import terms…"), "importTermsButton")
        self._export = ToolButton(theme, "export", tr("Export the glossary…"), "exportTermsButton")
        self._export.clicked.connect(self._open_export_menu)
        self._import.clicked.connect(self._ask_file_to_import)
        self._menu = QMenu(self)
        self._menu.setObjectName("exportTermsMenu")
        for words, kind in ((tr("As CSV…"), "csv"), (tr("As TSV…"), "tsv"), (tr("As TBX…"), "tbx")):
            action = self._menu.addAction(theme.icon("export", self), words)
            action.setObjectName(f"exportTerms{kind.title()}Action")
            action.triggered.connect(lambda _checked=False, kind=kind: self._ask_file_to_export(kind))
        self._count = ElidedLabel()
        self._count.setObjectName("termCountLabel")
        self._delete = ToolButton(theme, "trash", tr("Delete terms"), "deleteTermsButton", "Del")
        self._delete.clicked.connect(self._delete_chosen)
        self._add = Button(theme, tr("Add term"), "addTermButton", "primary", "")
        self._add.clicked.connect(self._begin_term)

    def _lay_out(self) -> None:
        tools = QHBoxLayout()
        tools.setContentsMargins(8, 0, 4, 4)
        tools.setSpacing(4)
        tools.addWidget(self._search, 1)
        tools.addWidget(self._import)
        tools.addWidget(self._export)
        self._tools = QWidget()
        self._tools.setLayout(tools)
        self._foot = Foot(self._count, self._delete, self._add)
        self._foot.setContentsMargins(8, 4, 8, 4)
        sheet = Sheet(self._theme)
        inside = QVBoxLayout(sheet)
        inside.setContentsMargins(4, 4, 4, 4)
        inside.setSpacing(4)
        for part in (self._head, self._tools):
            inside.addWidget(part)
        inside.addWidget(self._stack, 1)
        inside.addWidget(self._notice)
        inside.addWidget(self._foot)
        self._arms = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._arms.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        self._arms.setSpacing(_MARGIN)
        self._arms.addWidget(self._glossaries)
        self._arms.addWidget(sheet, 1)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the list of glossaries beside the terms, or above them."""
        super().resizeEvent(event)
        stacked = self.width() < max(_STACK_BELOW, self._theme.px(_STACK_BELOW))
        stack(self._arms, stacked=stacked)
        width, height = self._theme.px(_SIDEBAR), self._theme.px(_LIST_HEIGHT_STACKED)
        self._glossaries.setMaximumSize(
            QSize(UNLIMITED, min(height, self.height() // 3)) if stacked else QSize(width, UNLIMITED)
        )
        self._glossaries.setMinimumWidth(0 if stacked else width)
        self._glossaries.set_low(low=stacked and self.height() < self._theme.px(_LOW_BELOW))

    # What one does

    def _begin_term(self) -> None:
        self._search.clear()  # a new term holds no word that is searched for
        self._stack.setCurrentIndex(0)
        self._table.begin_term()

    def _delete_chosen(self) -> None:
        if self._commands is not None:
            self._commands.delete_terms(self._table.chosen)

    def _open_export_menu(self) -> None:
        self._menu.popup(self._export.mapToGlobal(self._export.rect().bottomLeft()))

    def _ask_file_to_import(self) -> None:
        if self._commands is not None:
            ask_file_to_open(self, self._commands.take_in, tr("Import terms"))

    def _ask_file_to_export(self, kind: str) -> None:
        if self._commands is not None and self._glossary is not None:
            name = "".join("-" if sign in '\\/:*?"<>|' else sign for sign in self._glossary.name)
            ask_file_to_save(self, f"{name}.{kind}", self._commands.export, tr("Export the glossary"), kind)

    def _follow_choice(self) -> None:
        self._delete.setEnabled(bool(self._table.chosen))

    def hideEvent(self, event: QHideEvent) -> None:
        """Take what is being typed, and dismiss what was said: there is no way back from a window that was closed."""
        if not event.spontaneous():
            self._table.finish_editing()
            self._notice.dismiss()
        super().hideEvent(event)

    # What the presenter shows

    def listen(self, commands: GlossaryCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        self._glossaries.listen(commands)
        self._head.listen(commands)
        self._form.answered.connect(commands.save_glossary)
        self._search.textChanged.connect(commands.find)
        self._table.terms.edited.connect(commands.save_term)
        self._table.delete_wanted.connect(self._delete_chosen)
        self._table.selectionModel().selectionChanged.connect(self._follow_choice)
        self._table.terms.modelReset.connect(self._follow_choice)

    def show_glossaries(self, lines: Sequence[Line], selected: str) -> None:
        """List these, with this one selected."""
        self._glossaries.show_glossaries(lines, selected)

    def show_glossary(self, glossary: Glossary | None, languages: str) -> None:
        """Show which glossary the terms are of; None where there is none at all."""
        self._glossary = glossary
        self._head.show_glossary(glossary, languages)
        for part in (self._tools, self._foot):
            part.setVisible(glossary is not None)

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List these. What is being typed is taken first: it would be gone with its row."""
        self._table.finish_editing()
        self._table.terms.show_terms(terms)

    def put_term(self, before: int, term: Term) -> None:
        """Show this in the place of the term of that id."""
        self._table.terms.put_term(before, term)

    def show_count(self, words: str) -> None:
        """Say how many terms there are."""
        self._count.setText(words)
        self._foot.hold(words)

    def ask_about_glossary(
        self, glossary: Glossary | None, languages: Sequence[tuple[str, LanguageTag]], problem: str = ""
    ) -> None:
        """Ask for name and languages."""
        self._form.ask(glossary, languages, problem)

    def close_question(self) -> None:
        """Go on: the answer was taken."""
        self._form.accept()
