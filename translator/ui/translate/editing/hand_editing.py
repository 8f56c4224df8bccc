"""Lets the user change the translation, keeps what they wrote, and offers it again where its source has changed."""

import asyncio
from collections.abc import Awaitable, Callable, Iterable, Sequence
from dataclasses import replace

from translator.i18n import ntr, tr
from translator.text.difference import TextEdit
from translator.translation.request import Completed, Ending, TranslationRequest
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import NoTeaching, Teaching
from translator.ui.translate.by_hand.offers import Offer
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action

KEEP_AFTER = 1.0
"""Seconds of rest after which what was edited is kept."""

_MOST_OFFERED = 3
_MOST_SHOWN = 60
_MOST_ON_A_BUTTON = 24


class HandEditing:
    """Turns editing on and off; never while a translation is on its way."""

    def __init__(
        self, screen: Screen, translating: TranslatePresenter, teaching: Teaching | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._translating = translating
        self._teaching = teaching or NoTeaching()
        self._sleep = sleep
        self._tasks = Tasks()
        self._changed: set[int] = set()
        self._comes_back = False
        self.is_on = False
        translating.before_each(self.leave)
        translating.listen(self._follow_ending)

    async def close(self) -> None:
        """Keep what is to be kept, and end what runs."""
        self.leave()
        await self._tasks.close()

    def toggle(self) -> None:
        """Let the translation be edited, with the caret in it, or only read."""
        if self.finish():
            return
        if self._translating.is_running:
            self._screen.show_editing(editing=False)
            self._screen.show_status(tr("Edit the translation once it is done, or stop it first."), "ready")
        elif not self._translating.translation.text:
            self._screen.show_editing(editing=False)
            self._screen.show_status(tr("There is no translation to edit yet."), "idle")
        else:
            self.is_on = True
            self._screen.show_editing(editing=True)
            self._comes_back = self._screen.focus_target()

    def finish(self) -> bool:
        """Let the translation only be read, and the caret be back where it was; return whether it was edited."""
        if not self.is_on:
            return False
        self.leave()
        if self._comes_back:
            self._screen.focus_source()
        return True

    def leave(self) -> None:
        """Let the translation only be read, and keep what was edited."""
        if self.is_on:
            self.is_on = False
            self._screen.show_editing(editing=False)
        self._tasks.cancel("keep")
        self._keep()

    def hand_over(self) -> None:
        """Keep what was edited, and leave the view as it is: another takes its text over, with what can be undone."""
        self.is_on = False
        self.leave()

    def follow_edit(self, edit: TextEdit) -> None:
        """Take note of an edit that the user did in the translation."""
        self._keep_soon(self._translating.shown.write_by_hand(edit))

    def replace_block(self, index: int, text: str) -> Callable[[], bool]:
        """Let a block that is there in full say this, as the user wants it.

        Return what takes that back; it returns whether it could, as the block may say something else by then.
        """
        self.leave()
        shown = self._translating.shown
        before = shown.layout.slots[index].finished
        shown.use_mine(index, text)
        self._keep_soon({index})

        def take_back() -> bool:
            slot = next(iter(self._translating.shown.layout.slots[index : index + 1]), None)
            if before is None or slot is None or (slot.source, slot.text) != (before.source, text):
                return False
            self._changed.discard(index)  # what is taken back is nothing to learn from
            self.leave()
            shown.put_back(replace(before, index=index))
            self._keep_soon({index})
            return True

        return take_back

    def _keep_soon(self, blocks: Iterable[int]) -> None:
        self._changed.update(blocks)
        if self._changed:
            self._tasks.start("keep", self._keep_later())

    async def _keep_later(self) -> None:
        await self._sleep(KEEP_AFTER)
        self._keep()

    def _keep(self) -> None:
        shown, changed = self._translating.shown, sorted(self._changed)
        self._changed.clear()
        blocks = [block for block in shown.edited_blocks(changed) if block.target.strip()]
        if blocks and shown.languages is not None:
            self._teaching.keep_edited(blocks, shown.languages)

    # What they had written before

    def _follow_ending(self, _request: TranslationRequest, ending: Ending) -> None:
        if isinstance(ending, Completed):
            self._offer()

    def _offer(self) -> None:
        """Offer what they had written for blocks that have changed since, what was changed last first."""
        shown = self._translating.shown
        offers = shown.offers.of(shown.layout)[:_MOST_OFFERED]
        if not offers:
            return
        several = len(offers) > 1
        actions = [self._use(index, offer, several=several) for index, offer in offers]
        self._screen.show_notice(_sentence([offer for _, offer in offers]), "info", actions)

    def _use(self, index: int, offer: Offer, *, several: bool) -> Action:
        words = tr("Use mine")
        if several:
            words = tr("Use mine: “{words}”").format(words=_shortened(offer.mine, _MOST_ON_A_BUTTON))

        def use() -> None:
            self.leave()
            shown = self._translating.shown
            slots = shown.layout.slots
            if index < len(slots) and slots[index].source == offer.source:
                shown.use_mine(index, offer.mine)
                self._changed.add(index)
                self._keep()
            shown.offers.settle(offer.source)
            self._screen.hide_notice()
            self._offer()

        return Action(words, "useMineButton", use)


def _sentence(offers: Sequence[Offer]) -> str:
    if len(offers) == 1:
        return tr("You had translated this: “{words}”").format(words=_shortened(offers[0].mine, _MOST_SHOWN))
    words = ntr("You had translated {n} changed paragraph.", "You had translated {n} changed paragraphs.", len(offers))
    return words.format(n=len(offers))


def _shortened(text: str, most: int) -> str:
    words = " ".join(text.split())
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"
