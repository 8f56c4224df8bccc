"""What is asked for: a request for the text that is typed, without what is there of its translation already."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from translator.i18n import tr
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.request import Action, BlockOrigin, FinishedBlock, TranslationRequest
from translator.ui.findings.corrections import Corrections
from translator.ui.findings.words import asking_again
from translator.ui.translate.language_choice import Decision, LanguageChoice
from translator.ui.translate.running.continuing import Asked, Unfinished
from translator.ui.translate.running.ending import Endings
from translator.ui.translate.running.run import CurrentService
from translator.ui.translate.running.spending import Expected
from translator.ui.translate.target.shown_target import ShownTarget


@dataclass(frozen=True, slots=True)
class Wish:
    """How a text is to be translated.

    One that ``goes_on`` asks for what the last translation left out, in the way that was asked for. One that is made
    ``afresh`` leaves nothing of it but what the user has written. ``corrections`` are findings because of which their
    blocks are asked for again.
    """

    goes_on: bool = False
    over_budget: bool = False
    afresh: bool = False
    corrections: Corrections = field(default_factory=dict)


class Asking:
    """Lays out requests to the service in use; knows how it was asked for the translation that is shown.

    ``action`` is what translations are for.
    """

    def __init__(
        self, languages: LanguageChoice, current: CurrentService, shown: ShownTarget, endings: Endings, action: Action
    ) -> None:
        self._languages = languages
        self._current = current
        self._shown = shown
        self._endings = endings
        self._action = action
        self.asked: Asked | None = None
        """How it was asked, and who."""

    def ask(
        self, text: str, decision: Decision, wish: Wish, left: Unfinished | None, expected: Expected | None
    ) -> tuple[TranslationRequest, str]:
        """Return what to ask for, and what to say as that begins.

        ``left`` is what the last translation did not get, ``expected`` what that of the whole text would take.
        """
        request = self._request(text, decision.languages, wish)
        is_all_asked_for = wish.afresh or not request.finished
        words = self._endings.words_for(decision, expected if is_all_asked_for else None)
        if wish.goes_on and left is not None and left.is_rest_of(request, self._current.service.id):
            request = left.gone_on_with(request)
            words = tr("Translating the rest") if request.finished and not request.afresh else words
        if request.corrections:
            words = asking_again(len(request.corrections))
        self.asked = self._asking(request.target)
        return request, words

    def _request(self, text: str, languages: LanguagePair, wish: Wish) -> TranslationRequest:
        return TranslationRequest(
            text, languages.target, languages.source, self._action,
            finished=self._there_already(languages),
            masks_private=self._current.service.masks_private, over_budget=wish.over_budget, afresh=wish.afresh,
            source_is_guess=languages.source is not None and self._languages.source is None,
            style=self._current.style, uses_memory=self._current.uses_memory, corrections=wish.corrections,
        )  # fmt: skip

    def _there_already(self, languages: LanguagePair) -> Sequence[FinishedBlock]:
        """Return the blocks that need not be asked for again; those without a key only of whom they were asked of."""
        finished = self._shown.layout.finished() if self._shown.holds_for(languages) else ()
        if self.asked == self._asking(languages.target):
            return finished
        return tuple(block for block in finished if block.key or block.origin is BlockOrigin.USER)

    def _asking(self, target: LanguageTag) -> Asked:
        return Asked.of(self._current.service, self._current.style, LanguagePair(self._languages.source, target))
