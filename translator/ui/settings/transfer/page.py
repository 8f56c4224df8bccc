"""The settings as a file, for another computer."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.ui.file_dialogs import ask_file_to_open, ask_file_to_save
from translator.ui.look.theme import Theme
from translator.ui.settings.page import Page
from translator.ui.settings.transfer.changes import Change
from translator.ui.settings.transfer.presenter import TransferCommands
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Group, Row

_NAME = "translator-settings.toml"


class FileRow(Row):
    """A button that asks for a file; ``show_outcome`` says in place of the explanation what became of it."""

    def __init__(self, theme: Theme, title: str, hint: str, words: str, object_name: str) -> None:
        super().__init__(theme, title, hint)
        self._said = hint
        self.button = Button(theme, words, object_name)
        self.side.insertWidget(0, self.button)
        self._turns = True

    def show_outcome(self, sentence: str, problem: str) -> None:
        """Say this, and what is wrong; the explanation where there is nothing to say."""
        self.set_hint(sentence or self._said)
        self.show_problem(problem)


class ChangeRow(Row):
    """One setting that would be another."""

    def show_change(self, change: Change | None) -> None:
        """Show this; None for nothing at all."""
        self.set_wanted(wanted=change is not None)
        if change is not None:
            self.title.setText(change.title)
            self.set_hint(tr("{before} becomes {after}").format(before=change.before, after=change.after))


class TransferPage(Page):
    """Implements ``presenter.TransferScreen``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "transfer", "export", tr("Export and import"), tr("Your settings, for another computer.")
        )  # fmt: skip
        group = self.add(Group())
        self._export = FileRow(
            theme, tr("Export the settings"),
            tr("Into a file, without keys, headers, and passwords within addresses."), tr("Export…"),
            "exportSettingsButton",
        )  # fmt: skip
        self._import = FileRow(
            theme, tr("Import settings"), tr("You see what would change before anything does."), tr("Import…"),
            "importSettingsButton",
        )  # fmt: skip
        self._undo = Button(theme, tr("Undo"), "undoImportButton", "text")
        self._undo.setAccessibleName(tr("Undo the import"))
        self._import.add_below(self._undo)
        group.add(self._export)
        group.add(self._import)
        self._changes: list[ChangeRow] = []
        self._preview = self.add(Group(tr("What would change")))
        self._make_question(theme)

    def _make_question(self, theme: Theme) -> None:
        self._apply = Button(theme, tr("Apply"), "applyImportButton", "primary")
        self._leave = Button(theme, tr("Cancel"), "cancelImportButton", "text")
        buttons = QWidget()
        buttons.setLayout(FlowLayout(self._apply, self._leave))
        self._question = Row(
            self._theme, tr("Apply these changes?"), tr("They can be undone until something else is changed."), buttons
        )  # fmt: skip
        self._decision = self.add(Group())
        self._decision.add(self._question)
        self.show_changes([])

    def listen(self, commands: TransferCommands) -> None:
        """Let the controls do this."""
        self._export.button.clicked.connect(
            lambda: ask_file_to_save(self, _NAME, commands.export, tr("Export the settings"), "toml")
        )
        self._import.button.clicked.connect(lambda: ask_file_to_open(self, commands.take_in, tr("Import settings")))
        self._apply.clicked.connect(commands.apply)
        self._leave.clicked.connect(commands.leave)
        self._undo.clicked.connect(commands.undo)

    # What the presenter shows

    def show_exported(self, sentence: str, problem: str = "") -> None:
        """Say what became of the export; what it is for where there is nothing to say."""
        self._export.show_outcome(sentence, problem)

    def show_imported(self, sentence: str, problem: str = "") -> None:
        """Say what became of the import; what it is for where there is nothing to say."""
        self._import.show_outcome(sentence, problem)

    def show_changes(self, changes: Sequence[Change]) -> None:
        """Show what would change, and ask; nothing where there are none."""
        had_focus = self._apply.hasFocus() or self._leave.hasFocus()
        while len(self._changes) < len(changes):
            row = ChangeRow(self._theme, "")
            self._changes.append(row)
            self._preview.add(row)
        for row, change in zip_longest(self._changes, changes):
            row.show_change(change)
        self._question.set_wanted(wanted=bool(changes))
        self._preview.settle()
        self._decision.settle()
        if changes:
            self._leave.setFocus(Qt.FocusReason.OtherFocusReason)
        elif had_focus:
            self._import.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def offer_undo(self, *, offered: bool) -> None:
        """Offer to bring back what was set before, or not."""
        self._undo.setVisible(offered)
