"""What is kept of translations on this computer: memory, glossaries and history."""

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.settings.library.history_section import HistorySection
from translator.ui.settings.library.library import Shelf
from translator.ui.settings.library.presenter import LibraryCommands
from translator.ui.settings.page import Page
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Group, Row


class OpenRow(Row):
    """Says how much there is, and opens its window."""

    def __init__(self, theme: Theme, title: str, name: str, object_name: str) -> None:
        super().__init__(theme, title, " ")
        self.button = Button(theme, tr("Open"), object_name)
        self.button.setAccessibleName(name)
        self.side.insertWidget(0, self.button)
        self._turns = True


class EmptyRow(Row):
    """A button that deletes, once it was asked."""

    asked = Signal()
    confirmed = Signal()
    kept = Signal()

    def __init__(self, theme: Theme, title: str, hint: str, object_name: str) -> None:
        super().__init__(theme, title, hint)
        self._said = hint
        self._ask = Button(theme, tr("Delete…"), f"{object_name}Button")
        self._ask.setAccessibleName(title)
        self._confirm = Button(theme, tr("Delete"), f"{object_name}ConfirmButton", "danger")
        self._keep = Button(theme, tr("Cancel"), f"{object_name}CancelButton", "text")
        self.side.insertWidget(0, self._ask)
        self._answers = QWidget()
        self._answers.setLayout(FlowLayout(self._confirm, self._keep))
        self.side.insertWidget(1, self._answers)
        for button, said in ((self._ask, self.asked), (self._confirm, self.confirmed), (self._keep, self.kept)):
            button.clicked.connect(said)
        self._turns = True
        self.show_question("")

    def show_question(self, question: str) -> None:
        """Ask this; nothing is asked where it is empty."""
        was_focused = self._confirm.hasFocus() or self._keep.hasFocus()
        self.set_hint(question or self._said)
        set_property(self.hint, "role", "error" if question else "hint")
        self._ask.setVisible(not question)
        self._answers.setVisible(bool(question))
        if question:
            self._keep.setFocus()
        elif was_focused:
            self._ask.setFocus()


class MemoryPage(Page):
    """Implements ``presenter.LibraryScreen``; ``history`` is the part about the history."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "memory",
            "memory",
            tr("Memory"),
            tr("What of your translations is kept, to be used and found again."),
        )
        self._commands: LibraryCommands | None = None
        memory = self.add(Group(tr("Translation memory")))
        glossaries = self.add(Group(tr("Glossaries")))
        self.history = self.add(HistorySection(theme))
        self._open: dict[Shelf, OpenRow] = {
            "memory": OpenRow(theme, tr("Units"), tr("Open the memory"), "openMemoryButton"),
            "glossaries": OpenRow(theme, tr("Glossaries"), tr("Open the glossaries"), "openGlossariesButton"),
            "history": OpenRow(theme, tr("Translations"), tr("Open the history"), "openHistoryButton"),
        }
        self._empty: dict[Shelf, EmptyRow] = {
            "memory": EmptyRow(
                theme, tr("Forget everything"),
                tr("All units, and all that services answered. Glossaries and the history stay."), "forgetMemory",
            ),
            "history": EmptyRow(
                theme, tr("Clear the history"), tr("All translations but those with a star."), "clearHistory"
            ),
        }  # fmt: skip
        groups: dict[Shelf, Group] = {"memory": memory, "glossaries": glossaries, "history": self.history}
        for shelf, group in groups.items():
            group.add(self._open[shelf])
            if shelf in self._empty:
                group.add(self._empty[shelf])

    def listen(self, commands: LibraryCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        for shelf, row in self._open.items():
            row.button.clicked.connect(lambda _=False, shelf=shelf: commands.open(shelf))
        for shelf, question in self._empty.items():
            question.asked.connect(lambda shelf=shelf: commands.ask_to_empty(shelf))
            question.confirmed.connect(lambda shelf=shelf: commands.empty(shelf))
            question.kept.connect(lambda shelf=shelf: commands.keep(shelf))

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        if self._commands is not None:
            self._commands.look()

    # What the presenter shows

    def show_count(self, shelf: Shelf, words: str) -> None:
        """Say how much there is of it."""
        self._open[shelf].set_hint(words)

    def show_question(self, shelf: Shelf, question: str) -> None:
        """Ask whether to empty this; nothing is asked any more where it is empty."""
        if shelf in self._empty:
            self._empty[shelf].show_question(question)

    def show_problem(self, shelf: Shelf, sentence: str) -> None:
        """Say why it cannot be emptied."""
        if shelf in self._empty:
            self._empty[shelf].show_problem(sentence)
