"""Words joined to the window: who asks, who answers, and what follows from what."""

from dataclasses import replace

from translator.i18n import interface_language
from translator.language.catalogue import Catalogue
from translator.language.tag import InvalidTag, LanguageTag
from translator.settings import Settings
from translator.ui.look.theme import Theme
from translator.ui.preferences import Preferences
from translator.ui.translate.editing.editing import Editing
from translator.ui.translate.editing.hand_editing import HandEditing
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.running.run import CurrentService
from translator.ui.window.main_window import MainWindow
from translator.ui.words.alternatives_presenter import AlternativesPresenter
from translator.ui.words.alternatives_view import AlternativesView
from translator.ui.words.below_translation import BelowTranslation
from translator.ui.words.dictionary_presenter import DictionaryPresenter
from translator.ui.words.romanisation_presenter import RomanisationPresenter
from translator.ui.words.screen import WordEngines


class WordsDesk:
    """Owns all that the window does word by word, and ends it."""

    def __init__(
        self, theme: Theme, window: MainWindow, preferences: Preferences, catalogue: Catalogue, engines: WordEngines,
        current: CurrentService, translating: TranslatePresenter, by_hand: HandEditing, editing: Editing,
    ) -> None:  # fmt: skip
        self._window = window
        self._preferences = preferences
        self._editing = editing
        language = interface_tag()
        below = BelowTranslation(theme, window.view.target, self._ask_reading)

        def is_rtl(tag: LanguageTag) -> bool:
            found = catalogue.find(tag)
            return found is not None and found.rtl

        self._view = AlternativesView(theme, window.view, lambda: self._alternatives.can_ask)
        self._alternatives = AlternativesPresenter(
            self._view, translating, by_hand, editing, current, engines, lambda: preferences.settings.style, language
        )
        self._dictionary = DictionaryPresenter(
            below, translating, current, engines, lambda: preferences.settings.dictionary, language, is_rtl
        )
        self._romanisation = RomanisationPresenter(
            below, translating, current, engines, lambda: preferences.settings.romanise
        )
        translating.listen(lambda _request, _ending: self._romanisation.follow())
        self._follow_settings(preferences.settings)
        preferences.listen(self._follow_settings)
        self._connect()

    async def close(self) -> None:
        """End everything that runs."""
        self._alternatives.cancel()
        for owner in (self._alternatives, self._dictionary, self._romanisation):
            await owner.close()

    def _connect(self) -> None:
        actions, editor, target = (
            self._window.actions_,
            self._window.view.source.editor,
            self._window.view.target.target,
        )
        actions.alternatives.triggered.connect(lambda _checked=False: self._view.ask())
        actions.dictionary.toggled.connect(self._set_dictionary)
        actions.romanisation.toggled.connect(self._set_romanisation)
        self._view.asked.connect(self._alternatives.ask)
        self._view.chosen.connect(self._alternatives.choose)
        self._view.closed.connect(self._alternatives.cancel)
        editor.text_edited.connect(lambda: self._dictionary.follow_edit(editor.text()))
        target.text_edited.connect(self._romanisation.follow)
        self._window.escape_pressed.connect(self._romanisation.cancel_reading)
        target.undo_requested.connect(self._editing.undo_step)

    def _ask_reading(self) -> None:
        self._romanisation.ask_reading()

    def _set_dictionary(self, wanted: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, dictionary=wanted))

    def _set_romanisation(self, wanted: bool) -> None:
        self._preferences.change(replace(self._preferences.settings, romanise=wanted))

    def _follow_settings(self, settings: Settings) -> None:
        self._window.actions_.dictionary.setChecked(settings.dictionary)
        self._window.actions_.romanisation.setChecked(settings.romanise)
        self._dictionary.follow_settings()
        self._romanisation.follow()


def interface_tag() -> LanguageTag:
    """Return the language of the interface."""
    try:
        return LanguageTag.parse(interface_language())
    except InvalidTag:
        return LanguageTag.parse("en")
