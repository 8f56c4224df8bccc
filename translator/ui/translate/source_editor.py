"""Where the source text is typed, pasted or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QPainter, QPen

from translator.i18n import tr
from translator.ui.look.tokens import RADIUS_HIGHLIGHT
from translator.ui.widgets.reading_edit import ReadingEdit

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent, QPaintEvent

    from translator.ui.look.theme import Theme


class SourceEditor(ReadingEdit):
    """An editor that says when it was edited, given a file, or asked to undo."""

    file_dropped = Signal(str)
    undo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._composing = False
        self._revision = 0
        self._marks: list[tuple[int, int]] = []
        self.setObjectName("sourceEditor")
        self.setAccessibleName(tr("Source text"))
        self.set_hint(tr("Type or paste text, or drop a file"))
        self.text_edited.connect(self._count_edit)

    @property
    def is_composing(self) -> bool:
        """Whether an input method holds letters that are not yet text."""
        return self._composing

    @property
    def revision(self) -> int:
        """A number that changes with every edit."""
        return self._revision

    def _count_edit(self) -> None:
        self._revision += 1
        self.set_marks(())

    # What was not translated

    def set_marks(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark these ranges, as half-open positions in UTF-16 units, until something else is or the text is edited."""
        if list(spans) != self._marks:
            self._marks = list(spans)
            self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the marks, and all else over them."""
        if self._marks:
            painter = QPainter(self.viewport())
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            for span in self._marks:
                self._paint_mark(painter, span)
            painter.end()
        super().paintEvent(event)

    def _paint_mark(self, painter: QPainter, span: tuple[int, int]) -> None:
        for rect in self.rects(*span):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._theme.colour("warning_soft"))
            painter.drawRoundedRect(rect.adjusted(-2, 1, 2, -1), RADIUS_HIGHLIGHT, RADIUS_HIGHLIGHT)
            painter.setPen(QPen(self._theme.colour("warning_line"), 1.5))
            painter.drawLine(rect.bottomLeft(), rect.bottomRight())

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Follow the input method."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Let undo be decided elsewhere: after Clear, Swap and Open it brings back more than text."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo_requested.emit()
        elif event.matches(QKeySequence.StandardKey.Redo):
            self.redo()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with undo and redo as they are by key."""
        menu = self.createStandardContextMenu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for name, does in (("edit-undo", self.undo_requested.emit), ("edit-redo", self.redo)):
            for action in menu.findChildren(QAction, name):
                action.triggered.disconnect()
                action.triggered.connect(lambda _checked=False, does=does: does())
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept a dropped file as well as text."""
        return bool(_local_file(source)) or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the first of the dropped files, or else the text."""
        if path := _local_file(source):
            self.file_dropped.emit(path)
        else:
            super().insertFromMimeData(source)


def _local_file(source: QMimeData) -> str:
    return next((url.toLocalFile() for url in source.urls() if url.isLocalFile()), "")
