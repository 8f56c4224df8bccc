"""Opens the language picker under the button it belongs to."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from translator.language.catalogue import Catalogue
from translator.language.tag import LanguageTag
from translator.ui.languages.picker import LanguagePicker
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.translate.bar.language_button import LanguageButton
from translator.ui.translate.language_choice import LanguageChoice


class LanguageMenus:
    """One picker for each side; both tell the choice, then ``changed``."""

    def __init__(
        self, theme: Theme, window: QWidget, catalogue: Catalogue, choice: LanguageChoice, changed: Callable[[], None],
        closed: Callable[[], None] = lambda: None,
    ) -> None:  # fmt: skip
        """Call ``closed`` whenever a picker has gone, whether or not a language was picked."""
        self._theme = theme
        self._window = window
        self._catalogue = catalogue
        self._choice = choice
        self._changed = changed
        self._closed = closed

    def open_source(self, button: LanguageButton) -> None:
        """Choose the source language, or Detect."""
        choice = self._choice
        picker = LanguagePicker(
            self._theme, self._window, self._catalogue,
            recent=choice.recent_sources, current=choice.source, with_detect=True,
        )  # fmt: skip
        self._open(picker, button, choice.choose_source)

    def open_target(self, button: LanguageButton) -> None:
        """Choose the target language."""
        choice = self._choice
        picker = LanguagePicker(
            self._theme, self._window, self._catalogue,
            recent=choice.recent_targets, current=choice.target, with_detect=False,
        )  # fmt: skip
        self._open(picker, button, choice.choose_target)

    def _open(self, picker: LanguagePicker, button: LanguageButton, choose: Callable[[LanguageTag], None]) -> None:
        def take(tag: LanguageTag) -> None:
            choose(tag)
            self._changed()

        picker.chosen.connect(take)
        picker.closed.connect(lambda: set_property(button, "open", value=False))
        picker.closed.connect(self._closed)
        set_property(button, "open", value=True)
        picker.open_below(button)
