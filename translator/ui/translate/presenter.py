"""Decides what to translate and when. Knows no widget."""

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from types import MappingProxyType

from translator.i18n import tr
from translator.language.tag import LanguagePair, LanguageTag
from translator.messages import explain_incomplete
from translator.text.difference import edit_between
from translator.text.display import is_blank
from translator.translation.request import (
    Action,
    BlockOrigin,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    Translation,
    TranslationRequest,
)
from translator.ui.findings.corrections import Corrections, corrections_in
from translator.ui.findings.presenter import FindingsPresenter
from translator.ui.findings.words import asking_again, stays_as_it_was
from translator.ui.loop.tasks import Tasks
from translator.ui.ports import Costs
from translator.ui.translate.language_choice import Decision, LanguageChoice
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.looking import Looking
from translator.ui.translate.running.continuing import Asked, HandedOver, Outcome, Unfinished
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.running.progress import Progress
from translator.ui.translate.running.run import CurrentService, ShownRun
from translator.ui.translate.running.waiting import Clock, Countdown
from translator.ui.translate.screen import Screen
from translator.ui.translate.target.shown_target import ShownTarget

COUNT_AFTER = 0.15
"""Seconds of rest after which a text is counted and its language looked at."""

TRANSLATE_AFTER = 0.6
"""Seconds of rest after which a text is translated, where the user wants that."""

TYPED_LIMIT = 2_000
"""Characters up to which a text is translated while one types."""

STOP_AFTER = 0.1
"""Seconds after which Translate becomes Stop; a quicker answer never makes it flicker."""

SAY_AFTER = 0.1
"""Seconds after which it is said that something is done: what is there before is seen."""

_NO_CORRECTIONS: Corrections = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Rests:
    """How long the presenter waits, in seconds."""

    count: float = COUNT_AFTER
    translate: float = TRANSLATE_AFTER
    stop: float = STOP_AFTER
    say: float = SAY_AFTER


class TranslatePresenter:
    """Owns the task that translates. Only the current task may paint.

    ``linked`` lights up what belongs together; ``shown`` is what the target shows; ``findings`` what looks wrong in it.
    """

    def __init__(
        self, screen: Screen, languages: LanguageChoice, current: CurrentService, endings: Endings,
        costs: Costs | None = None, clock: Clock | None = None, rests: Rests | None = None,
        action: Action = Action.WINDOW,
    ) -> None:  # fmt: skip
        """Without ``costs``, no price is known. ``action`` is what its translations are for."""
        self._screen = screen
        self._languages = languages
        self._current = current
        self._endings = endings
        self._clock = clock or Clock()
        self._rests = rests or Rests()
        self._action = action
        self._looking = Looking(screen, languages, costs)
        self._countdown = Countdown(screen, lambda: current.service.name, self.stop, self._clock)
        self._tasks = Tasks()
        self._run: ShownRun | None = None
        self._unfinished: Unfinished | None = None
        self._source = ""
        self._asked: Asked | None = None
        self.linked = LinkedPanes(screen)
        self.shown = ShownTarget(screen, self.linked)
        self.findings = FindingsPresenter(screen, lambda: self.linked.links, self._ask_again, self._show_facts)
        self.shown.listen(self.findings.refresh)
        self._outcome: Outcome | None = None
        self._seconds: float | None = None
        self._was_not_fixed = False
        self._before_each: list[Callable[[], None]] = []
        self._listeners: list[Callable[[TranslationRequest, Ending], None]] = []
        self.while_typing = False

    @property
    def translation(self) -> Translation:
        """The translation on the screen, as far as it has come, with what the user has changed in it."""
        return self.shown.translation

    @property
    def is_running(self) -> bool:
        """Whether a translation is on its way."""
        return self._tasks.is_running("translate")

    @property
    def is_outdated(self) -> bool:
        """Whether the source is another by now than that of the translation on the screen."""
        return bool(self.shown.layout.text) and self._screen.source_text().strip() != self.shown.source.strip()

    @property
    def is_settled(self) -> bool:
        """Whether the translation on the screen came to its end with nothing missing."""
        return not self.is_running and (self._outcome is None or isinstance(self._outcome.ending, Completed))

    def before_each(self, does: Callable[[], None]) -> None:
        """Do this before each translation, and before another one is shown."""
        self._before_each.append(does)

    def listen(self, listener: Callable[[TranslationRequest, Ending], None]) -> None:
        """Tell this of each request that ended by itself, once its ending is shown."""
        self._listeners.append(listener)

    async def close(self) -> None:
        """End everything that runs; sockets are closed."""
        await self._tasks.close()
        await self._countdown.close()

    # Commands

    def follow_edit(self) -> None:
        """Take note that the source was edited: what was on its way is no longer wanted."""
        self.abandon()
        self._screen.mark_source(())
        before, self._source = self._source, self._screen.source_text()
        if edit := edit_between(before, self._source):
            self.linked.follow_edit(edit)
            self.findings.refresh()
        self._tasks.start("rest", self._rest())

    def translate(self) -> None:
        """Translate what is typed, now. What is there of it already is not asked for again.

        Where blocks were asked for again because of findings, or all of them, and that failed, it is tried once more.
        """
        self._begin(goes_on=self._was_not_fixed)

    def translate_afresh(self) -> None:
        """Translate what is typed, all of it but what the user has written."""
        self._begin(afresh=True)

    def go_on(self) -> None:
        """Translate what the last translation left out; all of it, where something else is asked for by now."""
        self._begin(goes_on=True)

    def allow_once(self) -> None:
        """Go on, or translate anew where nothing is left to go on with, though the budget is spent."""
        self._begin(goes_on=True, over_budget=True)

    def stop(self) -> None:
        """Stop what runs, as the user asks. What has arrived stays, marked, and can be gone on with."""
        self._end_run(offers_more=True)

    def abandon(self) -> None:
        """Stop what runs, as it is no longer wanted. What has arrived stays, marked."""
        self._end_run(offers_more=False)

    def forget(self) -> None:
        """Stop what runs, and forget the text: it has gone, and there may be another."""
        self.abandon()
        self._tasks.cancel("rest")
        self.show_translation(Translation(""))

    def look_again(self) -> None:
        """Look at the source's language once more, as when the detector has only now been loaded."""
        self._looking.look_at(self._screen.source_text())

    def show_translation(self, translation: Translation, of: str | None = None) -> None:
        """Show a translation of what is typed, or ``of`` an earlier version of it, such as one brought back."""
        self._prepare()
        self._run, self._unfinished, self._outcome, self._seconds = None, None, None, None
        self._source = self._screen.source_text()
        of = self._source if of is None else of
        self.shown.show(translation, of, LanguagePair(self._languages.known_source, self._languages.target))
        if edit := edit_between(of, self._source):
            self.linked.follow_edit(edit)
        self._screen.mark_source(())
        self._screen.show_masked(())
        self._screen.show_from_memory(0, 0)
        self._screen.show_meta("")

    # Another screen of the same text

    def hand_over(self) -> HandedOver:
        """Stop what runs, and return all that another presenter needs to go on with it."""
        goes_on, rests = self.is_running, self._tasks.cancel("rest")
        self.abandon()
        return HandedOver(
            self.shown.hold(), goes_on, rests, self._outcome, self._unfinished, self._asked, self._was_not_fixed,
            self.findings.dismissed,
        )  # fmt: skip

    def take_over(self, before: HandedOver) -> None:
        """Show what another presenter showed of this source, and go on where it was on its way."""
        self._source = self._screen.source_text()
        self._looking.look_at(self._source)
        self.findings.dismissed = before.dismissed
        self.shown.show_as_before(before.shown)
        if edit := edit_between(before.shown.source, self._source):
            self.linked.follow_edit(edit)
        self._asked, self._unfinished, self._was_not_fixed = before.asked, before.unfinished, before.was_not_fixed
        if before.goes_on:
            self._begin(goes_on=True)
        elif before.outcome is not None:
            self._show_outcome(before.outcome)
        if before.rests:
            self._tasks.start("rest", self._rest())

    # The way of one translation

    async def _rest(self) -> None:
        await asyncio.sleep(self._rests.count)
        text = self._screen.source_text()
        self._looking.look_at(text)
        if not text:
            self.show_translation(Translation(""))
            self._screen.hide_notices()
        await asyncio.sleep(self._rests.translate - self._rests.count)
        typed = self.while_typing and len(text) < TYPED_LIMIT and not is_blank(text)
        if typed and not self._screen.is_composing():
            # This task must be over before the command that would cancel it.
            asyncio.get_running_loop().call_soon(self.translate)

    def _ask_again(self, corrections: Corrections) -> None:
        sources = [slot.source for slot in self.shown.layout.slots]
        self._begin(corrections=corrections_in(self._screen.source_text(), sources, corrections))

    def _begin(
        self, *, goes_on: bool = False, over_budget: bool = False, afresh: bool = False,
        corrections: Corrections = _NO_CORRECTIONS,
    ) -> None:  # fmt: skip
        self._tasks.cancel("rest")
        self._prepare()
        text = self._screen.source_text()
        expected = self._looking.look_at(text)
        if is_blank(text):
            unseen = tr("There are only blanks and invisible characters here.")
            self._screen.show_status(unseen if text.strip() else tr("There is no text to translate yet."), "idle")
            self._screen.focus_source()
            return
        decision = self._languages.decide()
        self._screen.show_languages(self._languages)
        if decision.already_there:
            self.abandon()
            self._endings.show_already_there(decision.languages.target)
            return
        request = self._request(text, decision, over_budget=over_budget, afresh=afresh)
        is_all_asked_for = afresh or not request.finished
        words = self._endings.words_for(decision, expected if is_all_asked_for else None)
        if goes_on and self._unfinished and self._unfinished.is_rest_of(request, self._current.service.id):
            before = self._unfinished.request
            afresh = before.afresh and self._was_not_fixed
            request = replace(request, over_budget=over_budget or before.over_budget, afresh=afresh)
            words = tr("Translating the rest") if request.finished and not afresh else words
            corrections = before.corrections
        if corrections:
            request, words = replace(request, corrections=corrections), asking_again(len(corrections))
        self._start(request, words)

    def _prepare(self) -> None:
        for does in self._before_each:
            does()

    def _request(self, text: str, decision: Decision, *, over_budget: bool, afresh: bool) -> TranslationRequest:
        languages = decision.languages
        if self._run is not None:
            self._run.stop()  # what has come so far need not come again
        return TranslationRequest(
            text, languages.target, languages.source, self._action,
            finished=self._there_already(languages),
            masks_private=self._current.service.masks_private, over_budget=over_budget, afresh=afresh,
            source_is_guess=languages.source is not None and self._languages.source is None,
            style=self._current.style, uses_memory=self._current.uses_memory,
        )  # fmt: skip

    def _there_already(self, languages: LanguagePair) -> Sequence[FinishedBlock]:
        """Return the blocks that need not be asked for again; those without a key only of whom they were asked of."""
        finished = self.shown.layout.finished() if self.shown.holds_for(languages) else ()
        if self._asked == self._asking(languages.target):
            return finished
        return tuple(block for block in finished if block.key or block.origin is BlockOrigin.USER)

    def _asking(self, target: LanguageTag) -> Asked:
        return Asked.of(self._current.service, self._current.style, LanguagePair(self._languages.source, target))

    def _start(self, request: TranslationRequest, words: str) -> None:
        """Begin a translation. What is shown stays as far as it may still hold."""
        self._countdown.end()
        self._screen.hide_notices()
        languages = LanguagePair(request.source, request.target)
        self._source, self._asked = request.text, self._asking(request.target)
        self.shown.begin(request.text, languages)
        self._screen.mark_source(())
        self._screen.show_masked(())
        light = self.linked.follow_writing
        progress = Progress(
            self._screen, self.shown, words, request.text, self._countdown, light, request.finished
        )  # fmt: skip
        self._unfinished, self._outcome, self._seconds, self._was_not_fixed = None, None, None, False
        self.findings.begin(request.corrections)
        self._run = ShownRun(self._current, request, progress)
        self._tasks.start("translate", self._translate(self._run))

    async def _translate(self, run: ShownRun) -> None:
        loop = asyncio.get_running_loop()
        later = loop.call_later(self._rests.stop, self._offer_stop), loop.call_later(self._rests.say, run.tell)
        started = self._clock.seconds()
        try:
            ending = await run.to_the_end()
        finally:
            for handle in later:
                handle.cancel()
        self._finish(run, ending, self._clock.seconds() - started)

    def _finish(self, run: ShownRun, ending: Ending, seconds: float) -> None:
        note = ""
        is_as_before = run.has_put_back and isinstance(ending, Incomplete) and not self.shown.gaps
        if is_as_before and isinstance(ending, Incomplete):
            if run.request.corrections:
                ending, note = _without_fix(ending)
            elif ending.error is not None:
                ending = Failed(ending.error)
        asks_anew = bool(run.request.corrections) or run.request.afresh
        self._was_not_fixed = asks_anew and isinstance(ending, Failed)
        self._settle(note)
        if not isinstance(ending, Failed):
            self._current.used_model(ending.translation.model)
        if isinstance(ending, Incomplete) or self._was_not_fixed:
            self._unfinished = run.left()
        self._show_outcome(Outcome(ending, seconds))
        if is_as_before:
            self._screen.end_target(broken_off=False)  # what is there is whole
        for listener in self._listeners:
            listener(run.request, ending)

    def _end_run(self, *, offers_more: bool) -> None:
        run = self._run
        if run is None or not self._tasks.cancel("translate"):
            return
        run.stop()
        self._unfinished = run.left()
        self._settle()
        self._show_outcome(Outcome(None, offers_more=offers_more))

    def _show_outcome(self, outcome: Outcome) -> None:
        self._outcome = outcome
        self._seconds = outcome.seconds if isinstance(outcome.ending, Completed) else None
        if outcome.ending is None:
            gaps = self.shown.gaps if self.shown.layout.text else ()
            self._endings.show_stopped(gaps, offers_more=outcome.offers_more)
        else:
            gaps = self.shown.gaps if isinstance(outcome.ending, Incomplete) else ()
            self._endings.show(outcome.ending, outcome.seconds, gaps, self.findings.count)

    def _offer_stop(self) -> None:
        # The task may have been stopped a moment ago, and not have called this off yet.
        if self.is_running:
            self._screen.show_running(running=True)

    def _show_facts(self, findings: int) -> None:
        """Say anew how the translation came about, once it is there."""
        if self._seconds is not None:
            self._endings.show_facts(self.translation, self._seconds, findings)

    def _settle(self, note: str = "") -> None:
        self._run = None
        self._countdown.end()
        self._screen.show_running(running=False)
        self._screen.show_progress(None)
        self.linked.follow_writing(None)
        self._screen.show_writing(None)
        self.findings.end(note)


def _without_fix(ending: Incomplete) -> tuple[Ending, str]:
    """Return how a translation ended that was whole before, and still is; and what there is to say of that."""
    if ending.error is not None:
        return Failed(ending.error), ""
    return Completed(ending.translation), stays_as_it_was(explain_incomplete(ending.reason))
