"""The group of the settings about how translations are to sound."""

from PySide6.QtWidgets import QPlainTextEdit

from translator.i18n import tr
from translator.settings import Tone
from translator.ui.look.theme import Theme
from translator.ui.settings.translation.style_presenter import StyleCommands
from translator.ui.widgets.fields.combo import ComboBox
from translator.ui.widgets.fields.lines_field import LinesField
from translator.ui.widgets.groups.group import Group, Row

_LINES = 4


class StyleSection(Group):
    """Implements ``style_presenter.StyleScreen``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("Style"))
        self._tone = ComboBox(theme, "tonePicker")
        choices: list[tuple[str, Tone]] = [
            (tr("As the source"), "source"), (tr("Formal"), "formal"), (tr("Informal"), "informal"),
        ]  # fmt: skip
        self._tone.set_choices(choices)
        hint = tr("How one is addressed, where a language tells: Sie or du, vous or tu.")
        self.add(Row(theme, tr("Tone"), hint, self._tone))
        self._instructions = LinesField(theme, "instructionsField", _LINES)
        self._instructions.setLineWrapMode(QPlainTextEdit.LineWrapMode.WidgetWidth)
        self._instructions.setPlaceholderText(tr("For a technical audience"))
        hint = tr("Go with every request, in your own words.")
        self._row = self.add(Row(theme, tr("Instructions"), hint, self._instructions))

    def listen(self, commands: StyleCommands) -> None:
        """Let the controls do this."""
        self._tone.activated.connect(lambda _: commands.choose_tone(self._tone.currentData()))
        self._instructions.editing_finished.connect(lambda: commands.set_instructions(self._instructions.toPlainText()))

    def show_tone(self, tone: Tone) -> None:
        """Show the chosen tone."""
        self._tone.choose(tone)

    def show_instructions(self, text: str) -> None:
        """Show these instructions."""
        self._instructions.setPlainText(text)

    def show_problem(self, sentence: str) -> None:
        """Say what is wrong with what was typed."""
        self._row.show_problem(sentence)
