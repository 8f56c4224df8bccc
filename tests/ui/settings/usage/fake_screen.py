"""The usage page, without a window."""

from collections.abc import Sequence

from translator.translation.spending.usage import Period
from translator.ui.settings.usage.screen import Progress, UsageCommands, UsageLine


class FakeUsageScreen:
    """Likewise, of the usage page. ``read`` counts how often the figures were shown."""

    def __init__(self) -> None:
        self.commands: UsageCommands | None = None
        self.lines: dict[Period, list[UsageLine]] = {}
        self.otherwise: dict[Period, str] = {}
        self.budgets: dict[Period, str] = {}
        self.problems: dict[Period, str] = {}
        self.progress: dict[Period, Progress | None] = {}
        self.price_table = ""
        self.read = 0

    def listen(self, commands: UsageCommands) -> None:
        self.commands = commands

    def show_lines(self, period: Period, lines: Sequence[UsageLine], otherwise: str) -> None:
        self.lines[period], self.otherwise[period] = list(lines), otherwise
        self.read += period == "month"

    def show_budget(self, period: Period, text: str) -> None:
        self.budgets[period] = text

    def show_problem(self, period: Period, sentence: str) -> None:
        self.problems[period] = sentence

    def show_progress(self, period: Period, progress: Progress | None) -> None:
        self.progress[period] = progress

    def show_price_table(self, words: str) -> None:
        self.price_table = words
