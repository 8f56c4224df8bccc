"""A window of the history that remembers what it was told."""

from collections.abc import Sequence

from translator.ui.history.screen import HistoryCommands, HistoryRow
from translator.ui.vocabulary import Action, Severity


class FakeHistoryScreen:
    """Shows ``rows`` of ``total``, a ``count``, an ``empty`` state and a ``notice`` with ``actions``."""

    def __init__(self) -> None:
        self.rows: list[HistoryRow] = []
        self.total = 0
        self.is_again = False
        self.count = ""
        self.empty = ("", "")
        self.notice = ""
        self.severity: Severity = "info"
        self.actions: dict[str, Action] = {}
        self.is_open = True
        self.listings = 0

    def listen(self, commands: HistoryCommands) -> None:
        """There is nobody to press anything."""

    def show_rows(self, rows: Sequence[HistoryRow], total: int, *, again: bool = False) -> None:
        self.rows, self.total, self.is_again = list(rows), total, again
        self.listings += 1

    def add_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        self.rows += rows
        self.total = total

    def change_rows(self, rows: Sequence[HistoryRow]) -> None:
        changed = {row.id: row for row in rows}
        self.rows = [changed.get(old.id, old) for old in self.rows]

    def remove_rows(self, ids: Sequence[int], total: int) -> None:
        self.rows = [row for row in self.rows if row.id not in ids]
        self.total = total

    def show_count(self, words: str, short: str = "") -> None:
        self.count = words

    def show_empty(self, title: str, hint: str) -> None:
        self.empty = (title, hint)

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        self.notice, self.severity = sentence, severity
        self.actions = {action.text: action for action in actions}

    def dismiss_notice(self) -> None:
        self.show_notice("")

    def close_window(self) -> None:
        self.is_open = False
