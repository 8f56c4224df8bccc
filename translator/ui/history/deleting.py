"""Deletes from the history: some with a way back, all of it once that was confirmed."""

from collections.abc import Awaitable, Callable, Sequence
from functools import partial
from typing import Protocol

from translator.i18n import ntr, tr
from translator.locales.numbers import grouped
from translator.translation.history import HistoryEntry, HistoryStore, HistoryUnusable
from translator.ui.history.listed import portions_of
from translator.ui.history.screen import HistoryScreen
from translator.ui.history.words import explain_clearing, explain_fault, explain_not_deleted
from translator.ui.packed import Packed, pack
from translator.ui.vocabulary import Action

Work = Callable[[], Awaitable[None]]


class Listing(Protocol):
    """The list that entries are deleted from."""

    def refresh(self) -> None:
        """List what there is now."""
        ...

    def take_off(self, ids: Sequence[int]) -> None:
        """Take these off the list, those that are on it."""
        ...


class Deleting:
    """Deletes entries. ``change`` does one work after the other, and says what went wrong with it.

    What is deleted is kept, packed, until the way back is given up.
    """

    def __init__(
        self, screen: HistoryScreen, store: HistoryStore, listing: Listing, change: Callable[[Work], None]
    ) -> None:
        self._screen = screen
        self._store = store
        self._listing = listing
        self._change = change
        self._gone: list[Packed[HistoryEntry]] = []

    def delete(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        self._do(partial(self._delete, ids))

    def delete_all(self, query: str, *, starred: bool) -> None:
        """Delete all that hold these words, or of them those with a star, with a way back."""
        self._do(partial(self._delete_all, query, starred=starred))

    def forget_undo(self) -> None:
        """Give up the way back."""
        self._gone = []

    def ask_to_clear(self) -> None:
        """Ask whether to delete everything, where there is anything."""
        self._change(self._ask_to_clear)

    def _do(self, deletion: Work) -> None:
        self._change(partial(self._or_again, deletion))

    async def _or_again(self, deletion: Work) -> None:
        """Delete something; where that cannot be, say so, and offer to do it again. Part of it may be gone."""
        try:
            await deletion()
        except HistoryUnusable as fault:
            actions = [Action(tr("Try again"), "deleteAgainButton", partial(self._do, deletion))]
            if self._gone:
                actions.append(self._undo_action())
            self._screen.show_notice(explain_not_deleted(fault), "error", actions)

    async def _delete_all(self, query: str, *, starred: bool) -> None:
        portions = await portions_of(self._store, query, starred=starred)
        try:
            for ids in portions:
                await self._delete(ids)
        finally:
            if self._gone:  # of what has not been fetched, the list does not know that it is gone
                self._listing.refresh()

    async def _delete(self, ids: Sequence[int]) -> None:
        gone = await self._store.delete(ids)
        if gone:
            self._gone.append(await pack(gone, _id_of))
        self._listing.take_off(ids)
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
                self._listing.refresh()
        except HistoryUnusable as fault:  # nothing is lost yet
            self._screen.show_notice(explain_fault(fault), "error", [self._undo_action()])
            return
        self._screen.dismiss_notice()
        self._listing.refresh()

    async def _ask_to_clear(self) -> None:
        every = await self._store.count()
        starred = await self._store.count(starred=True)
        if not every:
            return
        actions = [Action(tr("Cancel"), "cancelClearButton", self._screen.dismiss_notice)]
        if starred:
            words = tr("Delete those with a star, too ({n})").format(n=grouped(starred))
            clear = partial(self._clear, starred_too=True)
            actions.insert(0, Action(words, "clearStarredButton", partial(self._do, clear)))
        if every > starred:
            clear = partial(self._clear, starred_too=False)
            actions.insert(0, Action(tr("Delete"), "clearHistoryButton", partial(self._do, clear)))
        self._screen.show_notice(explain_clearing(every - starred), "warning", actions)

    async def _clear(self, *, starred_too: bool) -> None:
        await self._store.clear(starred_too=starred_too)
        self._gone = []
        self._screen.dismiss_notice()
        self._listing.refresh()


def _id_of(entry: HistoryEntry) -> int:
    return entry.id
