"""The usage page: what was used today and this month, and the budget."""

from collections.abc import Sequence
from itertools import zip_longest

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QShowEvent

from translator.i18n import tr
from translator.translation.spending.usage import Period
from translator.ui.look.theme import Theme
from translator.ui.settings.line_row import LineRow
from translator.ui.settings.page import Page
from translator.ui.settings.usage.screen import Progress, UsageCommands, UsageLine
from translator.ui.widgets.groups.group import Group, Row
from translator.ui.widgets.labels.labels import label
from translator.ui.widgets.labels.meter import Meter


class UsagePage(Page):
    """Tells the presenter when it is seen: figures are read for whoever looks at them."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme, "usage", "usage", tr("Usage"), tr("What translations took and cost. It is kept on this computer.")
        )
        self._commands: UsageCommands | None = None
        self._used: dict[Period, UsageGroup] = {
            "day": self.add(UsageGroup(theme, tr("Today"))),
            "month": self.add(UsageGroup(theme, tr("This month"))),
        }
        group = self.add(Group(tr("Budget")))
        self._budgets: dict[Period, BudgetRow] = {
            "day": BudgetRow(theme, tr("A day"), tr("Spent today"), "dayBudget"),
            "month": BudgetRow(theme, tr("A month"), tr("Spent this month"), "monthBudget"),
        }
        for row in self._budgets.values():
            group.add(row)
        self._prices = self.add(Group()).add(Row(theme, tr("Prices")))

    def listen(self, commands: UsageCommands) -> None:
        """Let the controls do this."""
        self._commands = commands
        for period, row in self._budgets.items():
            row.finished.connect(lambda text, period=period: commands.set_budget(period, text))

    def showEvent(self, event: QShowEvent) -> None:
        """Say that somebody looks."""
        super().showEvent(event)
        if self._commands is not None:
            self._commands.look()

    def hideEvent(self, event: QHideEvent) -> None:
        """Say that nobody does any more."""
        super().hideEvent(event)
        if self._commands is not None:
            self._commands.look_away()

    # What the presenter shows

    def show_lines(self, period: Period, lines: Sequence[UsageLine], otherwise: str) -> None:
        """Show what was used in this period; where that is nothing, say so."""
        self._used[period].show_lines(lines or ([UsageLine("", otherwise, "")] if otherwise else []))

    def show_budget(self, period: Period, text: str) -> None:
        """Show this in the field of the budget."""
        self._budgets[period].show_text(text)

    def show_problem(self, period: Period, sentence: str) -> None:
        """Say what is wrong with what was typed there; nothing if empty."""
        self._budgets[period].show_problem(sentence)

    def show_progress(self, period: Period, progress: Progress | None) -> None:
        """Show how far the budget is spent; nothing where there is none."""
        self._budgets[period].show_progress(progress)

    def show_price_table(self, words: str) -> None:
        """Say where the prices come from, and of which day they are."""
        self._prices.set_hint(words)


class UsageGroup(Group):
    """A period: a row for each model of each service."""

    def __init__(self, theme: Theme, heading: str) -> None:
        super().__init__(heading)
        self._theme = theme
        self._lines: list[UsageRow] = []
        self.settle()

    def show_lines(self, lines: Sequence[UsageLine]) -> None:
        """Show these."""
        while len(self._lines) < len(lines):
            self._lines.append(row := UsageRow(self._theme))
            self.add(row)
        for row, line in zip_longest(self._lines, lines):
            row.show_line(line)
        self.settle()


class UsageRow(Row):
    """What one model of one service took, and what that cost."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, "")
        self._cost = label("", "strong")
        self._cost.setAlignment(Qt.AlignmentFlag.AlignTrailing | Qt.AlignmentFlag.AlignVCenter)
        self.side.insertWidget(0, self._cost)

    def show_line(self, line: UsageLine | None) -> None:
        """Show this; None for nothing at all."""
        self.set_wanted(wanted=line is not None)
        if line is None:
            return
        self.title.setText(line.title)
        self.title.setVisible(bool(line.title))
        self.set_hint(line.words)
        self._cost.setText(line.cost)
        self._cost.setVisible(bool(line.cost))
        words = tr("Unknown cost") if line.cost == "–" else tr("Cost: {cost}").format(cost=line.cost)
        self._cost.setAccessibleName(words)


class BudgetRow(LineRow):
    """The most that may be spent in a period, and below it how much of that is."""

    def __init__(self, theme: Theme, title: str, meter: str, object_name: str) -> None:
        hint = tr("US dollars, as estimated. Empty: no limit.")
        super().__init__(theme, title, hint, f"{object_name}Field", tr("No limit"))
        self._meter = Meter(theme, meter, f"{object_name}Meter")
        self._words = label("", "hint", wrap=True)
        self._words.setObjectName(f"{object_name}Label")
        self.add_below(self._meter)
        self.add_below(self._words)
        self.show_progress(None)

    def show_progress(self, progress: Progress | None) -> None:
        """Show how far the budget is spent; nothing where there is none."""
        for part in (self._meter, self._words):
            part.setVisible(progress is not None)
        if progress is not None:
            self._meter.show_part(progress.percent, progress.fullness)
            self._words.setText(progress.words)
