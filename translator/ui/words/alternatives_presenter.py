"""Decides what can be said in another way, asks for it, and puts what was chosen in its place."""

import logging
from collections.abc import Callable, Sequence

from translator.i18n import tr
from translator.language.tag import LanguageTag
from translator.messages import explain
from translator.settings import Style
from translator.text.span import Span
from translator.translation.errors.base import TranslationError
from translator.translation.words.alternatives import Alternative, AlternativesRequest, NoAlternatives, WhyNone
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.hand_editing import HandEditing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.run import CurrentService
from translator.ui.words.screen import AlternativesScreen, WordEngines

log = logging.getLogger(__name__)


class AlternativesPresenter:
    """Owns the request for alternatives. Only one is on its way at a time; closing the panel ends it.

    ``style`` gives the user's own; glosses are written in ``gloss_language``.
    """

    def __init__(
        self, screen: AlternativesScreen, translating: TranslatePresenter, by_hand: HandEditing, editing: Editing,
        current: CurrentService, engines: WordEngines, style: Callable[[], Style], gloss_language: LanguageTag,
    ) -> None:  # fmt: skip
        self._screen = screen
        self._translating = translating
        self._by_hand = by_hand
        self._editing = editing
        self._current = current
        self._engines = engines
        self._style = style
        self._gloss_language = gloss_language
        self._tasks = Tasks()
        self._block = -1
        self._asked: AlternativesRequest | None = None
        self._choices: Sequence[Alternative] = ()
        translating.before_each(self.cancel)

    async def close(self) -> None:
        """End what runs; its socket is closed."""
        await self._tasks.close()

    @property
    def can_ask(self) -> bool:
        """Whether there is a translation to ask about, and somebody to ask."""
        return not (self._translating.is_running or self._current.service.is_demo)

    def ask(self, part: Span) -> None:
        """Ask for other ways to say a part of the translation, in code points."""
        self._tasks.cancel("alternatives")
        self._choices, self._asked = (), None
        words = self._translating.translation.text[slice(*part)].strip()
        if not words:
            return
        self._screen.show_waiting(words)
        if self._current.service.is_demo:
            self._screen.show_sentence(tr("The demo has no other words. Choose a service."))
            return
        request = None if self._translating.is_running else self._request(part)
        if request is None:
            self._screen.show_sentence(tr("This part is not translated in full yet."))
            return
        self._asked = request
        self._tasks.start("alternatives", self._find(request))

    def choose(self, place: int) -> None:
        """Take the alternative at this place, 0 first; one that is not there does nothing."""
        if not 0 <= place < len(self._choices):
            return
        choice, request, block = self._choices[place], self._asked, self._block
        slots = self._translating.shown.layout.slots
        if request is None or block >= len(slots) or slots[block].text != request.target:
            self._screen.show_sentence(tr("The translation has changed meanwhile."))
            return
        self.cancel()
        take_back = self._by_hand.replace_block(block, choice.target)
        self._editing.offer_undo(take_back, tr("Now it says “{words}”").format(words=choice.wording))

    def cancel(self) -> None:
        """Ask no more, and close the panel."""
        self._tasks.cancel("alternatives")
        self._choices, self._asked = (), None
        self._screen.close()

    def _request(self, part: Span) -> AlternativesRequest | None:
        """Return what to ask about the block in which the part's words begin; None where it is not there in full."""
        shown = self._translating.shown
        text = shown.layout.text
        first_word = part[0] + len(text[slice(*part)]) - len(text[slice(*part)].lstrip())
        block = shown.layout.slot_at(first_word)
        finished = shown.layout.slots[block].finished if 0 <= block < len(shown.layout.slots) else None
        if finished is None or shown.languages is None:
            return None
        start, end = shown.layout.span(block)
        within = max(part[0], start) - start, min(part[1], end) - start
        self._block = block
        return AlternativesRequest(
            finished.source, finished.target, within, shown.languages, self._gloss_language, self._style(),
            self._current.service.masks_private,
        )  # fmt: skip

    async def _find(self, request: AlternativesRequest) -> None:
        try:
            words = await self._engines.words(self._current.service)
            self._choices = await words.alternatives(request)
        except NoAlternatives as none:
            self._screen.show_sentence(_why(none.reason))
        except TranslationError as error:
            self._screen.show_sentence(explain(error).sentence)
        except Exception:
            log.exception("Alternatives ended unexpectedly")
            self._screen.show_sentence(explain(TranslationError(self._current.service.name)).sentence)
        else:
            self._screen.show_choices(self._choices)


def _why(reason: WhyNone) -> str:
    return {
        WhyNone.NONE_OFFERED: tr("No other way to say it was found."),
        WhyNone.NO_WORDS: tr("Select a word or a phrase of one sentence."),
        WhyNone.PRIVATE: tr("This part stays on this computer and is not sent."),
    }[reason]
