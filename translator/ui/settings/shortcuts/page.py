"""The keys that work in every program."""

import sys

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from translator.i18n import tr
from translator.surroundings.summons import SHORTCUTS, Summons
from translator.ui.look.theme import Theme
from translator.ui.settings.page import Page
from translator.ui.settings.shortcuts.presenter import ShortcutCommands, Way
from translator.ui.shortcuts.words import in_words, name_of
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.fields.chord_field import ChordField
from translator.ui.widgets.groups.flow import FlowLayout
from translator.ui.widgets.groups.group import Group, Row
from translator.ui.widgets.labels.labels import label


class ShortcutRow(Row):
    """The keys for one thing: a field for them, or words where the desktop chooses; what is wrong, and ways out."""

    def __init__(self, theme: Theme, summons: Summons, hint: str) -> None:
        title = name_of(summons)
        self.field = ChordField(theme, title, f"{summons}ShortcutField", lambda c: in_words(c, sys.platform))
        super().__init__(theme, title, hint, self.field)
        self._keys = label("", wrap=True)
        self._keys.setObjectName(f"{summons}ShortcutKeys")
        self.reset = Button(theme, tr("Reset"), f"{summons}ShortcutResetButton", "text")
        self.reset.setAccessibleName(tr("Reset the keys for “{action}”").format(action=title))
        self.use_free = Button(theme, "", f"{summons}ShortcutFreeButton", "text")
        self.side.insertWidget(1, self._keys)
        self._ways_out = QWidget()
        self._ways_out.setLayout(FlowLayout(self.use_free, self.reset, gap=0))
        self.side.addWidget(self._ways_out)
        self.problem.setObjectName(f"{summons}ShortcutProblem")

    def show_way(self, way: Way) -> None:
        """Have a field where there is something to choose."""
        self.field.setVisible(way == "keys")
        self._keys.setVisible(way == "desktop")
        self.set_wanted(wanted=way != "none")

    def show_keys(self, keys: str) -> None:
        """Show these keys."""
        self.field.show_keys(keys)
        self._keys.setText(keys or tr("Not set yet"))

    def show_free(self, keys: str) -> None:
        """Propose these keys; nothing for none."""
        self.use_free.setText(tr("Use {keys}").format(keys=keys))
        self._offer(self.use_free, offered=bool(keys))

    def show_reset(self, *, offered: bool) -> None:
        """Offer the keys of the beginning."""
        self._offer(self.reset, offered=offered)

    def _offer(self, way_out: Button, *, offered: bool) -> None:
        """Show a way out or hide it; the keyboard goes from a hidden one to the field whose keys it has set."""
        if not offered and way_out.hasFocus():
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        way_out.setVisible(offered)
        self._ways_out.setHidden(self.use_free.isHidden() and self.reset.isHidden())


class CommandRow(Row):
    """A command to be bound to keys in the desktop's own settings."""

    def __init__(self, theme: Theme, summons: Summons) -> None:
        title = name_of(summons)
        self.button = Button(theme, tr("Copy"), f"{summons}CommandButton")
        super().__init__(theme, title, " ", self.button)
        self.hint.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.button.setAccessibleName(tr("Copy the command for “{action}”").format(action=title))

    def show_command(self, command: str, *, copied: bool) -> None:
        """Show the command, and whether it was copied."""
        self.set_hint(command)
        self.button.setText(tr("Copied") if copied else tr("Copy"))


class ShortcutsPage(Page):
    """Implements ``presenter.ShortcutsScreen``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "shortcuts", "keyboard", tr("Shortcuts"), tr("Keys that translate wherever you are, in any program.")
        )
        hints = {
            Summons.CLIPBOARD: tr("What was copied last."),
            Summons.SELECTION: tr("What is selected in the program in front."),
            Summons.REGION: tr("Text in a picture or a film: draw a rectangle around it."),
        }
        self._note = Row(theme, tr("Set by the desktop"), tr(
            "This desktop sets the shortcuts itself. Change them in its own settings, under the keyboard."
        ))  # fmt: skip
        self._rows = {summons: ShortcutRow(theme, summons, hints[summons]) for summons in SHORTCUTS}
        self._keys = self.add(Group())
        for row in (self._note, *self._rows.values()):
            self._keys.add(row)
        self._make_commands(theme)
        self._make_double_copy(theme)

    def _make_commands(self, theme: Theme) -> None:
        self._without = Row(theme, tr("No global shortcuts here"), tr(
            "This desktop lets no program have keys of its own. Bind these commands to keys in its settings instead. "
            "GNOME: Settings, Keyboard, Custom Shortcuts. KDE Plasma: System Settings, Keyboard, Shortcuts, Add New, "
            "Command."
        ))  # fmt: skip
        self._command_rows = {summons: CommandRow(theme, summons) for summons in SHORTCUTS}
        self._commands = self.add(Group())
        for row in (self._without, *self._command_rows.values()):
            self._commands.add(row)

    def _make_double_copy(self, theme: Theme) -> None:
        name = tr("Copy twice to translate")
        self._double = Switch(theme, name)
        self._double.setObjectName("doubleCopySwitch")
        self._double_row = self.add(Group()).add(Row(theme, name, " ", self._double))

    def listen(self, commands: ShortcutCommands) -> None:
        """Let the controls do this."""
        for summons, row in self._rows.items():
            row.field.recording_began.connect(lambda s=summons: commands.begin_recording(s))
            row.field.recorded.connect(lambda chord, s=summons: commands.record(s, chord))
            row.field.unusable.connect(lambda s=summons: commands.refuse(s))
            row.field.recording_ended.connect(commands.end_recording)
            row.reset.clicked.connect(lambda _=False, s=summons: commands.reset(s))
            row.use_free.clicked.connect(lambda _=False, s=summons: commands.use_free(s))
        for summons, command_row in self._command_rows.items():
            command_row.button.clicked.connect(lambda _=False, s=summons: commands.copy_command(s))
        self._double.toggled.connect(commands.set_double_copy)

    # What the presenter shows

    def show_way(self, way: Way) -> None:
        """Show what there is to be done where shortcuts are had this way."""
        self._note.set_wanted(wanted=way == "desktop")
        for row in self._rows.values():
            row.show_way(way)
        for other in (self._without, *self._command_rows.values()):
            other.set_wanted(wanted=way == "none")
        self._keys.settle()
        self._commands.settle()

    def show_keys(self, summons: Summons, keys: str) -> None:
        """Show these keys."""
        self._rows[summons].show_keys(keys)

    def show_problem(self, summons: Summons, sentence: str, free: str = "") -> None:
        """Say what is wrong with the keys, and propose others."""
        self._rows[summons].show_problem(sentence)
        self._rows[summons].show_free(free)

    def show_reset(self, summons: Summons, *, offered: bool) -> None:
        """Offer the keys of the beginning."""
        self._rows[summons].show_reset(offered=offered)

    def show_double_copy(self, *, wanted: bool, possible: bool) -> None:
        """Show whether what is copied twice is translated, and whether it could be."""
        self._double.setChecked(wanted)
        self._double.setEnabled(possible)
        self._double_row.set_hint(
            tr("Ctrl+C twice within half a second. Translator sees the clipboard change; it listens to no keys.")
            if possible
            else tr("This desktop does not let a program see what others copy.")
        )

    def show_command(self, summons: Summons, command: str, *, copied: bool) -> None:
        """Show the command to bind, and whether it is on the clipboard now."""
        self._command_rows[summons].show_command(command, copied=copied)
