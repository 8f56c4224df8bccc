"""Lists what was translated, finds it, and does with it what the user wants."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from translator.i18n import ntr, tr
from translator.language.tag import LanguageTag
from translator.locales.numbers import grouped
from translator.translation.history import HistoryEntry, HistoryStore, HistoryUnusable
from translator.ui.history.deleting import Deleting, Work
from translator.ui.history.listed import portions_of
from translator.ui.history.screen import HistoryRow, HistoryScreen
from translator.ui.history.words import explain_count, explain_fault, explain_nothing, row_of
from translator.ui.loop.tasks import InTurn, Tasks

Export = Callable[[Path, str, bool], Awaitable[int]]
"""Writes the entries that hold these words, or of them those with a star, into a file, and returns how many.

Raises HistoryUnusable and OSError.
"""

PORTION = 100
"""Entries that are fetched at a time."""


class HistoryPresenter:
    """Shows the history in its window. ``name`` is that of a language; ``reopen`` takes the whole entry.

    ``is_kept`` tells whether translations are being added at present.
    """

    def __init__(
        self, screen: HistoryScreen, store: HistoryStore, name: Callable[[LanguageTag], str],
        clock: Callable[[], datetime], reopen: Callable[[HistoryEntry], None], export: Export,
        is_kept: Callable[[], bool],
    ) -> None:  # fmt: skip
        self._screen = screen
        self._store = store
        self._name = name
        self._clock = clock
        self._reopen = reopen
        self._export = export
        self._is_kept = is_kept
        self._tasks = Tasks()
        self._changes = InTurn()
        self._query = ""
        self._starred = False
        self._listed = ("", False)
        """The words that hold for what is listed, and whether a star does."""
        self._rows: dict[int, HistoryRow] = {}
        self._total = 0
        self._deleting = Deleting(screen, store, self, self._change)
        screen.listen(self)

    @property
    def is_busy(self) -> bool:
        """Whether the history is being changed, or written into a file."""
        return self._changes.is_busy

    async def close(self) -> None:
        """End what only looks, and wait until every change is made, as long as is fair."""
        await self._tasks.close()
        await self._changes.finish()
        await self._tasks.close()  # what the last change had listed anew

    def refresh(self) -> None:
        """List what there is now, as far as it was listed before."""
        self._tasks.cancel("more")
        self._tasks.start("find", self._guarded(partial(self._list, max(PORTION, len(self._rows)))))

    def take_off(self, ids: Sequence[int]) -> None:
        """Take these off the list, those that are on it."""
        listed = [number for number in ids if self._rows.pop(number, None)]
        self._total -= len(listed)
        self._screen.remove_rows(listed, self._total)
        self._tell_how_many()
        # What fetches more counts from where the list ended, and what was counted before has what is gone.
        if self._tasks.cancel("more") or self._tasks.is_running("find"):
            self.refresh()

    # Commands

    def find(self, query: str, *, starred: bool) -> None:
        """List the entries that hold these words, or those of them that have a star."""
        self._query, self._starred = query, starred
        self._rows = {}
        self.refresh()

    def fetch_more(self) -> None:
        """List some more, unless that is under way, or will be anew."""
        if not self._tasks.is_running("find") and not self._tasks.is_running("more"):
            self._tasks.start("more", self._guarded(self._list_more))

    def star(self, ids: Sequence[int], *, starred: bool) -> None:
        """Give these a star, or take it away."""
        self._change(partial(self._star, ids, starred=starred))

    def star_all_listed(self, *, starred: bool) -> None:
        """Do so with all that is listed, with what of it has not been fetched yet."""
        self._change(partial(self._star_all, *self._listed, starred=starred))

    def delete(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        if ids:
            self._deleting.delete(ids)

    def delete_all_listed(self) -> None:
        """Delete all that is listed, with what of it has not been fetched yet, with a way back."""
        query, starred = self._listed
        self._deleting.delete_all(query, starred=starred)

    def forget_undo(self) -> None:
        """Give up the way back."""
        self._deleting.forget_undo()

    def ask_to_clear(self) -> None:
        """Ask whether to delete everything."""
        self._deleting.ask_to_clear()

    def export(self, path: Path) -> None:
        """Write what is listed into this file."""
        self._change(partial(self._write, path, *self._listed))

    def reopen(self, entry_id: int) -> None:
        """Put this translation into the main window, and close this one."""
        self._tasks.start("reopen", self._guarded(partial(self._put_back, entry_id)))

    # What they do

    def _change(self, work: Work) -> None:
        """Do this after what was begun before it: nothing that changes the history is cancelled by what follows."""
        self._changes.do(partial(self._guarded, work))

    async def _guarded(self, work: Work) -> None:
        try:
            await work()
        except HistoryUnusable as fault:
            self._screen.show_notice(explain_fault(fault), "error")

    async def _list(self, most: int) -> None:
        query, starred = self._query, self._starred
        total = await self._store.count(query, starred=starred)
        entries = await self._store.search(query, starred=starred, most=most)
        rows = self._rows_of(entries)
        is_again, self._listed = self._listed == (query, starred), (query, starred)
        self._rows = {row.id: row for row in rows}
        self._total = max(total, len(rows)) if len(rows) == most else len(rows)
        self._screen.show_rows(rows, self._total, again=is_again)
        self._tell_how_many()

    async def _list_more(self) -> None:
        entries = await self._store.search(self._query, starred=self._starred, most=PORTION, after=len(self._rows))
        rows = [row for row in self._rows_of(entries) if row.id not in self._rows]
        self._rows |= {row.id: row for row in rows}
        if len(entries) < PORTION:  # there are fewer than there were
            self._total = len(self._rows)
        self._screen.add_rows(rows, self._total)

    async def _star(self, ids: Sequence[int], *, starred: bool) -> None:
        await self._store.star(*ids, starred=starred)
        if self._starred:
            self.refresh()
            return
        changed = {n: replace(self._rows[n], is_starred=starred) for n in ids if n in self._rows}
        self._rows |= changed
        self._screen.change_rows(list(changed.values()))

    async def _star_all(self, query: str, only_starred: bool, *, starred: bool) -> None:
        for ids in await portions_of(self._store, query, starred=only_starred):
            await self._star(ids, starred=starred)

    async def _write(self, path: Path, query: str, starred: bool) -> None:
        self._screen.show_notice(tr("Writing {name}…").format(name=path.name))
        try:
            count = await self._export(path, query, starred)
        except OSError as fault:
            reason = fault.strerror or str(fault)
            words = tr("{name} could not be written: {reason}.").format(name=path.name, reason=reason)
            self._screen.show_notice(words, "error")
        else:
            words = ntr("{n} translation is in {name}.", "{n} translations are in {name}.", count)
            self._screen.show_notice(words.format(n=grouped(count), name=path.name))

    async def _put_back(self, entry_id: int) -> None:
        entry = await self._store.get(entry_id)
        if entry is None:  # another window has deleted it
            self.refresh()
            return
        self._screen.close_window()
        self._reopen(entry)

    def _rows_of(self, entries: Sequence[HistoryEntry]) -> list[HistoryRow]:
        now = self._clock()
        return [row_of(entry, self._name, now) for entry in entries]

    def _tell_how_many(self) -> None:
        nothing = ("", "")
        if not self._total:
            nothing = explain_nothing(self._query, starred=self._starred, is_kept=self._is_kept())
        self._screen.show_count(explain_count(self._total), grouped(self._total) if self._total else "")
        self._screen.show_empty(*nothing)
