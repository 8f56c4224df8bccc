"""Undo and redo by what was typed, where Qt goes by what was formatted as well."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from PySide6.QtGui import QTextDocument


MOST_KEPT = 1_000_000
"""Characters that were put in since the first step that can be undone. Qt keeps them all, two bytes each and as many
again for the steps, for as long as the document lives."""


class UndoSteps:
    """Goes through the document's own steps until its text is another: formatting is often a step by itself.

    ``text`` returns the text; ``stepped`` is called after each, with whether the text is another now. Meanwhile the
    document ``is_stepping``.
    """

    def __init__(
        self, document: QTextDocument, text: Callable[[], str], stepped: Callable[[bool], None], kept: int = 0
    ) -> None:  # fmt: skip
        """``kept`` is that of another editor, if it had this document."""
        self.kept = kept
        self._document = document
        self._text = text
        self._stepped = stepped
        self.is_stepping = False

    def take_note(self, added: int) -> None:
        """Take note of an edit that put in so many characters."""
        self.kept += added

    @property
    def keep_too_much(self) -> bool:
        """Whether it is time to let go of all steps."""
        return self.kept > MOST_KEPT and self._document.isUndoRedoEnabled()

    def undo(self) -> None:
        """Undo the last edit. Formatting goes back with it."""
        before, steps = self._text(), 0
        with self._steps(before):
            while self._document.isUndoAvailable() and self._text() == before:
                self._document.undo()
                steps += 1
            if self._text() == before:  # formatting alone: it would be put back, and with that redo would end
                for _ in range(steps):
                    self._document.redo()

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
