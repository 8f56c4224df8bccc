"""What was found, said beside the words that it concerns."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QToolTip

from translator.ui.widgets.reading.reading_edit import ReadingEdit


class FindingTips(QObject):
    """Shows a tooltip where there is something to say. ``sentences_at`` takes a place in UTF-16 units."""

    def __init__(self, view: ReadingEdit, sentences_at: Callable[[int], str]) -> None:
        super().__init__(view)
        self._view = view
        self._sentences_at = sentences_at
        view.viewport().installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """Look what stands under the pointer."""
        if event.type() is not QEvent.Type.ToolTip or not isinstance(event, QHelpEvent):
            return False
        sentences = self._sentences_at(self._place_of(event))
        if not sentences:
            return False
        from html import escape  # comes with a table of 2,231 names

        # Marked up by ourselves: a tooltip that looks like markup would be read as such, and this quotes texts.
        lines = "<br>".join(map(escape, sentences.split("\n")))
        QToolTip.showText(event.globalPos(), f"<span>{lines}</span>", self._view.viewport())
        return True

    def _place_of(self, event: QHelpEvent) -> int:
        view = self._view
        scrolled = QPointF(view.horizontalScrollBar().value(), view.verticalScrollBar().value())
        at = QPointF(event.pos()) + scrolled
        return int(view.document().documentLayout().hitTest(at, Qt.HitTestAccuracy.ExactHit))
