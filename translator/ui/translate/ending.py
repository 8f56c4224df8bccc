"""Says how a translation ended, and offers what can be done next."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from translator.i18n import ntr, tr
from translator.language.tag import LanguageTag
from translator.messages import NextStep, explain, explain_incomplete, partial_kept
from translator.translation.errors import TranslationError
from translator.translation.request import Completed, Ending, Failed, Incomplete, Translation
from translator.ui.translate.language_choice import Decision
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action


@dataclass(frozen=True, slots=True)
class NextSteps:
    """What the buttons under a notice do."""

    retry: Callable[[], None]
    open_settings: Callable[[], None]
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

    def offer(self, steps: NextSteps) -> None:
        """Let the buttons do this."""
        self._steps = steps

    def words_for(self, decision: Decision) -> str:
        """Return what to say as a translation begins."""
        source, target = decision.languages.source, decision.languages.target
        if decision.switched and source is not None:
            words = tr("The text is in {source}: translating into {target}")
            return words.format(source=self._name_of(source), target=self._name_of(target))
        return tr("Translating")

    def show_already_there(self, target: LanguageTag) -> None:
        """Say that the text is in the target language already."""
        choose = [Action(tr("Choose another language"), "chooseTargetButton", self._chosen().choose_target)]
        sentence = tr("The text is already in {language}.").format(language=self._name_of(target))
        self._screen.show_notice(sentence, "info", choose)

    def show(self, ending: Ending, seconds: float) -> None:
        """Show how it ended after so many seconds."""
        match ending:
            case Completed(translation):
                self._screen.end_target(broken_off=False)
                self._screen.show_meta(_facts(translation, seconds))
                self._screen.show_status(tr("Ready"), "ready")
                if self._is_trial():
                    self._explain_demo()
            case Incomplete(reason, translation, error):
                self._screen.end_target(broken_off=True)
                self._screen.show_meta(tr("Incomplete · {seconds:.1f} s").format(seconds=seconds))
                self._screen.show_status(tr("Incomplete"), "warning")
                sentence = explain_incomplete(reason)
                if error is not None:
                    sentence = f"{explain(error).sentence} {partial_kept()}"
                self._warn(sentence, error, has_text=bool(translation.text))
            case Failed(error):
                self._screen.end_target(broken_off=False)
                self._screen.show_meta("")
                self._screen.show_status(tr("Not translated"), "error")
                self._screen.show_notice(explain(error).sentence, "error", self._actions(error))

    def _explain_demo(self) -> None:
        choose = Action(tr("Choose how to translate"), "chooseServiceButton", self._chosen().choose_service)
        self._screen.show_notice(tr("This is the demo: it changes letters and translates nothing."), "info", [choose])

    def _warn(self, sentence: str, error: TranslationError | None, *, has_text: bool) -> None:
        actions = list(self._actions(error))
        if has_text:
            actions.append(Action(tr("Keep partial text"), "keepPartialButton", self._chosen().keep_partial))
        self._screen.show_notice(sentence, "error" if error else "warning", actions)

    def _actions(self, error: TranslationError | None) -> Sequence[Action]:
        steps = self._chosen()
        retry = Action(tr("Retry"), "retryButton", steps.retry)
        if error is None:
            return [retry]
        offered = {
            NextStep.ENTER_KEY: Action(tr("Enter a key"), "enterKeyButton", steps.enter_key),
            NextStep.CHOOSE_MODEL: Action(tr("Choose a model"), "chooseModelButton", steps.choose_model),
            NextStep.OPEN_SETTINGS: Action(tr("Open settings"), "openSettingsButton", steps.open_settings),
        }
        step = explain(error).step
        return [offered[step], retry] if step in offered else [retry]

    def _chosen(self) -> NextSteps:
        assert self._steps is not None, "the next steps were not offered"  # noqa: S101 - wiring, not input
        return self._steps


def _facts(translation: Translation, seconds: float) -> str:
    """Return the model, how long it took and what it cost, as far as they are known."""
    usage = translation.usage
    facts = [translation.model or translation.engine, tr("{seconds:.1f} s").format(seconds=seconds)]
    if tokens := usage.input_tokens + usage.output_tokens:
        facts.append(ntr("{n} token", "{n} tokens", tokens).format(n=f"{tokens:,}"))
    return " · ".join(fact for fact in facts if fact)
