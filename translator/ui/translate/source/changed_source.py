"""Says that the source is another by now than what is translated."""

from translator.i18n import tr
from translator.ui.translate.presenter import TranslatePresenter
from translator.ui.translate.screen import Screen


class ChangedSource:
    """Says so once, at the first edit, where "Ready" stood; and that again, where the edit is taken back."""

    def __init__(self, screen: Screen, translating: TranslatePresenter) -> None:
        self._screen = screen
        self._translating = translating
        self._told_of: str | None = None
        """The source of the translation that was told of."""

    def follow_edit(self) -> None:
        """Take note that the source was edited. Nothing is said where a rest from typing translates by itself."""
        translating, text = self._translating, self._screen.source_text()
        source = translating.shown.source
        if not translating.is_outdated:
            if self._told_of is not None and self._told_of == source:
                self._screen.show_status(tr("Ready"), "ready")
            self._told_of = None
            return
        waits = translating.rest.will_translate(text)
        if text and translating.is_settled and not waits and self._told_of != source:
            self._told_of = source
            self._screen.show_status(tr("The text has changed. Translate again."), "idle")
