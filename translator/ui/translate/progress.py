"""Shows a translation while it is on its way."""

from collections.abc import Sequence
from datetime import datetime

from translator.i18n import tr
from translator.translation.request import (
    Began,
    BlocksDone,
    TextAdded,
    TextTakenBack,
    Thinking,
    TranslationEvent,
    Waiting,
)
from translator.ui.translate.screen import Screen


class Progress:
    """Follows the events of the translation of ``source``.

    ``words`` are said while text comes; ``text`` is what has arrived so far.
    """

    def __init__(self, screen: Screen, words: str, source: str) -> None:
        self._screen = screen
        self._words = words
        self._source = source
        self._paragraphs: list[int] = []
        self._spans: Sequence[tuple[int, int]] = ()
        self._block = -1
        self._pieces: list[str] = []
        self._length = 0

    @property
    def text(self) -> str:
        """The target text as far as it has come."""
        if len(self._pieces) > 1:
            self._pieces = ["".join(self._pieces)]
        return self._pieces[0] if self._pieces else ""

    def show(self, event: TranslationEvent) -> None:
        """Show one event."""
        match event:
            case TextAdded():
                self._add(event)
            case Began():
                self._spans = event.source_spans
                self._paragraphs = _paragraphs(self._source, event.source_spans)
                self._screen.show_progress(0.0)
            case BlocksDone():
                self._show_done(event.count)
            case TextTakenBack():
                self._take_back(event.length)
            case Thinking():
                self._screen.show_status(tr("The model is thinking"), "ready")
            case Waiting():
                self._show_waiting(event.until)
            case _:
                raise AssertionError(event)

    def _add(self, event: TextAdded) -> None:
        if not self._length:
            self._screen.show_status(self._words, "ready")
        self._pieces.append(event.text)
        self._length += len(event.text)
        self._screen.add_target(event.text)
        if event.block != self._block and event.block < len(self._spans):
            self._block = event.block
            self._screen.light_source(self._spans[event.block])
            self._show_done(event.block)

    def _take_back(self, length: int) -> None:
        self._pieces = [self.text[:length]]
        self._length = length
        self._screen.take_back_target(length)

    def _show_done(self, count: int) -> None:
        """Show how far it is; blocks are counted by the paragraphs they belong to."""
        if not 0 < count <= len(self._spans):
            return
        self._screen.show_progress(count / len(self._spans))
        total = self._paragraphs[-1]
        done = total if count == len(self._spans) else self._paragraphs[count] - 1
        if total > 1 and done:
            self._screen.show_meta(tr("{done} of {total} paragraphs").format(done=done, total=total))

    def _show_waiting(self, until: datetime) -> None:
        local = until.astimezone()
        self._screen.show_status(tr("Waiting until {time:%H:%M:%S}").format(time=local), "warning")


def _paragraphs(source: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each block which paragraph it belongs to, the first being 1: a long one is cut into several."""
    numbers: list[int] = []
    end = 0
    for start, stop in spans:
        last = numbers[-1] if numbers else 0
        numbers.append(last if last and "\n" not in source[end:start] else last + 1)
        end = stop
    return numbers
