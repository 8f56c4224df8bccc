"""The button that has a text read aloud, and becomes the one that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from translator.i18n import tr
from translator.ui.speaking.reading import Passage
from translator.ui.widgets.buttons.buttons import ToolButton
from translator.ui.widgets.labels.keys import named_with_keys
from translator.ui.widgets.reading.after_painting import AfterPainting

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.language.tag import LanguageTag
    from translator.ui.look.theme import Theme
    from translator.ui.speaking.reading import ReadingAloud
    from translator.ui.widgets.reading.reading_edit import ReadingEdit


def make_speak_tool(theme: Theme, object_name: str) -> ToolButton:
    """Return a button that looks as if it read aloud. SpeakButton has it do so."""
    return ToolButton(theme, "speak", tr("Read aloud"), object_name)


class SpeakButton(QObject):
    """Has a tool read what is selected in an edit, or all of it. It is seen where there is a text to read.

    ``language`` returns the text's language; ``say`` tells the user a sentence, where nothing can be read.
    """

    def __init__(
        self, reading: ReadingAloud, tool: ToolButton, edit: ReadingEdit, language: Callable[[], LanguageTag | None],
        say: Callable[[str], None],
    ) -> None:  # fmt: skip
        super().__init__(tool)
        self._reading = reading
        self._tool = tool
        self._edit = edit
        self._language = language
        self._say = say
        tool.clicked.connect(self.toggle)
        self._tool_follows = AfterPainting(self, self._show_tool)
        edit.text_edited.connect(self._follow_text)
        self._show_tool()

    def toggle(self) -> None:
        """Read, or stop."""
        text = self._edit.selected_text()
        self._reading.toggle(self, Passage(text if text.strip() else self._edit.text(), self._language()))

    def show_speaking(self, *, speaking: bool) -> None:
        """Offer to stop, or to read."""
        name = tr("Stop reading") if speaking else tr("Read aloud")
        self._tool.show_icon("stop" if speaking else "speak")
        self._tool.setAccessibleName(name)
        self._tool.setToolTip(named_with_keys(name, "Esc") if speaking else name)

    def say(self, sentence: str) -> None:
        """Say why nothing is read."""
        self._say(sentence)

    def _show_tool(self) -> None:
        self._tool.setVisible(not self._edit.document().isEmpty())

    def _follow_text(self) -> None:
        if self._tool.isHidden() != self._edit.document().isEmpty():
            self._tool_follows.ask()
        if self._reading.is_reading_for(self):
            self._reading.follow_text(self, self._edit.text())
