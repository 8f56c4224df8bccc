"""Shows a translation while it is on its way."""

from collections.abc import Callable, Collection, Sequence

from translator.i18n import ntr, tr
from translator.text.span import Span
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
    Completed,
    Ending,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Thinking,
    TranslationEvent,
    Waiting,
)
from translator.ui.translate.running.arrived import Arrived
from translator.ui.translate.running.waiting import Countdown
from translator.ui.translate.screen import Screen
from translator.ui.translate.target.shown_target import ShownTarget


class Progress:
    """Follows the events of a request. ``words`` are said while text comes.

    ``light`` is told which block is being written. What is on the screen already stays until there is something to
    take its place: what was cut short is better than nothing. Blocks that ``stand`` are whole as they are.
    """

    def __init__(
        self, screen: Screen, shown: ShownTarget, words: str, source: str, countdown: Countdown,
        light: Callable[[int | None], None], stand: Collection[FinishedBlock] = (),
    ) -> None:  # fmt: skip
        self._screen = screen
        self._shown = shown
        self._words = words
        self._source = source
        self._countdown = countdown
        self._light = light
        self._arrived = Arrived(shown.layout, stand)
        self._spans: Sequence[Span] = ()
        self._paragraphs: list[int] = []
        self._block = -1
        self._done = 0
        self._is_told = False
        self._says_words = False

    @property
    def has_put_back(self) -> bool:
        """Whether something says what it said before, as nothing whole came in its place."""
        return self._arrived.has_put_back

    def tell(self) -> None:
        """Say that something is done, and nothing any more of the translation before.

        What the memory has is there before that could be read: to say it first would take longer than the rest.
        """
        if not self._is_told:
            self._begin_facts()
            self._says_words = True
            self._screen.show_under_way(self._words, "ready")
            self._show_done(self._done)

    def _begin_facts(self) -> None:
        if not self._is_told:
            self._is_told = True
            self._screen.show_from_memory(0, 0)
            self._screen.show_meta("")
            if self._spans:
                self._screen.show_progress(0.0)

    def show(self, event: TranslationEvent) -> None:
        """Show one event."""
        if isinstance(event, Waiting | Thinking | TextAdded):
            self._begin_facts()
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
            case BlockSettled():
                self._shown.write(self._arrived.settle(event.block))
                if event.block.findings:
                    self._shown.tell()
            case TextTakenBack():
                self._shown.write(self._arrived.take_back(event.length))
                self._light_block()
            case Thinking():
                self._says_words = False
                self._screen.show_under_way(tr("The model is thinking"), "ready")
            case _:
                raise AssertionError(event)

    def end(self, ending: Ending) -> Ending:
        """Bring the screen and the ending together: what nothing has replaced still stands, and is incomplete.

        What stands there of an earlier text is no part of the translation, however much of it there is.
        """
        self._countdown.end()
        if not isinstance(ending, Completed):
            self._begin_facts()
        self._shown.write(self._arrived.end(ending))
        if isinstance(ending, Completed) and self._shown.layout.text != ending.translation.text:
            self._shown.show_instead(ending.translation)  # the core has the last word
        if not isinstance(ending, Failed):
            self._shown.end(ending.translation)
        match ending:
            case Completed():
                return Completed(self._shown.translation)
            case Incomplete(reason, _, error):
                return Incomplete(reason, self._shown.own_translation, error)
            case Failed(error) if self._shown.own_translation.text and self._shown.gaps:
                return Incomplete(IncompleteReason.CUT, self._shown.own_translation, error)
        return ending

    def stop(self) -> None:
        """Take note that nothing more will come."""
        self._begin_facts()
        self._shown.write(self._arrived.stop())
        self._shown.mark_edited()

    def _begin(self, event: Began) -> None:
        self._spans = event.source_spans
        self._paragraphs = _paragraphs(self._source, event.source_spans)
        if self._is_told:
            self._screen.show_progress(0.0)
        self._screen.show_masked(event.masked)
        self._shown.write(self._arrived.begin(event))
        self._shown.mark_edited()
        self._screen.show_writing(self._shown.first_gap)

    def _add(self, event: TextAdded) -> None:
        if not self._says_words:
            self._says_words = True
            self._screen.show_under_way(self._words, "ready")
        self._shown.write(self._arrived.add(event))
        self._light_block()
        if event.block != self._block and event.block < len(self._spans):
            self._block = event.block
            self._show_done(event.block)

    def _light_block(self) -> None:
        block = self._arrived.block
        self._light(block if block >= 0 else None)
        self._screen.show_writing(self._shown.layout.span(block)[1] if block >= 0 else None)

    def _show_done(self, count: int) -> None:
        """Show how far it is, once anything is told; blocks are counted by the paragraphs they belong to."""
        self._done = count
        if not self._is_told:
            return
        if not 0 < count <= len(self._spans):
            return
        self._screen.show_progress(count / len(self._spans))
        total = self._paragraphs[-1]
        done = total if count == len(self._spans) else self._paragraphs[count] - 1
        if total > 1 and done:
            words = ntr("{done} of {total} paragraph", "{done} of {total} paragraphs", total)
            self._screen.show_meta(words.format(done=done, total=total))


def _paragraphs(source: str, spans: Sequence[Span]) -> list[int]:
    """Return for each block which paragraph it belongs to, the first being 1: a long one is cut into several."""
    numbers: list[int] = []
    end = 0
    for start, stop in spans:
        last = numbers[-1] if numbers else 0
        numbers.append(last if last and "\n" not in source[end:start] else last + 1)
        end = stop
    return numbers
