"""The group of the settings about the history."""

from translator.i18n import tr
from translator.ui.look.theme import Theme
from translator.ui.settings.library.history_presenter import HistorySettingsCommands, Limit
from translator.ui.settings.line_row import LineRow
from translator.ui.widgets.buttons.switch import Switch
from translator.ui.widgets.groups.group import Group, Row


class HistorySection(Group):
    """Implements ``history_presenter.HistorySettingsScreen``."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(tr("History"))
        keep = tr("Keep a history")
        self._switch = Switch(theme, keep)
        self._switch.setObjectName("historySwitch")
        hint = tr("Translations with their texts, to be found again. Switched off, those that are there stay.")
        self.add(Row(theme, keep, hint, self._switch))
        no_limit = tr("No limit")
        self._limits: dict[Limit, LineRow] = {
            "days": LineRow(
                theme, tr("For how many days"), tr("Older ones are deleted, unless they have a star."),
                "historyDaysField", no_limit,
            ),
            "items": LineRow(
                theme, tr("How many translations"), tr("The oldest make room for new ones, unless they have a star."),
                "historyItemsField", no_limit,
            ),
        }  # fmt: skip
        for row in self._limits.values():
            self.add(row)

    def listen(self, commands: HistorySettingsCommands) -> None:
        """Let the controls do this."""
        self._switch.toggled.connect(commands.set_on)
        for limit, row in self._limits.items():
            row.finished.connect(lambda text, limit=limit: commands.set_limit(limit, text))

    def show_on(self, *, wanted: bool) -> None:
        """Show whether translations are kept."""
        self._switch.setChecked(wanted)

    def show_limit(self, limit: Limit, text: str) -> None:
        """Show this limit."""
        self._limits[limit].show_text(text)

    def show_problem(self, limit: Limit, sentence: str) -> None:
        """Say what is wrong with what was typed there."""
        self._limits[limit].show_problem(sentence)
