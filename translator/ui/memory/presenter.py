"""Lists the units of the memory, finds them, and does with them what the user wants."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from translator.i18n import ntr, tr
from translator.language.tag import LanguagePair
from translator.locales.numbers import grouped
from translator.memory_words import explain_units
from translator.translation.memory.store import MemoryUnusable, UnitStore
from translator.translation.memory.unit import TranslationUnit, UnitOrigin
from translator.ui.loop.tasks import InTurn, Tasks
from translator.ui.memory.screen import MemoryFiles, MemoryRow, MemoryScreen
from translator.ui.memory.transfer import Transfer
from translator.ui.memory.words import Name, explain_forgetting, explain_nothing, explain_pair, fault_of, row_of
from translator.ui.packed import Packed, in_order, pack
from translator.ui.vocabulary import Action

_Work = Callable[[], Awaitable[None]]

PORTION = 200
"""Units that are fetched at a time."""

READ_AT_ONCE = 1_000
"""Units that are read at a time where all that are listed are wanted: some 10 ms."""

MOST_AGAIN = 2_000
"""Units that are listed at once where more were listed before."""


class MemoryPresenter:
    """Shows the memory in its window. ``name`` is that of a language; ``clock`` returns the time (aware)."""

    def __init__(
        self, screen: MemoryScreen, store: UnitStore, files: MemoryFiles, name: Name, clock: Callable[[], datetime]
    ) -> None:
        self._screen = screen
        self._store = store
        self._name = name
        self._clock = clock
        self._tasks = Tasks()
        self._transfer = Transfer(screen, store, files, self.refresh)
        self._changes = InTurn()
        self._query = ""
        self._listed = ""
        """The words that hold for what is listed."""
        self._rows: dict[int, MemoryRow] = {}
        self._gone: list[Packed[TranslationUnit]] = []
        screen.listen(self)

    @property
    def is_busy(self) -> bool:
        """Whether the memory is being changed, or a file read or written."""
        return self._transfer.is_busy or self._changes.is_busy

    async def close(self) -> None:
        """End what only looks, and wait until every change is made, as long as is fair."""
        await self._transfer.close()
        await self._tasks.close()
        await self._changes.finish()
        await self._tasks.close()  # what the last change had listed anew

    def refresh(self) -> None:
        """List what there is now, about as far as it was listed before. The event loop must be running."""
        self._tasks.cancel("more")
        most = min(max(PORTION, len(self._rows)), MOST_AGAIN)
        self._tasks.start("find", self._guarded(partial(self._list, most)))

    # Commands

    def find(self, query: str) -> None:
        """List the units that hold these words."""
        self._query = query
        self._rows = {}
        self.refresh()

    def fetch_more(self) -> None:
        """List some more, unless that is under way, or will be anew."""
        if not self._tasks.is_running("more"):
            self._tasks.start("more", self._guarded(self._list_more))

    def save(self, unit: TranslationUnit) -> None:
        """Keep a unit that was changed in the table: from now on it is the user's own."""
        self._change(partial(self._save, unit))

    def delete(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        if ids:
            self._change(partial(self._delete, ids))

    def delete_all_listed(self) -> None:
        """Delete all that is listed, with what of it has not been fetched yet, with a way back."""
        self._change(partial(self._delete_all, self._listed))

    def forget_undo(self) -> None:
        """Give up the way back."""
        self._gone = []

    def ask_to_forget(self) -> None:
        """Ask whether to forget everything."""
        self._change(self._ask_to_forget)

    def take_in(self, path: Path) -> None:
        """Keep the units of this file."""
        self._transfer.take_in(path)

    def export(self, path: Path, languages: LanguagePair | None) -> None:
        """Write all units, or those of a pair, into this file."""
        self._transfer.export(path, languages)

    def cancel(self) -> None:
        """Stop reading or writing the file."""
        self._transfer.cancel()

    # What they do

    def _change(self, work: _Work) -> None:
        """Do this after what was begun before it: nothing that changes the memory is cancelled by what follows."""
        self._changes.do(partial(self._guarded, work))

    async def _guarded(self, work: _Work) -> None:
        try:
            await work()
        except MemoryUnusable as fault:
            self._screen.show_notice(_explain(fault), "error")

    async def _list(self, most: int) -> None:
        query = self._query
        units = await self._store.search(query, most)
        rows = self._rows_of(units)
        is_again, self._listed = self._listed == query, query
        self._rows = {row.unit.id: row for row in rows}
        self._screen.show_rows(rows, more=len(units) == most, again=is_again)
        self._screen.show_empty(*(("", "") if rows else explain_nothing(self._query)))
        self._tell_how_many()
        pairs = await self._store.pairs()
        self._screen.show_pairs([(explain_pair(pair, self._name), pair) for pair in pairs])

    async def _list_more(self) -> None:
        units = await self._store.search(self._query, PORTION, after=len(self._rows))
        rows = [row for row in self._rows_of(units) if row.unit.id not in self._rows]
        self._rows |= {row.unit.id: row for row in rows}
        self._screen.add_rows(rows, more=len(units) == PORTION)

    async def _save(self, unit: TranslationUnit) -> None:
        problem, before = fault_of(unit), self._rows.get(unit.id)
        if problem:
            self._screen.show_notice(problem, "warning")
            if before is not None:
                self._screen.change_row(before)
            return
        now = self._clock()
        row = row_of(replace(unit, origin=UnitOrigin.EDITED, changed=now), self._name, now)
        try:
            await self._store.change(row.unit)
        except MemoryUnusable as fault:  # what was typed stays, and can be tried again
            again = Action(tr("Try again"), "saveUnitAgainButton", partial(self.save, unit))
            self._screen.show_notice(_explain(fault), "error", [again])
            return
        if unit.id in self._rows:  # it may be listed no more
            self._rows[unit.id] = row
            self._screen.change_row(row)
        if self._tasks.is_running("find"):  # what was read before would undo it on the screen
            self.refresh()

    async def _delete(self, ids: Sequence[int]) -> None:
        going = [self._rows[number].unit for number in ids if number in self._rows]
        if going:
            await self._remove([unit.id for unit in going], await pack(going, _id_of))
        self._tell_what_is_gone()

    async def _delete_all(self, query: str) -> None:
        listed: list[tuple[Sequence[int], Packed[TranslationUnit]]] = []
        count = 0
        while found := await self._store.search(query, READ_AT_ONCE, after=count):
            listed.append(([unit.id for unit in found], await pack(found, _id_of)))
            count += len(found)
        try:
            for ids, packed in listed:
                await self._remove(ids, packed)
        except MemoryUnusable as fault:  # part of it may be gone
            self._screen.show_notice(_explain(fault), "error", [self._undo_action()] if self._gone else ())
            self.refresh()
        else:
            self._tell_what_is_gone()

    async def _remove(self, ids: Sequence[int], packed: Packed[TranslationUnit]) -> None:
        await self._store.delete(ids)
        self._gone.append(packed)
        for number in ids:
            self._rows.pop(number, None)
        self._screen.remove_rows(ids)

    def _tell_what_is_gone(self) -> None:
        # What fetches more counts from where the table ended, and what was read before has what is gone.
        if self._tasks.cancel("more") or self._tasks.is_running("find") or not self._rows:
            self.refresh()
        self._offer_undo()
        self._tell_how_many()

    def _offer_undo(self) -> None:
        n = sum(packed.count for packed in self._gone)
        if n:
            words = ntr("{n} unit deleted.", "{n} units deleted.", n).format(n=grouped(n))
            self._screen.show_notice(words, "info", [self._undo_action()])

    def _undo_action(self) -> Action:
        return Action(tr("Undo"), "undoDeleteUnitsButton", lambda: self._change(self._undo), undoes=True)

    async def _undo(self) -> None:
        gone = in_order(self._gone, _id_of)  # what came last is listed first, then as before
        try:
            await self._store.take_in(gone, lambda _: None, lambda: False)
        except MemoryUnusable as fault:  # nothing is lost yet
            self._screen.show_notice(_explain(fault), "error", [self._undo_action()])
            return
        self._gone = []
        self._screen.dismiss_notice()
        self.refresh()

    async def _ask_to_forget(self) -> None:
        units, answers = await self._store.count(), await self._store.count_answers()
        if not units and not answers:
            self._screen.show_notice(tr("There is nothing to forget."))
            return
        forget = Action(tr("Forget everything"), "forgetMemoryButton", lambda: self._change(self._forget))
        cancel = Action(tr("Cancel"), "cancelForgetButton", self._screen.dismiss_notice)
        self._screen.show_notice(explain_forgetting(units, answers), "warning", [forget, cancel])

    async def _forget(self) -> None:
        await self._store.forget_everything()
        self._gone = []
        self._screen.dismiss_notice()
        self.refresh()

    def _rows_of(self, units: Sequence[TranslationUnit]) -> list[MemoryRow]:
        now = self._clock()
        return [row_of(unit, self._name, now) for unit in units]

    def _tell_how_many(self) -> None:
        """Count, which takes longer than listing where words are looked for among many. Only the last count is told."""
        self._tasks.start("count", self._guarded(self._count))

    async def _count(self) -> None:
        total = await self._store.count(self._query)
        self._screen.show_count(explain_units(total) if total else "")


def _id_of(unit: TranslationUnit) -> int:
    return unit.id


def _explain(fault: MemoryUnusable) -> str:
    return tr("The memory cannot be used now: {reason}.").format(reason=str(fault).rstrip("."))
