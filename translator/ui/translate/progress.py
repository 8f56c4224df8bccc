"""Shows a translation while it is on its way."""

from collections.abc import Sequence
from dataclasses import replace

from translator.i18n import tr
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Thinking,
    Translation,
    TranslationEvent,
    TranslationRequest,
    Waiting,
)
from translator.ui.translate.arrived import Arrived
from translator.ui.translate.screen import Screen
from translator.ui.translate.waiting import Countdown


class Progress:
    """Follows the events of a request. ``words`` are said while text comes.

    ``shown`` is what stands on the screen already, where the translation goes on. It is kept until there is something
    to take its place: what was cut short is better than nothing.
    """

    def __init__(
        self, screen: Screen, words: str, request: TranslationRequest, countdown: Countdown, shown: str = ""
    ) -> None:
        self._screen = screen
        self._words = words
        self._request = request
        self._countdown = countdown
        self._shown = shown
        self._arrived = Arrived(request)
        self._paragraphs: list[int] = []
        self._block = -1
        self._says_words = False

    @property
    def text(self) -> str:
        """The target text on the screen."""
        return self._shown or self._arrived.text

    @property
    def spans(self) -> Sequence[tuple[int, int]]:
        """The places of the blocks in the source."""
        return self._arrived.spans

    def finished(self) -> tuple[FinishedBlock, ...]:
        """Return the blocks that are there in full, as far as can be told."""
        return self._arrived.finished()

    def show(self, event: TranslationEvent) -> None:
        """Show one event."""
        if isinstance(event, Waiting):
            self._says_words = False
            self._countdown.show(event)
            return
        self._countdown.end()
        match event:
            case TextAdded():
                self._add(event)
            case Began():
                self._begin(event)
            case BlocksDone():
                self._show_done(event.count)
            case TextTakenBack():
                self._let_go()
                self._arrived.take_back(event.length)
                self._screen.take_back_target(event.length)
            case Thinking():
                self._says_words = False
                self._screen.show_status(tr("The model is thinking"), "ready")
            case _:
                raise AssertionError(event)

    def end(self, ending: Ending) -> Ending:
        """Bring the screen and the ending together: what nothing has replaced still stands, and is incomplete."""
        self._countdown.end()
        stands = self._shown
        match ending:
            case Completed():
                self._let_go()
            case Incomplete(reason, translation, error) if stands:
                return Incomplete(reason, replace(translation, text=stands), error)
            case Failed(error) if self.text:
                kept = Translation(self.text, finished=self.finished())
                return Incomplete(IncompleteReason.CUT, kept, error)
        return ending

    def _begin(self, event: Began) -> None:
        self._arrived.begin(event)
        self._paragraphs = _paragraphs(self._request.text, event.source_spans)
        self._screen.show_progress(0.0)
        self._screen.show_masked(event.masked)
        if event.standing and not self._shown:
            self._screen.add_target(event.standing)

    def _add(self, event: TextAdded) -> None:
        if not self._says_words:
            self._says_words = True
            self._screen.show_status(self._words, "ready")
        self._let_go()
        self._arrived.add(event)
        self._screen.add_target(event.text)
        if event.block != self._block and event.block < len(self.spans):
            self._block = event.block
            self._screen.light_source(self.spans[event.block])
            self._show_done(event.block)

    def _let_go(self) -> None:
        """Cut what stood on the screen to what this translation begins with."""
        if not self._shown:
            return
        arrived = self._arrived.text
        stands = _length_in_common(self._shown, arrived)
        self._shown = ""
        self._screen.take_back_target(stands)
        if rest := arrived[stands:]:
            self._screen.add_target(rest)

    def _show_done(self, count: int) -> None:
        """Show how far it is; blocks are counted by the paragraphs they belong to."""
        if not 0 < count <= len(self.spans):
            return
        self._screen.show_progress(count / len(self.spans))
        total = self._paragraphs[-1]
        done = total if count == len(self.spans) else self._paragraphs[count] - 1
        if total > 1 and done:
            self._screen.show_meta(tr("{done} of {total} paragraphs").format(done=done, total=total))


def _length_in_common(one: str, other: str) -> int:
    """Return how many characters both texts begin with."""
    if one.startswith(other):
        return len(other)
    pairs = enumerate(zip(one, other, strict=False))
    return next((place for place, (a, b) in pairs if a != b), min(len(one), len(other)))


def _paragraphs(source: str, spans: Sequence[tuple[int, int]]) -> list[int]:
    """Return for each block which paragraph it belongs to, the first being 1: a long one is cut into several."""
    numbers: list[int] = []
    end = 0
    for start, stop in spans:
        last = numbers[-1] if numbers else 0
        numbers.append(last if last and "\n" not in source[end:start] else last + 1)
        end = stop
    return numbers
