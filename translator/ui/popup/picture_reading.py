"""The text of a picture, on its way into the popup."""

from collections.abc import Callable, Sequence

from translator.i18n import tr
from translator.translation.request import Usage
from translator.ui.popup.screen import PopupShown
from translator.ui.popup.source_text import SourceText
from translator.ui.vocabulary import Action, Severity


class PictureReading:
    """What reads a picture tells it here. As soon as the popup shows something else, or is closed, nothing comes of it.

    ``unwanted`` is called then, so that the reading can stop. ``translate`` translates the text when all of it is
    there; ``count_in`` is told what reading it took, which is shown together with that.
    """

    def __init__(
        self, screen: PopupShown, source: SourceText, translate: Callable[[], None], count_in: Callable[[Usage], None],
        unwanted: Callable[[], None],
    ) -> None:  # fmt: skip
        self._screen = screen
        self._source = source
        self._translate = translate
        self._count_in = count_in
        self._unwanted = unwanted
        self.is_wanted = True
        """Whether more may come of it."""

    def add_text(self, text: str) -> None:
        """Show more of the text, in the lines that it has in the picture."""
        if self.is_wanted:
            self._source.add(text)

    def say(self, words: str) -> None:
        """Say how things stand."""
        if self.is_wanted:
            self._screen.show_status(words, "ready")

    def end(self, took: Usage) -> None:
        """Take note that all of the text is there, and what reading it took; translate it."""
        if not self.is_wanted:
            return
        self._finish()
        self._count_in(took)
        if self._source.is_blank:
            self._say_instead(tr("There is no text to be seen in the picture."), "info", ())
        else:
            self._translate()

    def fail(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say why the picture cannot be read, with next steps. What came of the text stays."""
        if not self.is_wanted:
            return
        self._finish()
        self._say_instead(sentence, severity, actions)
        self._screen.show_edited(edited=not self._source.is_blank)

    def let_go(self) -> None:
        """Take note that nobody wants it any more."""
        if self.is_wanted:
            self.is_wanted = False
            self._unwanted()

    def _finish(self) -> None:
        self.is_wanted = False
        self._screen.set_editable(editable=True)

    def _say_instead(self, sentence: str, severity: Severity, actions: Sequence[Action]) -> None:
        """Say this in the place of a translation."""
        self._screen.end_target(broken_off=False)
        self._screen.show_status("", "idle")
        self._screen.show_notice(sentence, severity, actions)
