"""Undo and redo in a text field, with what was selected at each step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from translator.ui.widgets.reading.edit_history import EditHistory

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from translator.text.span import Span
    from translator.ui.widgets.reading.plain_edit import PlainEdit


class Undoing:
    """Takes note of what is edited in a field, undoes it, and selects what was selected before."""

    def __init__(self, edit: PlainEdit) -> None:
        self._edit = edit
        self._history = EditHistory(edit.document())
        self._selected = 0, 0
        edit.cursorPositionChanged.connect(self._follow_selection)
        edit.selectionChanged.connect(self._follow_selection)

    def take_over(self, before: Undoing) -> None:
        """Go on with the steps of another field, whose document this one's has got; that has begun with a new one."""
        self._history, before._history = before._history, EditHistory(before._edit.document())

    def set_on(self, *, on: bool) -> None:
        """Keep what is edited from now on, so that it can be undone, or keep nothing."""
        self._history.set_on(on=on)

    def clear(self) -> None:
        """Let there be nothing to undo."""
        self._history.clear()

    def one_step(self) -> AbstractContextManager[None]:
        """Let what is done meanwhile be a step by itself."""
        return self._history.one_step()

    def take_note(self, position: int, removed: int, added: int) -> None:
        """Take note of an edit, as the document tells it."""
        self._history.take_note(position, removed, added, self._selected)

    @property
    def can_undo(self) -> bool:
        """Whether something can be undone."""
        return self._history.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether something can be done again."""
        return self._history.can_redo

    def undo(self) -> None:
        """Undo the last edit, and select what was selected before it."""
        self._go_to(self._history.undo())

    def redo(self) -> None:
        """Do again what was undone last, and go behind it."""
        self._go_to(self._history.redo())

    def _go_to(self, selected: Span | None) -> None:
        if selected is not None:
            self._edit.set_selection(*selected)
            self._edit.ensureCursorVisible()

    def _follow_selection(self) -> None:
        self._selected = self._edit.selection()
