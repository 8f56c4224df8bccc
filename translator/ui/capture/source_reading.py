"""The text of a picture, on its way into the window's source. Knows no widget."""

from collections.abc import Callable, Sequence
from typing import Protocol

from translator.i18n import tr
from translator.translation.request import Usage
from translator.ui.translate.editing.editing import Before
from translator.ui.translate.screen import Screen
from translator.ui.vocabulary import Action, Severity, State


class SourceSteps(Protocol):
    """What replaces the source so that it can be undone. ``Editing`` does."""

    def begin_step(self) -> Before:
        """Stop what is on its way, and return how things are: what ``put`` may bring back."""
        ...

    def put(self, text: str, said: str, before: Before) -> None:
        """Replace the source, and say that it was. The next undo brings back how things were before."""
        ...


class SourceReading:
    """What reads a picture tells it here. The user's own edit of the source comes first: then nothing comes of it.

    What was typed before stays until the first of the text is there; one undo brings it back. ``unwanted`` is called
    once the text is not wanted any more; ``translate`` is called with what reading took once all of it is there.
    """

    def __init__(
        self, screen: Screen, steps: SourceSteps, unwanted: Callable[[], None], translate: Callable[[Usage], None]
    ) -> None:
        self._screen = screen
        self._steps = steps
        self._unwanted = unwanted
        self._translate = translate
        self._before = steps.begin_step()
        self._revision = screen.source_revision()
        self._text = ""
        self.is_wanted = True
        screen.hide_notices()
        screen.show_running(running=True)
        screen.show_status(tr("Reading the picture"), "ready")

    def say(self, words: str) -> None:
        """Say how things stand."""
        if self.is_wanted:
            self._screen.show_status(words, "ready")

    def add_text(self, text: str) -> None:
        """Show more of the text, in the lines that it has in the picture."""
        if not self.is_wanted:
            return
        if self._screen.source_revision() != self._revision:
            self.let_go()
            return
        self._text += text
        self._steps.put(self._text, tr("Reading the picture"), self._before)
        self._revision = self._screen.source_revision()

    def end(self, took: Usage) -> None:
        """Take note that all of the text is there, and translate it."""
        if not self.is_wanted:
            return
        if self._text and self._screen.source_revision() != self._revision:  # what is there now nobody wants translated
            self.let_go()
            return
        self._stop()
        if self._text:
            self._screen.show_status(tr("Read from the picture"), "ready")
            self._translate(took)
        else:
            self._screen.show_status(tr("Ready"), "ready")
            self._screen.show_source_notice(tr("There is no text to be seen in the picture."), "info")

    def fail(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say why the picture cannot be read, with next steps. What came of the text stays."""
        if self.is_wanted:
            self._stop()
            self._screen.show_status(tr("Incomplete") if self._text else tr("Not read"), _state_of(severity))
            self._screen.show_source_notice(sentence, severity, actions)

    def let_go(self) -> bool:
        """Take note that nobody wants it any more; return whether somebody did."""
        was_wanted = self.is_wanted
        if was_wanted:
            self._stop()
            self._screen.show_status(tr("Stopped"), "idle")
            self._unwanted()
        return was_wanted

    def _stop(self) -> None:
        self.is_wanted = False
        self._screen.show_running(running=False)


def _state_of(severity: Severity) -> State:
    return "idle" if severity == "info" else severity
