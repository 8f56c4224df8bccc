"""What the presenter of the history asks of its window. The real one is made of widgets; tests have their own."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, Protocol

from translator.joining import in_a_row, listed
from translator.ui.vocabulary import Action, Severity

ExportFormat = Literal["csv", "tmx", "md"]
"""The kinds of files; also how their names end."""


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """An entry in the list: its texts as one line each, and below them the languages and the other facts, in words."""

    id: int
    source: str
    target: str
    languages: str
    facts: str = ""
    is_starred: bool = False

    @property
    def caption(self) -> str:
        """What stands below the texts."""
        return in_a_row((self.languages, self.facts))

    @property
    def words(self) -> str:
        """All that is shown but the star, for a screen reader."""
        return listed((self.source, self.target, self.caption))


class HistoryCommands(Protocol):
    """What the controls of the window do."""

    def find(self, query: str, *, starred: bool) -> None:
        """List the entries that hold these words, or those of them that have a star."""
        ...

    def fetch_more(self) -> None:
        """List some more."""
        ...

    def star(self, ids: Sequence[int], *, starred: bool) -> None:
        """Give these a star, or take it away."""
        ...

    def star_all_listed(self, *, starred: bool) -> None:
        """Do so with all that is listed, with what of it has not been fetched yet."""
        ...

    def delete(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        ...

    def delete_all_listed(self) -> None:
        """Delete all that is listed, with what of it has not been fetched yet, with a way back."""
        ...

    def forget_undo(self) -> None:
        """Give up the way back: the notice that offered it is dismissed."""
        ...

    def ask_to_clear(self) -> None:
        """Ask whether to delete everything."""
        ...

    def export(self, path: Path) -> None:
        """Write what is listed into this file; its name says as what."""
        ...

    def reopen(self, entry_id: int) -> None:
        """Put this translation into the main window."""
        ...


class HistoryScreen(Protocol):
    """The window of the history."""

    def listen(self, commands: HistoryCommands) -> None:
        """Let the controls do this."""
        ...

    def show_rows(self, rows: Sequence[HistoryRow], total: int, *, again: bool = False) -> None:
        """List these, of so many; what was chosen stays so where it is among them.

        ``again`` says that it is the same as before, as it is now: where all of it was chosen, all of it is.
        """
        ...

    def add_rows(self, rows: Sequence[HistoryRow], total: int) -> None:
        """List these as well."""
        ...

    def change_rows(self, rows: Sequence[HistoryRow]) -> None:
        """Show the rows of these ids as they are now."""
        ...

    def remove_rows(self, ids: Sequence[int], total: int) -> None:
        """Take these out of the list."""
        ...

    def show_count(self, words: str, short: str = "") -> None:
        """Say how many there are; ``short`` is for where there is little room."""
        ...

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing in the list; nothing where there is something."""
        ...

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        """Say this below the list, with its next steps."""
        ...

    def dismiss_notice(self) -> None:
        """Take that away."""
        ...

    def close_window(self) -> None:
        """Close the window."""
        ...
