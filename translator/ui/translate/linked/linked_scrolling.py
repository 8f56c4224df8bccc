"""Scrolls one text along with the other, by what belongs together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QApplication

from translator.text.span import Span
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.utf16 import from_utf16, utf16_length
from translator.ui.widgets.reading.reading_edit import ReadingEdit

_SLACK = 4
"""Pixels from its end within which a text counts as scrolled to the end."""


@dataclass(frozen=True, slots=True)
class Stretch:
    """Where a block and what lies behind it, up to the next one, is drawn in either text: pixels from their tops."""

    leading: tuple[float, float]
    following: tuple[float, float]

    def carried_over(self, y: float) -> float:
        """Return the height in the following text that belongs to this one in the leading text."""
        (top, bottom), (start, end) = self.leading, self.following
        part = (y - top) / (bottom - top) if bottom > top else 0.0
        return start + min(1.0, max(0.0, part)) * (end - start)


class LinkedScrolling(QObject):
    """Whichever text the reader scrolls leads, and the other follows, unless the reader has that one in hand.

    The texts are compared at a line that goes from their top to their foot as the leading one is scrolled from its
    beginning to its end: so the beginnings stand side by side, and the ends. Where the reader is ahead of what is
    written, the target keeps to its end until it has caught up.
    """

    def __init__(
        self, source: ReadingEdit, target: ReadingEdit, links: Callable[[], LinkMap | None],
        is_writing: Callable[[], bool],
    ) -> None:  # fmt: skip
        """``is_writing`` says whether the target is being painted: what scrolls then is not the reader."""
        super().__init__(source)
        self._source = source
        self._target = target
        self._links = links
        self._is_writing = is_writing
        self._is_moving = False
        self._is_ahead = False
        source.verticalScrollBar().valueChanged.connect(lambda: self._follow(source, target))
        target.verticalScrollBar().valueChanged.connect(lambda: self._follow(target, source))

    @contextmanager
    def at_rest(self) -> Iterator[None]:
        """Let one text be scrolled by itself."""
        before, self._is_moving = self._is_moving, True
        try:
            yield
        finally:
            self._is_moving = before

    def _follow(self, leader: ReadingEdit, follower: ReadingEdit) -> None:
        links = self._links()
        is_led = not self._is_moving and not self._is_writing() and _is_the_readers(leader)
        if not is_led or links is None or not links.count or _is_in_hand(follower):
            return
        self._is_ahead = False
        self._bring_along(leader, follower, links)

    def catch_up(self) -> None:
        """Go on to where the reader is in the source, as soon as the target is written that far."""
        links = self._links()
        if self._is_ahead and links is not None and links.count and not _is_in_hand(self._target):
            self._bring_along(self._source, self._target, links)

    def _bring_along(self, leader: ReadingEdit, follower: ReadingEdit, links: LinkMap) -> None:
        bar = leader.verticalScrollBar()
        share = bar.value() / bar.maximum() if bar.maximum() else 0.0
        line = round(share * leader.viewport().height())
        block = self._block_at(links, leader, line)
        if block is None:
            return
        with self.at_rest():
            stretch = self._stretch_of(links, leader, block)
            there = stretch.carried_over(bar.value() + line) - share * follower.viewport().height()
            follower.verticalScrollBar().setValue(round(there))
            # At its end the target goes on with what is written: only above that has it caught up.
            has_room = block < links.layout.shown and there < follower.verticalScrollBar().maximum() - _SLACK
            self._is_ahead = leader is self._source and not has_room

    def _block_at(self, links: LinkMap, leader: ReadingEdit, y: int) -> int | None:
        """Return the block that the leader has at this height of its viewport."""
        place = leader.cursorForPosition(QPoint(0, min(y, leader.viewport().height() - 1))).position()
        position = from_utf16(leader.text(), place)
        return links.block_at_source(position) if leader is self._source else links.block_at_target(position)

    def _stretch_of(self, links: LinkMap, leader: ReadingEdit, block: int) -> Stretch:
        source = self._heights(self._source, links.source_span, links, block)
        target = self._heights(self._target, links.layout.span, links, block)
        return Stretch(source, target) if leader is self._source else Stretch(target, source)

    def _heights(
        self, view: ReadingEdit, span_of: Callable[[int], Span], links: LinkMap, block: int
    ) -> tuple[float, float]:
        text, scrolled = view.text(), view.verticalScrollBar().value()
        top = view.top_of(utf16_length(text[: span_of(block)[0]])) + scrolled
        if block + 1 < links.count:
            bottom = view.top_of(utf16_length(text[: span_of(block + 1)[0]])) + scrolled
        else:
            bottom = view.document().size().height()
        # The first block begins where the text does, whatever stands before it.
        return (0.0 if block == 0 else top), bottom


def _is_the_readers(view: ReadingEdit) -> bool:
    """Whether the reader is at work in a text: one that is brought to a place leads nothing."""
    return view.underMouse() or view.hasFocus() or view.is_led


def _is_in_hand(view: ReadingEdit) -> bool:
    """Whether the reader holds the scroll bar of a text, or is selecting in it."""
    bar = view.verticalScrollBar()
    holds = bool(QApplication.mouseButtons() & Qt.MouseButton.LeftButton)
    return bar.isSliderDown() or (holds and view.viewport().underMouse())
