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
from translator.ui.history.screen import HistoryRow, HistoryScreen
from translator.ui.history.words import (
    explain_clearing,
    explain_count,
    explain_fault,
    explain_not_deleted,
    explain_nothing,
    row_of,
)
from translator.ui.loop.tasks import InTurn, Tasks
from translator.ui.packed import Packed, pack
from translator.ui.vocabulary import Action

Export = Callable[[Path, str, bool], Awaitable[int]]
"""Writes the entries that hold these words, or of them those with a star, into a file, and returns how many.

Raises HistoryUnusable and OSError.
"""

_Work = Callable[[], Awaitable[None]]


PORTION = 100
"""Entries that are fetched at a time."""

AT_ONCE = 1_000
"""Entries that are looked for or deleted at a time where all that are listed are wanted."""


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
        self._gone: list[Packed[HistoryEntry]] = []
        screen.listen(self)

    async def close(self) -> None:
        """End what only looks, and wait until every change is made, as long as is fair."""
        await self._tasks.close()
        await self._changes.finish()

    def refresh(self) -> None:
        """List what there is now, as far as it was listed before."""
        self._tasks.cancel("more")
        self._tasks.start("find", self._guarded(partial(self._list, max(PORTION, len(self._rows)))))

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
            self._change(partial(self._or_again, partial(self._delete, ids)))

    def delete_all_listed(self) -> None:
        """Delete all that is listed, with what of it has not been fetched yet, with a way back."""
        self._change(partial(self._or_again, partial(self._delete_all, *self._listed)))

    def forget_undo(self) -> None:
        """Give up the way back."""
        self._gone = []

    def ask_to_clear(self) -> None:
        """Ask whether to delete everything."""
        self._change(self._ask_to_clear)

    def export(self, path: Path) -> None:
        """Write what is listed into this file."""
        self._change(partial(self._write, path))

    def reopen(self, entry_id: int) -> None:
        """Put this translation into the main window, and close this one."""
        self._tasks.start("reopen", self._guarded(partial(self._put_back, entry_id)))

    # What they do

    def _change(self, work: _Work) -> None:
        """Do this after what was begun before it: nothing that changes the history is cancelled by what follows."""
        self._changes.do(partial(self._guarded, work))

    async def _guarded(self, work: _Work) -> None:
        try:
            await work()
        except HistoryUnusable as fault:
            self._screen.show_notice(explain_fault(fault), "error")

    async def _or_again(self, deletion: _Work) -> None:
        """Delete something; where that cannot be, say so, and offer to do it again. Part of it may be gone."""
        try:
            await deletion()
        except HistoryUnusable as fault:
            again = partial(self._change, partial(self._or_again, deletion))
            actions = [Action(tr("Try again"), "deleteAgainButton", again)]
            if self._gone:
                actions.append(self._undo_action())
            self._screen.show_notice(explain_not_deleted(fault), "error", actions)

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
        ids = await self._ids_of(query, only_starred)
        for first in range(0, len(ids), AT_ONCE):
            await self._star(ids[first : first + AT_ONCE], starred=starred)

    async def _ids_of(self, query: str, starred: bool) -> Sequence[int]:
        """Return all that such a list holds."""
        ids: list[int] = []
        while found := await self._store.search(query, starred=starred, most=AT_ONCE, after=len(ids)):
            ids += [entry.id for entry in found]
        return ids

    async def _delete_all(self, query: str, starred: bool) -> None:
        ids = await self._ids_of(query, starred)
        try:
            for first in range(0, len(ids), AT_ONCE):
                await self._delete(ids[first : first + AT_ONCE])
        finally:
            if self._gone:  # of what has not been fetched, the list does not know that it is gone
                self.refresh()

    async def _delete(self, ids: Sequence[int]) -> None:
        gone = await self._store.delete(ids)
        if gone:
            self._gone.append(await pack(gone, _id_of))
        listed = [number for number in ids if self._rows.pop(number, None)]
        self._total -= len(listed)
        self._screen.remove_rows(listed, self._total)
        self._tell_how_many()
        if self._tasks.cancel("more"):  # it counts from where the list ended
            self.refresh()
        if self._gone:
            n = sum(packed.count for packed in self._gone)
            sentence = ntr("{n} translation deleted.", "{n} translations deleted.", n).format(n=grouped(n))
            self._screen.show_notice(sentence, "info", [self._undo_action()])

    def _undo_action(self) -> Action:
        return Action(tr("Undo"), "undoDeleteButton", lambda: self._change(self._undo), undoes=True)

    async def _undo(self) -> None:
        try:
            for packed in list(self._gone):
                await self._store.restore(list(packed))
                self._gone = [other for other in self._gone if other is not packed]
                self.refresh()
        except HistoryUnusable as fault:  # nothing is lost yet
            self._screen.show_notice(explain_fault(fault), "error", [self._undo_action()])
            return
        self._screen.dismiss_notice()
        self.refresh()

    async def _ask_to_clear(self) -> None:
        every = await self._store.count()
        starred = await self._store.count(starred=True)
        if not every:
            return
        actions = [Action(tr("Cancel"), "cancelClearButton", self._screen.dismiss_notice)]
        if starred:
            words = tr("Delete those with a star, too ({n})").format(n=grouped(starred))
            actions.insert(0, Action(words, "clearStarredButton", lambda: self._do_clear(starred_too=True)))
        if every > starred:
            actions.insert(0, Action(tr("Delete"), "clearHistoryButton", lambda: self._do_clear(starred_too=False)))
        self._screen.show_notice(explain_clearing(every - starred), "warning", actions)

    def _do_clear(self, *, starred_too: bool) -> None:
        self._change(partial(self._or_again, partial(self._clear, starred_too=starred_too)))

    async def _clear(self, *, starred_too: bool) -> None:
        await self._store.clear(starred_too=starred_too)
        self._gone = []
        self._screen.dismiss_notice()
        self.refresh()

    async def _write(self, path: Path) -> None:
        self._screen.show_notice(tr("Writing {name}…").format(name=path.name))
        try:
            count = await self._export(path, self._query, self._starred)
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


def _id_of(entry: HistoryEntry) -> int:
    return entry.id
