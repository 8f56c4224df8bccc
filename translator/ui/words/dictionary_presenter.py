"""Looks a single word up once it is translated."""

import logging
from collections.abc import Callable

from translator.language.tag import LanguagePair, LanguageTag
from translator.messages import explain
from translator.translation.errors.base import TranslationError
from translator.translation.request import Completed, Ending, TranslationRequest
from translator.translation.words.dictionary import EntryRequest, NoEntry
from translator.translation.words.term import find_term
from translator.ui.loop.tasks import Tasks
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.run import CurrentService
from translator.ui.words.screen import EntryScreen, WordEngines

log = logging.getLogger(__name__)


class DictionaryPresenter:
    """Shows an entry below the translation of a term, and takes it away when the term is another.

    ``is_on`` is the user's wish; the demo is never asked. Labels are in ``label_language``; ``is_rtl`` tells which
    languages are read from right to left.
    """

    def __init__(
        self, screen: EntryScreen, translating: TranslatePresenter, current: CurrentService, engines: WordEngines,
        is_on: Callable[[], bool], label_language: LanguageTag, is_rtl: Callable[[LanguageTag], bool],
    ) -> None:  # fmt: skip
        self._screen = screen
        self._current = current
        self._engines = engines
        self._is_on = is_on
        self._label_language = label_language
        self._is_rtl = is_rtl
        self._tasks = Tasks()
        self._term = ""
        self._last: tuple[TranslationRequest, Ending] | None = None
        translating.before_each(self.clear)
        translating.listen(self._follow_ending)

    async def close(self) -> None:
        """End what runs; its socket is closed."""
        await self._tasks.close()

    def follow_edit(self, source: str) -> None:
        """Take note of an edit of the source: what was said of another word is no longer of use."""
        if self._term and find_term(source) != self._term:
            self.clear()

    def follow_settings(self) -> None:
        """Take note that the user may want entries, or none, from now on."""
        if not self._is_on():
            self._tasks.cancel("entry")
            self._term = ""
            self._screen.hide_entry()
        elif not self._term and self._last is not None:
            self._follow_ending(*self._last)

    def clear(self) -> None:
        """Show no entry, and look nothing up."""
        self._tasks.cancel("entry")
        self._term, self._last = "", None
        self._screen.hide_entry()

    def _follow_ending(self, request: TranslationRequest, ending: Ending) -> None:
        self._last = request, ending
        term = find_term(request.text)
        if not (term and isinstance(ending, Completed) and self._is_on()) or self._current.service.is_demo:
            return
        self._term = term
        self._screen.show_waiting(term)
        languages = LanguagePair(request.source, request.target)
        self._tasks.start("entry", self._look_up(EntryRequest(term, languages, self._label_language)))

    async def _look_up(self, request: EntryRequest) -> None:
        try:
            words = await self._engines.words(self._current.service)
            entry = await words.entry(request)
        except NoEntry:
            self._screen.hide_entry()
        except TranslationError as error:
            self._screen.show_sentence(explain(error).sentence)
        except Exception:
            log.exception("Looking up a word ended unexpectedly")
            self._screen.show_sentence(explain(TranslationError(self._current.service.name)).sentence)
        else:
            source, target = request.languages.source, request.languages.target
            source_rtl = source is not None and self._is_rtl(source)
            self._screen.show_entry(entry, source_rtl=source_rtl, target_rtl=self._is_rtl(target))
