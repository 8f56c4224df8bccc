"""The translation that is on its way, one at a time, and how the last one ended."""

import asyncio
from collections.abc import Callable

from translator.language.tag import LanguagePair
from translator.messages import explain_incomplete
from translator.translation.request import Completed, Ending, Failed, Incomplete, TranslationRequest
from translator.ui.findings.presenter import FindingsPresenter
from translator.ui.findings.words import stays_as_it_was
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.rests import Rests
from translator.ui.translate.running.continuing import Outcome, Unfinished
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.running.progress import Progress
from translator.ui.translate.running.run import CurrentService, ShownRun
from translator.ui.translate.running.waiting import Clock, Countdown
from translator.ui.translate.screen import Screen
from translator.ui.translate.target.shown_target import ShownTarget


class CurrentRun:
    """Owns the task that translates. Only the current one may paint."""

    def __init__(
        self, screen: Screen, current: CurrentService, shown: ShownTarget, linked: LinkedPanes,
        findings: FindingsPresenter, endings: Endings, clock: Clock, rests: Rests,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._current = current
        self._shown = shown
        self._linked = linked
        self._findings = findings
        self._endings = endings
        self._clock = clock
        self._rests = rests
        self._countdown = Countdown(screen, lambda: current.service.name, lambda: self.stop(offers_more=True), clock)
        self._tasks = Tasks()
        self._run: ShownRun | None = None
        self._listeners: list[Callable[[TranslationRequest, Ending], None]] = []
        self.outcome: Outcome | None = None
        """How the translation on the screen ended, where it did."""
        self.unfinished: Unfinished | None = None
        """What there is to go on with."""

    @property
    def is_running(self) -> bool:
        """Whether a translation is on its way."""
        return self._tasks.is_running("translate")

    def listen(self, listener: Callable[[TranslationRequest, Ending], None]) -> None:
        """Tell this of each request that ended by itself, once its ending is shown."""
        self._listeners.append(listener)

    async def close(self) -> None:
        """End everything that runs; sockets are closed."""
        await self._tasks.close()
        await self._countdown.close()

    def start(self, request: TranslationRequest, words: str) -> None:
        """Begin a translation, and say these words. What is shown stays as far as it may still hold."""
        self._countdown.end()
        self._screen.hide_notices()
        self._shown.begin(request.text, LanguagePair(request.source, request.target))
        self._screen.mark_source(())
        self._screen.show_masked(())
        light = self._linked.follow_writing
        progress = Progress(
            self._screen, self._shown, words, request.text, self._countdown, light, request.finished
        )  # fmt: skip
        self.outcome = self.unfinished = None
        self._findings.begin(request.corrections)
        self._run = ShownRun(self._current, request, progress)
        self._tasks.start("translate", self._translate(self._run))

    def cut_short(self) -> None:
        """Let nothing more come of what runs: it is about to be replaced, and what has come need not come again."""
        if self._run is not None:
            self._run.stop()

    def stop(self, *, offers_more: bool) -> None:
        """Stop what runs. What has arrived stays, marked; the user is offered to go on with it, or not."""
        run = self._run
        if run is None or not self._tasks.cancel("translate"):
            return
        run.stop()
        self.unfinished = run.left()
        self._settle()
        self.show(Outcome(None, offers_more=offers_more))

    def forget(self) -> None:
        """Take note that another translation is shown, which did not come from here."""
        self._run = self.outcome = self.unfinished = None

    # How it ends

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

    def _offer_stop(self) -> None:
        # The task may have been stopped a moment ago, and not have called this off yet.
        if self.is_running:
            self._screen.show_running(running=True)

    def _finish(self, run: ShownRun, ending: Ending, seconds: float) -> None:
        request, note, is_as_before = run.request, "", False
        if isinstance(ending, Incomplete) and run.has_put_back and not self._shown.gaps:
            is_as_before = True
            ending, note = _seen_as_before(request, ending)
        was_not_fixed = isinstance(ending, Failed) and (bool(request.corrections) or request.afresh)
        self._settle(note)
        if not isinstance(ending, Failed):
            self._current.used_model(run.service, ending.translation.model)
        if isinstance(ending, Incomplete) or was_not_fixed:
            self.unfinished = run.left(was_not_fixed=was_not_fixed)
        self.show(Outcome(ending, seconds))
        if is_as_before:
            self._screen.end_target(broken_off=False)  # what is there is whole
        for listener in self._listeners:
            listener(request, ending)

    def _settle(self, note: str = "") -> None:
        self._run = None
        self._countdown.end()
        self._screen.show_running(running=False)
        self._screen.show_progress(None)
        self._linked.follow_writing(None)
        self._screen.show_writing(None)
        self._findings.end(note)

    def show(self, outcome: Outcome) -> None:
        """Show how the translation on the screen ended."""
        self.outcome = outcome
        shown = self._shown
        gaps = shown.gaps if shown.layout.text or isinstance(outcome.ending, Incomplete) else ()
        if outcome.ending is None:
            has_part = bool(shown.own_translation.text)
            self._endings.show_stopped(gaps, has_part=has_part, offers_more=outcome.offers_more)
        else:
            self._endings.show(outcome.ending, outcome.seconds, gaps, self._findings.count)
        shown.mark_stale(shown.source)

    def show_facts(self, findings: int) -> None:
        """Say anew how the translation came about, once it is there, with so many findings."""
        if self.outcome is not None and isinstance(self.outcome.ending, Completed):
            self._endings.show_facts(self._shown.translation, self.outcome.seconds, findings)


def _seen_as_before(request: TranslationRequest, ending: Incomplete) -> tuple[Ending, str]:
    """Return how a translation ended that was whole before, and still is; and what there is to say of that."""
    if ending.error is not None:
        return Failed(ending.error), ""
    if request.corrections:
        return Completed(ending.translation), stays_as_it_was(explain_incomplete(ending.reason))
    return ending, ""
