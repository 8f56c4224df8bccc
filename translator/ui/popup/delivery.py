"""Brings the translation to where it is wanted: onto the clipboard, or in the place of what was selected."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from typing import Literal

from translator.i18n import tr
from translator.joining import sentences
from translator.surroundings.copied import CannotReplace, ClipboardNotRestored
from translator.translation.request import BlockOrigin, Completed, Ending, TranslationRequest
from translator.ui.desktop_ports import Clipboard, ProgramInFront
from translator.ui.loop.tasks import Tasks
from translator.ui.popup.screen import PopupShown
from translator.ui.popup.words import explain_obstacle
from translator.ui.ports import Teaching
from translator.ui.translate.editing.outgoing import explain_outdated
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.vocabulary import Action, Severity

TICK = 1.2
"""Seconds for which it shows that it has copied; then it goes, unless it is pinned."""

_Wish = Literal["", "copy", "replace"]
_Said = tuple[str, Severity, list[Action]]


class Delivery:
    """Copies and replaces.

    Who copies is in a hurry to paste: the program in front has the keyboard again at once, while the popup still shows
    that it has copied. What is asked for while the translation is on its way happens when all of it is there; where
    something is wrong with it, the user looks first. ``done`` is called where the popup has done its work.
    ``is_complete`` says whether all of the translation is there.
    """

    def __init__(
        self, screen: PopupShown, translating: TranslatePresenter, clipboard: Clipboard, front: ProgramInFront,
        teaching: Teaching, sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._translating = translating
        self._clipboard = clipboard
        self._front = front
        self._teaching = teaching
        self._sleep = sleep
        self._tasks = Tasks()
        self._wish: _Wish = ""
        self.is_complete = False
        self._round = 0
        self.done: Callable[[], None] = lambda: None
        translating.before_each(self._await_translation)
        translating.listen(self._follow_ending)

    @property
    def is_leaving(self) -> bool:
        """Whether the popup only shows that it has copied, and has given the keyboard back."""
        return self._tasks.is_running("leave")

    def begin(self) -> None:
        """Make ready for another text."""
        self._round += 1
        self.forget()
        self.stay()
        if self._tasks.cancel("tick"):
            self._screen.show_copied(copied=False)
        obstacle = self._front.obstacle
        self._screen.show_obstacle("" if obstacle is None else explain_obstacle(obstacle))

    def forget(self) -> None:
        """Deliver nothing any more of what was asked for."""
        self.is_complete = False
        self._show_wish("")

    def stay(self) -> None:
        """Do not go after all: the user is back."""
        if self._tasks.cancel("leave"):
            self._screen.show_copied(copied=False)

    async def close(self) -> None:
        """Wait until what is being replaced is in its place, and end what runs."""
        self._tasks.cancel("leave")
        self._tasks.cancel("tick")
        await self._tasks.finish()

    # Commands

    def copy(self) -> None:
        """Copy the translation; while it is on its way, as soon as all of it is there. Asked again, do not."""
        if self._translating.is_running:
            self._show_wish("" if self._wish == "copy" else "copy")
        elif self._translating.is_left_outdated and self._has_text():
            self._copy_and_say(explain_outdated(), [self._translate_again()])
        elif self._has_text():
            self._copy(goes=not self._screen.is_pinned)

    def replace(self) -> None:
        """Put the translation in the place of what is selected; while it is on its way, as soon as it is all there."""
        obstacle = self._front.obstacle
        if self._translating.is_running:
            self._show_wish("" if self._wish == "replace" else "replace")
        elif not self._has_text():
            return
        elif obstacle is not None:
            self._copy_and_say(explain_obstacle(obstacle))
        elif not self.is_complete:
            self._ask_whether_to_replace(tr("Part of the translation is missing, and would be missing there."))
        elif self._translating.is_left_outdated:
            self._ask_whether_to_replace(explain_outdated())
        else:
            self._replace()

    def _has_text(self) -> bool:
        return bool(self._translating.shown.own_translation.text)

    # How

    def _await_translation(self) -> None:
        """Let what is on its way be asked for: the last one may have failed, and have left nothing to copy."""
        self.forget()
        self._screen.show_deliverable(there=True)

    def _follow_ending(self, _request: TranslationRequest, ending: Ending) -> None:
        wish = self._wish
        self._show_wish("")
        self._screen.show_deliverable(there=self._has_text())
        self.is_complete = isinstance(ending, Completed)
        if not self.is_complete or not wish:
            return
        is_clean = self._translating.findings.count == 0
        obstacle = self._front.obstacle
        if wish == "copy":
            self._copy(goes=is_clean and not self._screen.is_pinned)
        elif obstacle is not None:
            self._copy_and_say(explain_obstacle(obstacle))
        elif is_clean:
            self._replace()

    def _show_wish(self, wish: _Wish) -> None:
        self._wish = wish
        self._screen.show_copying(copying=wish == "copy")
        self._screen.show_replacing(replacing=wish == "replace")

    def _copy(self, *, goes: bool) -> None:
        self._clipboard.set_text(self._translating.translation.text)
        self._teach()
        self._tasks.cancel("leave")
        self._tasks.cancel("tick")
        self._screen.show_copied(copied=True)
        if goes:
            self._tasks.start("leave", self._leave())
            if self._screen.has_focus:
                self._front.return_focus()
        else:
            self._tasks.start("tick", self._tick())

    def _copy_and_say(self, sentence: str, actions: Sequence[Action] = ()) -> None:
        """Copy it, and stay with what is to be said: why it is not put in its place, or that it is of another text."""
        self._copy(goes=False)
        self._screen.show_notice(sentences(tr("Copied."), sentence), "info", actions)

    async def _tick(self) -> None:
        await self._sleep(TICK)
        self._screen.show_copied(copied=False)

    async def _leave(self) -> None:
        await self._tick()
        self.done()  # at once, and last: what is opened next is not to be closed, and closing ends this task

    def _replace(self) -> None:
        name = f"replace {self._round}"
        if self._tasks.is_running(name):  # what is pasted cannot be called back: it would stand there twice
            return
        self._teach()
        self._tasks.start(name, self._put_in_place(self._translating.translation.text))

    async def _put_in_place(self, text: str) -> None:
        this_round = self._round
        if not self._screen.is_pinned:
            self._screen.close()  # it would lie over what it writes to; its texts stay until that is done
        said: _Said | None = None
        try:
            await self._front.replace(text)
        except CannotReplace:
            copy = Action(tr("Copy instead"), "copyInsteadButton", self.copy)
            sentence = tr("The translation could not be put in the place of the text. It is still here.")
            said = sentence, "error", [copy]
        except ClipboardNotRestored:
            sentence = tr("The translation is in its place. What was on the clipboard before could not be put back.")
            said = sentence, "warning", []
        if this_round != self._round:
            return  # the popup shows another text by now
        if said is not None:
            self._screen.open(takes_focus=said[1] == "error", stays=True)
            self._screen.show_notice(*said)
        elif not self._screen.is_pinned:
            self.done()

    def _ask_whether_to_replace(self, sentence: str) -> None:
        """Ask first: what is replaced is gone, and what would come there is no whole translation of it."""
        anyway = Action(tr("Replace all the same"), "replaceAnywayButton", self._replace)
        self._screen.show_notice(sentence, "warning", [anyway, self._translate_again()])

    def _translate_again(self) -> Action:
        return Action(tr("Translate again"), "retryButton", self._translating.go_on)

    def _teach(self) -> None:
        """Tell that the user uses the translation as it is."""
        shown = self._translating.shown
        blocks = [b for b in shown.usable_blocks() if b.origin is not BlockOrigin.UNCHANGED and b.target.strip()]
        if blocks and shown.languages is not None:
            self._teaching.keep_accepted(blocks, shown.languages)
