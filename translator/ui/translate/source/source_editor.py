"""Where the source text is typed, pasted or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence

from translator.i18n import tr
from translator.ui.widgets.mark import Mark
from translator.ui.widgets.reading_edit import ReadingEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent

    from translator.ui.look.theme import Theme


class SourceEditor(ReadingEdit):
    """An editor that says when it was edited, given a file, or asked to undo.

    What is pasted goes through ``prepare_paste``.
    """

    file_dropped = Signal(str)
    undo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._composing = False
        self.prepare_paste: Callable[[str], str] = str
        self._revision = 0
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
        for kind in (Mark.UNTRANSLATED, Mark.LIT):
            self.set_marks(kind, ())

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
        elif source.hasText():
            pasted = QMimeData()
            pasted.setText(self.prepare_paste(source.text()))
            super().insertFromMimeData(pasted)


def _local_file(source: QMimeData) -> str:
    return next((url.toLocalFile() for url in source.urls() if url.isLocalFile()), "")
