"""The popup's Screen: hands each word to the widget that shows it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from translator.ui.translate.texts_screen import TextsScreen

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from translator.language.catalogue import Catalogue
    from translator.language.tag import LanguageTag
    from translator.ui.popup.window import PopupWindow
    from translator.ui.translate.language_choice import LanguageChoice
    from translator.ui.vocabulary import State
    from translator.ui.widgets.reading.reading_edit import ReadingEdit


class PopupScreen(TextsScreen):
    """Implements ``screen.PopupShown`` with the widgets of a PopupWindow."""

    def __init__(self, window: PopupWindow, catalogue: Catalogue) -> None:
        super().__init__(window, catalogue, self._say)
        self._window = window
        self._is_awaiting = False
        self._pick_target: Callable[[], None] = lambda: None
        window.target.writer.flushed.connect(self._settle_height)

    def pick_target_with(self, pick: Callable[[], None]) -> None:
        """Let this open the picker of the target language."""
        self._pick_target = pick

    # The popup itself

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        return self._window.isVisible()

    @property
    def is_pinned(self) -> bool:
        """Whether it stays until it is closed."""
        return self._window.is_pinned

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is its own."""
        return self._window.isVisible() and self._window.isActiveWindow()

    def open(self, *, takes_focus: bool, stays: bool = False) -> None:
        """Show it beside the pointer; where it was, if it ``stays``, or while it is open and pinned."""
        self._window.open(takes_focus=takes_focus, stays=stays)

    def close(self) -> None:
        """Take it from the screen."""
        self._window.put_away()

    def open_target_picker(self) -> None:
        """Let another target language be chosen."""
        self._pick_target()

    # Texts

    def set_editable(self, *, editable: bool) -> None:
        """Let the source be edited, or not while it is being read from somewhere."""
        self._window.source.editor.setReadOnly(not editable)

    def replace_source(self, text: str) -> None:
        """Replace the source text by another, from which no undo leads back: what was shown before is forgotten."""
        self._window.source.editor.begin_with(text)

    def add_to_source(self, text: str) -> None:
        """Write this to the end of the source."""
        cursor = QTextCursor(self._window.source.editor.document())
        cursor.movePosition(QTextCursor.MoveOperation.End)
        cursor.insertText(text)

    def fold_source(self, *, folded: bool) -> None:
        """Show the source as one line, or unfolded."""
        self._window.source.fold(folded=folded)

    def focus_source(self) -> None:
        """Put the caret into the source."""
        self.fold_source(folded=False)
        self._window.source.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
        self._show_on(self._window.header.source, self._window.header.target, choice)

    def _set_for(self, view: ReadingEdit, tag: LanguageTag | None) -> None:
        super()._set_for(view, tag)
        self._window.source.follow_language()

    # How high it is

    def await_target(self, *, goes_on: bool = False) -> None:
        """Empty the target, unless what stands there goes on, and show that text is on its way."""
        self._is_awaiting = True
        self._window.fitting.hold_height(held=True)
        super().await_target(goes_on=goes_on)

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and where text is missing, in code points: at these places, or at the end."""
        super().end_target(broken_off=broken_off, places=places)
        self._is_awaiting = False
        self._settle_height()

    def show_target(self, text: str) -> None:
        """Replace the target."""
        self._is_awaiting = False
        super().show_target(text)
        self._settle_height()

    def _settle_height(self) -> None:
        if not self._is_awaiting and self._window.target.writer.is_drained:
            self._window.fitting.hold_height(held=False)

    # What is said

    def _say(self, text: str, _state: State) -> None:
        self._window.footer.show_status(text)

    def show_running(self, *, running: bool) -> None:
        """Say nothing: the popup has no button that would be another, and closing it is stopping."""

    def show_undo(self, *, offered: bool) -> None:
        """Say nothing: nothing is done here that could be undone by one click."""

    def show_private(self, *, private: bool) -> None:
        """Show that nothing of the texts is kept, or show nothing of that."""
        self._window.header.private.setVisible(private)

    # What can be done

    def show_edited(self, *, edited: bool) -> None:
        """Offer to translate, as the source is another than what is translated; or to copy."""
        self._window.footer.show_edited(edited=edited)

    def show_deliverable(self, *, there: bool) -> None:
        """Show whether there is something to copy, or on its way."""
        self._window.footer.show_deliverable(there=there)

    def show_copying(self, *, copying: bool) -> None:
        """Show that it is copied as soon as all of it is there."""
        self._window.footer.show_copy(copying=copying)

    def show_replacing(self, *, replacing: bool) -> None:
        """Show that it is put in its place as soon as all of it is there."""
        self._window.footer.show_replace(replacing=replacing)

    def show_copied(self, *, copied: bool) -> None:
        """Show that it has been copied."""
        self._window.footer.show_copy(copied=copied)

    def show_obstacle(self, sentence: str) -> None:
        """Offer to replace, or where this says why that cannot be, only to copy."""
        self._window.footer.show_obstacle(sentence)
