"""The popup's buttons for reading aloud, there once it is made and known that texts can be read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject

from translator.ui.speaking.button import SpeakButton, make_speak_tool

if TYPE_CHECKING:
    from translator.ui.look.theme import Theme
    from translator.ui.popup.opener import PopupDesk
    from translator.ui.popup.popup import Popup
    from translator.ui.speaking.reading import ReadingAloud


def add_reading_aloud(desk: PopupDesk, theme: Theme, reading: ReadingAloud) -> None:
    """Let both texts be read aloud, until the popup goes."""

    def offer(popup: Popup) -> None:
        reading.when_there_is_speech(lambda: _add_buttons(popup, theme, reading))

    desk.when_made(offer)


def _add_buttons(popup: Popup, theme: Theme, reading: ReadingAloud) -> None:
    window, choice = popup.window, popup.languages.choice

    def say(sentence: str) -> None:
        popup.screen.show_notice(sentence, "info")

    source = make_speak_tool(theme, "popupSpeakSourceButton")
    window.source.add_tool(source)
    target = make_speak_tool(theme, "popupSpeakTargetButton")
    window.footer.add_tool(target)
    buttons = (
        SpeakButton(reading, source, window.source.editor, lambda: choice.source or choice.found.tag, say),
        SpeakButton(reading, target, window.target.target, lambda: choice.target, say),
    )
    window.installEventFilter(_SilenceAtTheEnd(window, reading, buttons))


class _SilenceAtTheEnd(QObject):
    """Stops what these buttons have read as soon as the popup is gone; what the window reads goes on."""

    def __init__(self, popup: QObject, reading: ReadingAloud, buttons: tuple[SpeakButton, ...]) -> None:
        super().__init__(popup)
        self._reading = reading
        self._buttons = buttons

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Listen for the popup's end."""
        if event.type() is QEvent.Type.Hide and any(map(self._reading.is_reading_for, self._buttons)):
            self._reading.stop()
        return False
