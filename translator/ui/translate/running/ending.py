"""Says how a translation ended, and offers what can be done next."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translator.i18n import tr
from translator.joining import sentences
from translator.language.tag import LanguageTag
from translator.locales.numbers import Localised
from translator.messages import NextStep, explain, explain_incomplete, partial_kept, terms_missing
from translator.translation.errors.base import TranslationError
from translator.translation.errors.limits import OverBudget
from translator.translation.request import (
    BlockOrigin,
    Completed,
    Ending,
    Failed,
    Incomplete,
    IncompleteReason,
    Translation,
    Usage,
)
from translator.ui.guide.topics import topic_of_error, topic_of_incomplete
from translator.ui.translate.language_choice import Decision
from translator.ui.translate.running.spending import Expected, facts
from translator.ui.translate.screen import Screen
from translator.ui.translate.target.shown_target import Gap
from translator.ui.vocabulary import Action, Severity, State


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What the buttons under a notice do."""

    retry: Callable[[], None]
    afresh: Callable[[], None]
    go_on: Callable[[], None]
    allow_once: Callable[[], None]
    open_settings: Callable[[], None]
    open_budget: Callable[[], None]
    enter_key: Callable[[], None]
    choose_model: Callable[[], None]
    choose_target: Callable[[], None]
    keep_partial: Callable[[], None]
    choose_service: Callable[[], None]


class Endings:
    """Turns an ending into a status, a line of facts, and where something is wrong, a notice."""

    def __init__(
        self, screen: Screen, name_of: Callable[[LanguageTag], str], is_trial: Callable[[], bool] = lambda: False
    ) -> None:
        """``is_trial`` says whether the demo runs because nobody has chosen a service yet."""
        self._screen = screen
        self._is_trial = is_trial
        self._name_of = name_of
        self._steps: NextSteps | None = None
        self._open_guide: Callable[[str], None] | None = None
        self.beside = Usage()
        """What is shown together with what translations take."""

    def offer(self, steps: NextSteps) -> None:
        """Let the buttons do this."""
        self._steps = steps

    def lead_to_guide(self, open_guide: Callable[[str], None]) -> None:
        """Offer what the guide says of an error, too: ``open_guide`` shows a topic of it."""
        self._open_guide = open_guide

    def count_in(self, usage: Usage) -> None:
        """Show what translations take from now on together with this, such as what reading a picture took."""
        self.beside = usage

    def words_for(self, decision: Decision, expected: Expected | None = None) -> str:
        """Return what to say as a translation begins; of a long text, what it will take."""
        source, target = decision.languages.source, decision.languages.target
        if decision.switched and source is not None:
            words = tr("The text is in {source}: translating into {target}")
            words = words.format(source=self._name_of(source), target=self._name_of(target))
            return f"{words} · {expected.words}" if expected else words
        return tr("Translating {amount}").format(amount=expected.words) if expected else tr("Translating")

    def show_already_there(self, target: LanguageTag) -> None:
        """Say that the text is in the target language already."""
        choose = [Action(tr("Choose another language"), "chooseTargetButton", self._chosen().choose_target)]
        sentence = tr("The text is already in {language}.").format(language=self._name_of(target))
        self._screen.show_notice(sentence, "info", choose)

    def show(self, ending: Ending, seconds: float, gaps: Sequence[Gap] = (), findings: int = 0) -> None:
        """Show how it ended after so many seconds, where it has gaps, and how many findings there are."""
        match ending:
            case Completed(translation):
                self._screen.end_target(broken_off=False)
                self.show_facts(translation, seconds, findings)
                self._screen.show_from_memory(*_from_memory(translation))
                self._screen.show_outcome(*_how_it_stands(translation))
                if translation.lacks_terms:
                    self._screen.show_notice(terms_missing(), "warning", [self._translate_again()])
                elif self._is_trial():
                    self._explain_demo()
            case Incomplete(reason, translation, error):
                self._mark(gaps, is_missing=True)
                self._screen.show_meta(tr("Incomplete · {seconds:.1f} s").format(seconds=Localised(seconds)))
                self._screen.show_outcome(tr("Incomplete"), "warning")
                self._say_incomplete(reason, error, gaps, translation)
            case Failed(error):
                self._mark(gaps)
                self._screen.show_meta("")
                self._screen.show_status(tr("Not translated"), "error")
                self._screen.show_notice(explain(error).sentence, _severity(error), self._after(error))

    def show_facts(self, translation: Translation, seconds: float, findings: int) -> None:
        """Show how a complete translation came about; nothing of one that nobody made."""
        if translation.is_unchanged and self.beside == Usage():
            self._screen.show_meta("")
            return
        translation = replace(translation, usage=translation.usage + self.beside)
        self._screen.show_meta(*facts(translation, seconds, findings))

    def show_stopped(self, gaps: Sequence[Gap], *, has_part: bool, offers_more: bool) -> None:
        """Say that it was stopped, and quietly that it can go on; where it ``has_part``, part of it is there."""
        self._screen.show_meta(tr("Stopped"))
        self._screen.show_status(tr("Stopped"), "idle")
        self._mark(gaps)
        if not gaps or not offers_more:
            return
        if has_part:
            sentence, actions = partial_kept(), [self._go_on(), self._translate_again()]
        else:  # what stands there is of the text before
            again = Action(tr("Translate again"), "retryButton", self._chosen().retry)
            sentence, actions = tr("The text has changed. Translate again."), [again]
        self._screen.show_notice(sentences(tr("Stopped."), sentence), "info", actions)

    def _mark(self, gaps: Sequence[Gap], *, is_missing: bool = False) -> None:
        """Mark the gaps on both sides; where something ``is_missing`` and no gap tells where, the end of the target."""
        places = [gap.target for gap in gaps if gap.target is not None]
        self._screen.end_target(broken_off=bool(places) or (is_missing and not gaps), places=places)
        self._screen.mark_source([span for gap in gaps for span in gap.sources])

    def _explain_demo(self) -> None:
        choose = Action(tr("Choose how to translate"), "chooseServiceButton", self._chosen().choose_service)
        self._screen.show_notice(tr("This is the demo: it changes letters and translates nothing."), "info", [choose])

    def _say_incomplete(
        self, reason: IncompleteReason, error: TranslationError | None, gaps: Sequence[Gap], translation: Translation
    ) -> None:
        actions = [*self._first_needed(error)]
        if not isinstance(error, OverBudget):
            actions += [self._go_on()] if gaps else []
            actions.append(self._translate_again())
        if translation.text:
            actions.append(Action(tr("Keep partial text"), "keepPartialButton", self._chosen().keep_partial))
        actions += self._help(topic_of_error(error) if error else topic_of_incomplete(reason))
        said = [explain(error).sentence, partial_kept()] if error else [explain_incomplete(reason)]
        sentence = sentences(*said, terms_missing() if translation.lacks_terms else "")
        self._screen.show_notice(sentence, _severity(error) if error else "warning", actions)

    def _after(self, error: TranslationError) -> Sequence[Action]:
        """Return the next steps after a failure. To ask again over the budget would only be refused again."""
        retry = [] if isinstance(error, OverBudget) else [Action(tr("Retry"), "retryButton", self._chosen().retry)]
        return [*self._first_needed(error), *retry, *self._help(topic_of_error(error))]

    def _first_needed(self, error: TranslationError | None) -> Sequence[Action]:
        """Return what has to be done before it is worth while to try again."""
        if error is None:
            return []
        steps = self._chosen()
        settings = tr("Open settings")
        offered = {
            NextStep.ENTER_KEY: [Action(tr("Enter a key"), "enterKeyButton", steps.enter_key)],
            NextStep.CHOOSE_MODEL: [Action(tr("Choose a model"), "chooseModelButton", steps.choose_model)],
            NextStep.OPEN_SETTINGS: [Action(settings, "openSettingsButton", steps.open_settings)],
            NextStep.ALLOW_ONCE: [
                Action(tr("Allow this translation"), "allowOnceButton", steps.allow_once),
                Action(settings, "openSettingsButton", steps.open_budget),
            ],
        }
        return offered.get(explain(error).step, [])

    def _help(self, topic: str) -> Sequence[Action]:
        """Return the way to what the guide says of this, where there is a guide."""
        if self._open_guide is None:
            return []
        open_guide = self._open_guide
        return [Action(tr("What can I do?"), "whatCanIDoButton", lambda: open_guide(topic))]

    def _go_on(self) -> Action:
        return Action(tr("Continue"), "continueButton", self._chosen().go_on)

    def _translate_again(self) -> Action:
        return Action(tr("Translate again"), "retryButton", self._chosen().afresh)

    def _chosen(self) -> NextSteps:
        assert self._steps is not None, "the next steps were not offered"  # noqa: S101 - wiring, not input
        return self._steps


def _how_it_stands(translation: Translation) -> tuple[str, State]:
    return (tr("Nothing to translate"), "idle") if translation.is_unchanged else (tr("Ready"), "ready")


def _from_memory(translation: Translation) -> tuple[int, int]:
    """Return how many blocks the memory had, and how many there are with something to translate."""
    origins = Counter(block.origin for block in translation.finished)
    return origins[BlockOrigin.MEMORY], origins.total() - origins[BlockOrigin.UNCHANGED]


def _severity(error: TranslationError) -> Severity:
    """Return how bad it is: what the user has set as a limit is no error."""
    return "warning" if isinstance(error, OverBudget) else "error"
