"""The list of glossaries, with what can be done with the one that is shown."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from translator.i18n import tr
from translator.translation.glossary.term import Glossary
from translator.ui.glossary.screen import GlossaryCommands
from translator.ui.look.theme import Theme
from translator.ui.look.tokens import UNLIMITED
from translator.ui.vocabulary import Line
from translator.ui.widgets.buttons.buttons import Button, ToolButton
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.stacking import stack
from translator.ui.widgets.labels.labels import ElidedLabel
from translator.ui.widgets.lists.line_list import LineList

_LOW_LIST = 64
"""A row, and of a second one enough to tell that there are more."""


class GlossaryList(QWidget):
    """The glossaries there are, and a button for another."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.list = LineList(theme, "glossaryList", tr("Glossaries"))
        self.add = Button(theme, tr("New glossary"), "addGlossaryButton", icon="plus")
        self._theme = theme
        self._is_low = self._has_any = False
        self._arms = QBoxLayout(QBoxLayout.Direction.TopToBottom, self)
        self._arms.setContentsMargins(0, 0, 0, 0)
        self._arms.setSpacing(8)
        self._arms.addWidget(self.list, 1)
        self._arms.addWidget(self.add, 0, Qt.AlignmentFlag.AlignBottom)

    def listen(self, commands: GlossaryCommands) -> None:
        """Let the controls do this."""
        self.list.chosen.connect(lambda chosen: commands.select(int(chosen)))
        self.add.clicked.connect(commands.ask_for_new)

    def set_low(self, *, low: bool) -> None:
        """Take little more than the height of a row, with the button beside it as an icon alone; or what there is."""
        self._is_low = low
        stack(self._arms, stacked=not low)
        self._arms.setAlignment(self.add, Qt.AlignmentFlag.AlignVCenter if low else Qt.AlignmentFlag.AlignBottom)
        self.add.fold_words(folded=low and self._has_any)
        self._hold_height()

    def show_glossaries(self, lines: Sequence[Line], selected: str) -> None:
        """List these, with this one selected."""
        self.list.show_lines(lines, selected)
        self.list.setVisible(bool(lines))
        self._has_any = bool(lines)
        self.set_low(low=self._is_low)

    def _hold_height(self) -> None:
        height = min(self.list.height_of_lines(self.list.width()), self._theme.px(_LOW_LIST))
        self.list.setMinimumHeight(height if self._is_low else 0)
        self.list.setMaximumHeight(height if self._is_low else UNLIMITED)


class GlossaryHead(QWidget):
    """The name of the glossary, its languages, whether it is on; change and delete it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._name = ElidedLabel("", "strong")
        self._name.setObjectName("glossaryNameLabel")
        self._languages = ElidedLabel("", "hint")
        self._switch = Switch(theme, tr("Use this glossary"))
        self._switch.setObjectName("glossarySwitch")
        self._switch.setToolTip(tr("Use this glossary"))
        self._edit = ToolButton(theme, "edit", tr("Name and languages"), "editGlossaryButton")
        self._delete = ToolButton(theme, "trash", tr("Delete the glossary"), "deleteGlossaryButton")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._languages)
        line = QHBoxLayout(self)
        line.setContentsMargins(8, 4, 4, 4)
        line.setSpacing(4)
        line.addLayout(words, 1)
        for part in (self._switch, self._edit, self._delete):
            line.addWidget(part)

    def listen(self, commands: GlossaryCommands) -> None:
        """Let the controls do this."""
        self._switch.toggled.connect(lambda on: commands.switch(on=on))
        self._edit.clicked.connect(commands.ask_for_changes)
        self._delete.clicked.connect(commands.delete_glossary)

    def show_glossary(self, glossary: Glossary | None, languages: str) -> None:
        """Show which one it is; None for none."""
        self.setVisible(glossary is not None)
        if glossary is None:
            return
        self._name.setText(glossary.name)
        self._languages.setText(languages)
        with QSignalBlocker(self._switch):
            self._switch.setChecked(glossary.is_on)
        self._switch.update()
