"""The field for a shortcut: shows its keys, and takes the new ones as they are pressed."""

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent

from translator.i18n import ptr, tr
from translator.joining import labelled
from translator.surroundings.chord import MODIFIERS, Chord
from translator.ui.look.properties import set_property
from translator.ui.look.theme import Theme
from translator.ui.widgets.buttons.buttons import Button
from translator.ui.widgets.fields.pressed_keys import chord_of, modifier_of, modifiers_of

_NO_KEYS = (Qt.Key.Key_Backspace, Qt.Key.Key_Delete)
_BEGINS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ChordField(Button):
    """Click it, or press Enter or Space on it, then press the new keys. Escape leaves the old ones; Backspace is none.

    ``role`` is what the keys are for. ``in_words`` writes keys as this platform does, ``platform`` is as
    ``sys.platform`` names it. While new keys are awaited, none of them does anything else.
    """

    recording_began = Signal()
    recording_ended = Signal()
    """The last of all, whatever was pressed, or nothing."""
    recorded = Signal(object)
    """These keys were pressed: a Chord, or None for no keys."""
    unusable = Signal()
    """Something was pressed that no shortcut can have; other keys are awaited."""

    def __init__(
        self, theme: Theme, role: str, object_name: str, in_words: Callable[[Chord], str], platform: str = sys.platform
    ) -> None:
        super().__init__(theme, "", object_name)
        self.setProperty("kind", "choice")
        self._role = role
        self._in_words = in_words
        self._platform = platform
        self._is_recording = False
        self._shown = ""
        self.clicked.connect(self._begin)
        self.show_keys("")

    def show_keys(self, words: str) -> None:
        """Show these keys; nothing for none."""
        self._shown = words
        if not self._is_recording:
            self._say(words or ptr("no keys", "None"))

    def _say(self, words: str) -> None:
        self.setText(words)
        self.setAccessibleName(labelled(self._role, words))

    def _begin(self) -> None:
        if self._is_recording:
            return
        self._is_recording = True
        self.setFocus()
        set_property(self, "ring", value=True)  # for the mouse as well: this is where the keys go now
        self._ask()
        self.recording_began.emit()

    def _ask(self) -> None:
        self._say(tr("Press the new keys…"))

    def _end(self) -> None:
        if self._is_recording:
            self._is_recording = False
            self.show_keys(self._shown)
            self.recording_ended.emit()

    # The keys

    def event(self, event: QEvent) -> bool:
        """Take every key while new ones are awaited, before it is anybody's shortcut, or Tab's to move the focus."""
        if not isinstance(event, QKeyEvent):
            return super().event(event)
        if self._is_recording:
            event.accept()
            if event.type() is QEvent.Type.KeyPress and not event.isAutoRepeat():
                self._take(event)
            elif event.type() is QEvent.Type.KeyRelease:
                self._show_held(event, released=modifier_of(event, self._platform))
            return True
        if event.type() is QEvent.Type.KeyPress and event.key() in _BEGINS and not event.isAutoRepeat():
            self._begin()
            return True
        return super().event(event)

    def _take(self, event: QKeyEvent) -> None:
        is_alone = not modifiers_of(event, self._platform)
        if modifier_of(event, self._platform) is not None:
            self._show_held(event)
        elif is_alone and event.key() == Qt.Key.Key_Escape:
            self._end()
        elif is_alone and event.key() in _NO_KEYS:
            self._record(None)
        elif chord := chord_of(event, self._platform):
            self._record(chord)
        else:
            self.unusable.emit()

    def _record(self, chord: Chord | None) -> None:
        self._shown = self._in_words(chord) if chord else ""
        self.recorded.emit(chord)
        self._end()

    def _show_held(self, event: QKeyEvent, released: str | None = None) -> None:
        """Show the modifiers held so far. Whether the key of an event counts among them, platforms disagree."""
        names = set(modifiers_of(event, self._platform))
        if event.type() is QEvent.Type.KeyPress:
            names.add(modifier_of(event, self._platform) or "")
        names -= {"", released or ""}
        if names:
            self.setText(self._in_words(Chord(tuple(name for name in MODIFIERS if name in names), "…")))
        else:
            self._ask()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Await no more keys: they would go elsewhere."""
        super().focusOutEvent(event)
        self._end()

    def hideEvent(self, event: QHideEvent) -> None:
        """Likewise."""
        super().hideEvent(event)
        self._end()
