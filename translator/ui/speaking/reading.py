"""Reads one text aloud at a time, for whichever button was pressed last."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from translator.i18n import tr
from translator.surroundings.voices import CannotSpeak, NoVoice
from translator.ui.loop.tasks import Tasks

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.language.tag import LanguageTag
    from translator.ui.desktop_ports import Speech


@dataclass(frozen=True, slots=True)
class Passage:
    """What is to be read. ``language`` is None where nobody knows it: the user's own voice reads it then."""

    text: str
    language: LanguageTag | None = None


class Control(Protocol):
    """What starts and stops the reading."""

    def show_speaking(self, *, speaking: bool) -> None:
        """Offer to stop, or to read."""
        ...

    def say(self, sentence: str) -> None:
        """Say why nothing is read."""
        ...


class ReadingAloud:
    """Owns what is read. ``name_of`` gives a language's name in the interface's own language."""

    def __init__(self, speech: Speech, name_of: Callable[[LanguageTag], str]) -> None:
        self._speech = speech
        self._name_of = name_of
        self._tasks = Tasks()
        self._waiting: list[Callable[[], None]] = []
        self._can_speak = False
        self._reader: Control | None = None
        self._passage = Passage("")

    def start(self) -> None:
        """Find out whether there are voices. The event loop must be running, and the window at work."""
        self._tasks.start("looking", self._look())

    def when_there_is_speech(self, does: Callable[[], None]) -> None:
        """Do this once it is known that texts can be read aloud; never where they cannot."""
        if self._can_speak:
            does()
        else:
            self._waiting.append(does)

    def forget_waiting(self) -> None:
        """Fall silent, and do nothing any more of what was to be done once it is known that texts can be read aloud."""
        self.stop()
        self._waiting.clear()

    def toggle(self, control: Control, passage: Passage) -> None:
        """Read this for a control; or stop, where it is this control's text that is being read."""
        is_own = self._reader is control
        self.stop()
        if not is_own and passage.text.strip():
            self._reader, self._passage = control, passage
            control.show_speaking(speaking=True)
            self._tasks.start("reading", self._read(control, passage))

    def follow_text(self, control: Control, text: str) -> None:
        """Stop where a control's text has become another, in which what is being read is no longer found."""
        if self._reader is control and self._passage.text not in text:
            self.stop()

    def is_reading_for(self, control: Control) -> bool:
        """Return whether a control's text is being read."""
        return self._reader is control

    def stop(self) -> None:
        """Fall silent."""
        self._tasks.cancel("reading")
        self._end()

    async def close(self) -> None:
        """Fall silent, and wait until it is."""
        self._waiting.clear()
        self._end()
        await self._tasks.close()

    async def _look(self) -> None:
        self._can_speak = await self._speech.can_speak()
        if self._can_speak:
            waiting, self._waiting = self._waiting, []
            for does in waiting:
                does()

    async def _read(self, control: Control, passage: Passage) -> None:
        try:
            await self._speech.speak(passage.text, passage.language)
        except CannotSpeak as fault:
            control.say(self._explain(fault, passage.language))
        self._end()

    def _explain(self, fault: CannotSpeak, language: LanguageTag | None) -> str:
        if isinstance(fault, NoVoice) and language is not None:
            sentence = tr("No voice on this computer reads {language}. The system's speech settings may offer one.")
            return sentence.format(language=self._name_of(language))
        if fault.reason:
            return tr("This cannot be read aloud: {reason}.").format(reason=fault.reason)
        return tr("This cannot be read aloud.")

    def _end(self) -> None:
        reader, self._reader = self._reader, None
        if reader is not None:
            reader.show_speaking(speaking=False)
