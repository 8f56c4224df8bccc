"""What the presenters of the memory ask of their window, and of files. Tests have their own."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translator.joining import in_a_row
from translator.language.tag import LanguagePair
from translator.translation.memory.exchange import TakenIn
from translator.translation.memory.unit import TranslationUnit
from translator.ui.vocabulary import Action, Severity


@dataclass(frozen=True, slots=True)
class MemoryRow:
    """A unit in the table, and in words what is known of it beside its texts."""

    unit: TranslationUnit
    languages: str
    origin: str
    changed: str

    @property
    def facts(self) -> str:
        """All of it in one line, with its note."""
        note = " ".join(self.unit.note.split())
        return in_a_row((self.languages, self.origin, self.changed, note))


class MemoryFiles(Protocol):
    """Joins the memory with TMX files."""

    async def take_in(
        self, path: Path, told: Callable[[int, float], None], is_cancelled: Callable[[], bool]
    ) -> TakenIn:
        """Keep the units of a file. Raises MemoryUnusable, UnitFileInvalid and OSError.

        ``told`` is called with how many there are so far, and the share of the file that was read, from 0 to 1. What
        was taken in before it was cancelled, or before an error in the file, stays.
        """
        ...

    async def write(
        self,
        path: Path,
        languages: LanguagePair | None,
        told: Callable[[int], None],
        is_cancelled: Callable[[], bool],
    ) -> int:
        """Write all units, or those of a pair; return how many there were. Raises MemoryUnusable and OSError.

        Where it is cancelled there is no new file, and an old one stays as it was.
        """
        ...


class MemoryCommands(Protocol):
    """What the controls of the window do."""

    def find(self, query: str) -> None:
        """List the units that hold these words."""
        ...

    def fetch_more(self) -> None:
        """List some more."""
        ...

    def save(self, unit: TranslationUnit) -> None:
        """Keep a unit that was changed in the table."""
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

    def ask_to_forget(self) -> None:
        """Ask whether to forget everything."""
        ...

    def take_in(self, path: Path) -> None:
        """Keep the units of this file."""
        ...

    def export(self, path: Path, languages: LanguagePair | None) -> None:
        """Write all units, or those of a pair, into this file."""
        ...

    def cancel(self) -> None:
        """Stop reading or writing the file."""
        ...


class TransferScreen(Protocol):
    """The part of the window that says how it goes with a file."""

    def show_progress(self, sentence: str, percent: int | None) -> None:
        """Say how far it is, with a way to stop it; ``percent`` is None where that is not known. No sentence: done."""
        ...

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        """Say this below the table, with its next steps."""
        ...


class MemoryScreen(TransferScreen, Protocol):
    """The window of the memory."""

    def listen(self, commands: MemoryCommands) -> None:
        """Let the controls do this."""
        ...

    def show_rows(self, rows: Sequence[MemoryRow], *, more: bool, again: bool = False) -> None:
        """List these; ``more`` tells whether others follow. What was chosen stays so where it is among them.

        ``again`` says that it is the same as before, as it is now: where all of it was chosen, all of it is.
        """
        ...

    def add_rows(self, rows: Sequence[MemoryRow], *, more: bool) -> None:
        """List these as well."""
        ...

    def change_row(self, row: MemoryRow) -> None:
        """Show the unit of that id as it is now."""
        ...

    def remove_rows(self, ids: Sequence[int]) -> None:
        """Take these out of the table."""
        ...

    def show_count(self, words: str) -> None:
        """Say how many there are."""
        ...

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing in the table; nothing where there is something."""
        ...

    def show_pairs(self, pairs: Sequence[tuple[str, LanguagePair]]) -> None:
        """Offer to export each of these by itself."""
        ...

    def dismiss_notice(self) -> None:
        """Take the notice away."""
        ...
