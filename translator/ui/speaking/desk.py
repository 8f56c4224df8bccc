"""The window's own buttons for reading aloud, there once it is known that texts can be."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.speaking.button import SpeakButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.ui.speaking.reading import ReadingAloud
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.window.main_window import MainWindow


class SpeakingDesk:
    """Puts a button into each pane, and lets Escape stop the reading. ``say`` tells the user a sentence."""

    def __init__(
        self, window: MainWindow, languages: LanguageChoice, reading: ReadingAloud, say: Callable[[str], None]
    ) -> None:
        self._view = window.view
        self._languages = languages
        self._reading = reading
        self._say = say
        window.escape_pressed.connect(reading.stop)
        reading.when_there_is_speech(self._offer)

    def _offer(self) -> None:
        source, target, languages = self._view.source, self._view.target, self._languages
        for tool, edit, language in (
            (source.speak_tool, source.editor, lambda: languages.source or languages.found.tag),
            (target.speak_tool, target.target, lambda: languages.target),
        ):
            SpeakButton(self._reading, tool, edit, language, self._say)
