"""Joins the two texts of a screen to what links them."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from translator.ui.translate.linked.linked_panes import LinkedPanes, Side
from translator.ui.translate.linked.linked_scrolling import LinkedScrolling
from translator.ui.translate.linked.reading_watch import ReadingWatch
from translator.ui.translate.two_texts import TwoTexts
from translator.ui.utf16 import from_utf16


class LinkedView(QObject):
    """Tells the presenter of the linked panes what pointer and caret do, and scrolls them together."""

    def __init__(self, view: TwoTexts, linked: LinkedPanes) -> None:
        super().__init__(view.target.target)
        self._view = view
        self._linked = linked
        source, target = view.source.editor, view.target.target
        self._texts: dict[Side, Callable[[], str]] = {"source": source.text, "target": view.target.writer.own_text}
        self._watch("source", ReadingWatch(source))
        self._watch("target", ReadingWatch(target))
        self.scrolling = LinkedScrolling(source, target, lambda: linked.links, lambda: view.target.writer.is_writing)
        view.target.writer.flushed.connect(self.scrolling.catch_up)

    def _watch(self, side: Side, watch: ReadingWatch) -> None:
        linked = self._linked
        watch.pointed.connect(lambda place: linked.point_at(side, self._code_points(side, place)))
        watch.caret_moved.connect(lambda place: linked.follow_caret(side, self._code_points(side, place)))
        watch.clicked.connect(lambda place: self._click(side, place))

    def _click(self, side: Side, place: int) -> None:
        position = self._code_points(side, place)
        is_being_edited = side == "target" and not self._view.target.target.isReadOnly()
        if position is not None and not is_being_edited:
            self._linked.click(side, position)

    def _code_points(self, side: Side, place: int) -> int | None:
        return None if place < 0 or self._linked.links is None else from_utf16(self._texts[side](), place)
