"""Where the source text is typed, pasted or dropped."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QAction, QImage, QKeySequence

from translator.i18n import tr
from translator.ui.widgets.reading.mark import Mark
from translator.ui.widgets.reading.reading_edit import ReadingEdit

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QContextMenuEvent, QInputMethodEvent, QKeyEvent

    from translator.ui.look.theme import Theme


class SourceEditor(ReadingEdit):
    """An editor that says when it was edited, given a file or a picture, or asked to undo.

    What is pasted goes through ``prepare_paste``. ``ask_paste``, where it is set, takes the place of Qt's own paste by
    key and menu, which waits for the program that was copied from: it calls ``insert_text`` when it has the text.
    """

    files_dropped = Signal(list)
    image_dropped = Signal(QImage)
    undo_requested = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme)
        self._composing = False
        self.prepare_paste: Callable[[str], str] = str
        self.ask_paste: Callable[[], None] | None = None
        self._shows_menu = False
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

    def take_over(self, before: ReadingEdit) -> None:
        """Show the text of another editor: to whoever counts edits, it is the same."""
        super().take_over(before)
        if isinstance(before, SourceEditor):
            self._revision = before.revision

    def _count_edit(self) -> None:
        self._revision += 1
        self.marks.set(Mark.LIT, ())

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
        elif self.ask_paste is not None and event.matches(QKeySequence.StandardKey.Paste):
            self.ask_paste()
        else:
            super().keyPressEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Show the usual menu, with undo, redo and paste as they are by key."""
        from translator.ui.widgets.reading.text_menu import replace_action, text_menu  # not before the first paint

        self._shows_menu = True
        menu = text_menu(self, self.undo_requested.emit)
        self._shows_menu = False
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self.ask_paste is not None:
            for action in menu.findChildren(QAction, "edit-paste"):
                replace_action(action, self.ask_paste)
                action.setEnabled(True)
        menu.popup(event.globalPos())

    def canInsertFromMimeData(self, source: QMimeData) -> bool:
        """Accept a dropped file or picture as well as text."""
        if self._shows_menu and self.ask_paste is not None:  # to look would wait for whoever copied it
            return True
        return bool(_local_files(source)) or source.hasImage() or super().canInsertFromMimeData(source)

    def insertFromMimeData(self, source: QMimeData) -> None:
        """Take the dropped files, or else the text, or else the picture."""
        if paths := _local_files(source):
            self.files_dropped.emit(paths)
        elif source.hasText():
            self.insert_text(self.prepare_paste(source.text()))
        elif source.hasImage() and isinstance(image := source.imageData(), QImage):
            self.image_dropped.emit(image)

    def insert_text(self, text: str) -> None:
        """Put a text in the place of what is selected, or at the caret, as an edit that can be undone."""
        plain = QMimeData()
        plain.setText(text)
        super().insertFromMimeData(plain)


def _local_files(source: QMimeData) -> list[str]:
    return [url.toLocalFile() for url in source.urls() if url.isLocalFile()]
