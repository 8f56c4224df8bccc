"""Decides what to translate and when. Knows no widget."""

from collections.abc import Callable
from dataclasses import replace

from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.text.display import is_blank
from translator.translation.request import Action, Completed, Ending, Translation, TranslationRequest
from translator.ui.findings.corrections import Corrections, corrections_in
from translator.ui.findings.presenter import FindingsPresenter
from translator.ui.ports import Costs
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.looking import Looking
from translator.ui.translate.rests import Rests
from translator.ui.translate.running.asking import Asking, Wish
from translator.ui.translate.running.continuing import HandedOver, HeldTranslation
from translator.ui.translate.running.current_run import CurrentRun
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.running.run import CurrentService
from translator.ui.translate.running.waiting import Clock
from translator.ui.translate.screen import Screen
from translator.ui.translate.source.known_source import KnownSource
from translator.ui.translate.target.shown_target import HeldTarget, ShownTarget
from translator.ui.translate.typing_rest import TypingRest


class TranslatePresenter:
    """Translates what is typed: when the user wants it, after a rest, or once more.

    ``linked`` lights up what belongs together; ``shown`` is what the target shows; ``findings`` what looks wrong in it;
    ``rest`` what comes of a rest while one types.
    """

    def __init__(
        self, screen: Screen, languages: LanguageChoice, current: CurrentService, endings: Endings,
        costs: Costs | None = None, clock: Clock | None = None, rests: Rests | None = None,
        action: Action = Action.WINDOW,
    ) -> None:  # fmt: skip
        """Without ``costs``, no price is known. ``action`` is what its translations are for."""
        self._screen = screen
        self._languages = languages
        self._endings = endings
        self._before_each: list[Callable[[], None]] = []
        rests = rests or Rests()
        self._looking = Looking(screen, languages, costs)
        self.rest = TypingRest(screen, self._looking, rests, self._follow_emptied, self.translate)
        self.linked = LinkedPanes(screen)
        self._source = KnownSource(screen, self.linked)
        self.shown = ShownTarget(screen, self.linked)
        self.findings = FindingsPresenter(screen, lambda: self.linked.links, self._ask_again, self._show_facts)
        self.shown.listen(self.findings.refresh)
        self._asking = Asking(languages, current, self.shown, endings, action)
        self._run = CurrentRun(
            screen, current, self.shown, self.linked, self.findings, endings, clock or Clock(), rests
        )  # fmt: skip

    @property
    def translation(self) -> Translation:
        """The translation on the screen, as far as it has come, with what the user has changed in it."""
        return self.shown.translation

    @property
    def is_running(self) -> bool:
        """Whether a translation is on its way."""
        return self._run.is_running

    @property
    def is_outdated(self) -> bool:
        """Whether the translation on the screen is of another text than what is typed by now, or part of it is."""
        return bool(self.shown.layout.text) and not self.shown.is_of(self._screen.source_text())

    @property
    def is_left_outdated(self) -> bool:
        """Whether it is so, and nothing is on its way to change that."""
        return self.is_outdated and not self.is_running

    @property
    def is_settled(self) -> bool:
        """Whether the translation on the screen came to its end with nothing missing."""
        outcome = self._run.outcome
        return not self.is_running and (outcome is None or isinstance(outcome.ending, Completed))

    def before_each(self, does: Callable[[], None]) -> None:
        """Do this before each translation, and before another one is shown."""
        self._before_each.append(does)

    def listen(self, listener: Callable[[TranslationRequest, Ending], None]) -> None:
        """Tell this of each request that ended by itself, once its ending is shown."""
        self._run.listen(listener)

    async def close(self) -> None:
        """End everything that runs; sockets are closed."""
        await self.rest.close()
        await self._run.close()

    # Commands

    def follow_edit(self) -> None:
        """Take note that the source was edited: what was on its way is no longer wanted.

        What is missing is told as after any other stop, unless a rest translates what is typed anyway.
        """
        is_another, is_soon_translated = self._source.follow_edit(), self._is_soon_translated
        self._run.stop(offers_more=not is_soon_translated and not self._source.is_blank)
        if is_another:
            self.findings.refresh()
        if is_soon_translated:
            self._screen.mark_source(())
            self.shown.mark_nothing_stale()  # or it would come and go while one types
        else:
            self.shown.follow_source(self._source.text)
        self.rest.begin()

    def translate(self) -> None:
        """Translate what is typed, now. What is there of it already is not asked for again.

        Where blocks were asked for again because of findings, or all of them, and that failed, it is tried once more.
        """
        left = self._run.unfinished
        self._begin(Wish(goes_on=left is not None and left.was_not_fixed))

    def translate_afresh(self) -> None:
        """Translate what is typed, all of it but what the user has written."""
        self._begin(Wish(afresh=True))

    def go_on(self) -> None:
        """Translate what the last translation left out; all of it, where something else is asked for by now."""
        self._begin(Wish(goes_on=True))

    def allow_once(self) -> None:
        """Go on, or translate anew where nothing is left to go on with, though the budget is spent."""
        self._begin(Wish(goes_on=True, over_budget=True))

    def stop(self) -> None:
        """Stop what runs, as the user asks. What has arrived stays, marked, and can be gone on with."""
        self._run.stop(offers_more=True)

    def abandon(self) -> None:
        """Stop what runs, as it is no longer wanted. What has arrived stays, marked."""
        self._run.stop(offers_more=False)

    def forget(self) -> None:
        """Stop what runs, and forget the text: it has gone, and there may be another."""
        self.abandon()
        self.rest.cancel()
        self.show_translation(Translation(""))

    def look_again(self) -> None:
        """Look at the source's language once more, as when the detector has only now been loaded."""
        self._looking.look_at(self._screen.source_text())

    def show_translation(self, translation: Translation) -> None:
        """Show a translation of what is typed."""
        self._prepare()
        self._run.forget()
        languages = LanguagePair(self._languages.known_source, self._languages.target)
        self.shown.show(translation, self._source.look(), languages)
        self._say_nothing_of_it()

    def show_outdated(self) -> None:
        """Mark what is shown of another text than what is typed, unless that is translated in a moment anyway."""
        self._screen.mark_source(())
        if not self._is_soon_translated:
            self._mark_outdated()

    # What was shown before

    def hold(self) -> HeldTranslation:
        """Return the translation as it is now, whatever becomes of it, to be brought back."""
        return self._held(self.shown.copied())

    def bring_back(self, held: HeldTranslation) -> None:
        """Show a translation as it was; where part of it is missing, that is said, and it can be gone on with."""
        self._prepare()
        self._run.forget()
        self._screen.hide_notice()
        self._source.look()
        self._show_held(held)
        self._say_nothing_of_it()
        if held.outcome is not None and self.shown.layout.text:
            self._run.show(replace(held.outcome, offers_more=True))

    # Another screen of the same text

    def hand_over(self) -> HandedOver:
        """Stop what runs, and return all that another presenter needs to go on with it."""
        goes_on, rests = self.is_running, self.rest.cancel()
        self.abandon()
        return HandedOver(self._held(self.shown.hold()), goes_on, rests, self.findings.dismissed)

    def take_over(self, before: HandedOver) -> None:
        """Show what another presenter showed of this source, and go on where it was on its way."""
        self._looking.look_at(self._source.look())
        self.findings.dismissed = before.dismissed
        self._show_held(before.translation)
        outcome = before.translation.outcome
        if before.goes_on:
            self._begin(Wish(goes_on=True))
        elif outcome is not None:
            self._run.show(outcome)
        if before.rests:
            self.rest.begin()

    # How

    @property
    def _is_soon_translated(self) -> bool:
        return self.rest.will_translate(self._source.text) and not self._source.is_blank

    def _held(self, shown: HeldTarget) -> HeldTranslation:
        return HeldTranslation(shown, self._run.outcome, self._run.unfinished, self._asking.asked)

    def _show_held(self, held: HeldTranslation) -> None:
        self.shown.show_as_before(held.shown)
        self._source.take_links_of(held.shown.source)
        self._asking.asked, self._run.unfinished = held.asked, held.unfinished

    def _say_nothing_of_it(self) -> None:
        """Say nothing of how the translation that is shown came about."""
        self._screen.mark_source(())
        self._screen.show_masked(())
        self._screen.show_from_memory(0, 0)
        self._screen.show_meta("")

    def _mark_outdated(self) -> None:
        if self.is_outdated:
            self.shown.mark_stale(self._screen.source_text())

    def _begin(self, wish: Wish) -> None:
        self.rest.cancel()
        self._prepare()
        text = self._screen.source_text()
        expected = self._looking.look_at(text)
        if is_blank(text):
            self._say_nothing_there(text)
            return
        decision = self._languages.decide()
        self._screen.show_languages(self._languages)
        if decision.already_there:
            self.abandon()
            self._endings.show_already_there(decision.languages.target)
            self._mark_outdated()
            return
        self._run.cut_short()
        request, words = self._asking.ask(text, decision, wish, self._run.unfinished, expected)
        self._source.look()
        self._run.start(request, words)

    def _prepare(self) -> None:
        for does in self._before_each:
            does()

    def _say_nothing_there(self, text: str) -> None:
        unseen = tr("There are only blanks and invisible characters here.")
        self._screen.show_status(unseen if text.strip() else tr("There is no text to translate yet."), "idle")
        self._mark_outdated()
        self._screen.focus_source()

    def _ask_again(self, corrections: Corrections) -> None:
        sources = [slot.source for slot in self.shown.layout.slots]
        self._begin(Wish(corrections=corrections_in(self._screen.source_text(), sources, corrections)))

    def _show_facts(self, findings: int) -> None:
        self._run.show_facts(findings)

    def _follow_emptied(self) -> None:
        self.show_translation(Translation(""))
        self._screen.hide_notices()
