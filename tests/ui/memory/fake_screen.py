"""A window of the memory that remembers what it was told."""

from collections.abc import Sequence

from translator.language.tag import LanguagePair
from translator.ui.memory.screen import MemoryCommands, MemoryRow
from translator.ui.vocabulary import Action, Severity


class FakeMemoryScreen:
    """Its attributes are what a user would see. ``progress`` is everything that was said of a file, in order."""

    def __init__(self) -> None:
        self.rows: list[MemoryRow] = []
        self.more = False
        self.is_again = False
        self.listings = 0
        self.count = ""
        self.empty = ("", "")
        self.pairs: list[tuple[str, LanguagePair]] = []
        self.progress: list[tuple[str, int | None]] = []
        self.notice = ""
        self.severity: Severity = "info"
        self.actions: dict[str, Action] = {}

    @property
    def sources(self) -> list[str]:
        return [row.unit.source for row in self.rows]

    def press(self, text: str) -> None:
        self.actions[text].run()

    def listen(self, commands: MemoryCommands) -> None:
        """There is nobody to press anything."""

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool, again: bool = False) -> None:
        self.rows, self.more, self.is_again = list(rows), more, again
        self.listings += 1

    def add_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        self.rows += rows
        self.more = more

    def change_row(self, row: MemoryRow) -> None:
        self.rows = [row if old.unit.id == row.unit.id else old for old in self.rows]

    def remove_rows(self, ids: Sequence[int]) -> None:
        self.rows = [row for row in self.rows if row.unit.id not in ids]

    def show_count(self, words: str) -> None:
        self.count = words

    def show_empty(self, title: str, hint: str) -> None:
        self.empty = (title, hint)

    def show_pairs(self, pairs: Sequence[tuple[str, LanguagePair]]) -> None:
        self.pairs = list(pairs)

    def show_progress(self, sentence: str, percent: int | None) -> None:
        self.progress.append((sentence, percent))

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        self.notice, self.severity = sentence, severity
        self.actions = {action.text: action for action in actions}

    def dismiss_notice(self) -> None:
        self.show_notice("")
