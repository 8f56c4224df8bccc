"""Undo and redo by what was typed, where Qt goes by what was formatted as well."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextDocument


class UndoSteps:
    """Goes through the document's own steps until its text is another: formatting is often a step by itself.

    ``text`` returns the text; ``stepped`` is called after each, with whether the text is another now. Meanwhile the
    document ``is_stepping``.
    """

    def __init__(self, document: QTextDocument, text: Callable[[], str], stepped: Callable[[bool], None]) -> None:
        self._document = document
        self._text = text
        self._stepped = stepped
        self.is_stepping = False

    def undo(self) -> None:
        """Undo the last edit. Formatting goes back with it."""
        before = self._text()
        with self._steps(before):
            while self._document.isUndoAvailable() and self._text() == before:
                self._document.undo()

    def redo(self) -> None:
        """Do again what was undone last, with the formatting that followed it."""
        before = self._text()
        with self._steps(before):
            while self._document.isRedoAvailable() and self._text() == before:
                self._document.redo()
            after = self._text()
            while self._document.isRedoAvailable() and self._text() == after:
                self._document.redo()
            if self._text() != after:
                self._document.undo()

    @contextmanager
    def _steps(self, before: str) -> Iterator[None]:
        self.is_stepping = True
        try:
            yield
        finally:
            self.is_stepping = False
        self._stepped(self._text() != before)
