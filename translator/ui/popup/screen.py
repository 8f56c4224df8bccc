"""What the popup's presenters ask of the popup. The real one is ``popup_screen.PopupScreen``; tests have their own."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Protocol

from translator.language.tag import LanguagePair
from translator.translation.request import Translation
from translator.ui.translate.screen import Screen


class PopupShown(Screen, Protocol):
    """The two texts in the popup, and the popup itself."""

    @property
    def is_open(self) -> bool:
        """Whether it is on the screen."""
        ...

    @property
    def is_pinned(self) -> bool:
        """Whether it stays until it is closed."""
        ...

    @property
    def has_focus(self) -> bool:
        """Whether the keyboard is its own."""
        ...

    def open(self, *, takes_focus: bool, stays: bool = False) -> None:
        """Show it beside the pointer; where it was, if it ``stays``, or while it is open and pinned."""
        ...

    def close(self) -> None:
        """Take it from the screen."""
        ...

    def set_editable(self, *, editable: bool) -> None:
        """Let the source be edited, or not while it is being read from somewhere."""
        ...

    def add_to_source(self, text: str) -> None:
        """Write this to the end of the source."""
        ...

    def fold_source(self, *, folded: bool) -> None:
        """Show the source as one line, or unfolded."""
        ...

    def show_private(self, *, private: bool) -> None:
        """Show that nothing of the texts is kept, or show nothing of that."""
        ...

    def show_edited(self, *, edited: bool) -> None:
        """Offer to translate, as the source is another than what is translated; or to copy."""
        ...

    def show_deliverable(self, *, there: bool) -> None:
        """Show whether there is something to copy, or on its way."""
        ...

    def show_copying(self, *, copying: bool) -> None:
        """Show that it is copied as soon as all of it is there."""
        ...

    def show_replacing(self, *, replacing: bool) -> None:
        """Show that it is put in its place as soon as all of it is there."""
        ...

    def show_copied(self, *, copied: bool) -> None:
        """Show that it has been copied."""
        ...

    def show_obstacle(self, sentence: str) -> None:
        """Offer to replace, or where this says why that cannot be, only to copy."""
        ...

    def open_target_picker(self) -> None:
        """Let another target language be chosen."""
        ...


@dataclass(frozen=True, slots=True)
class WaysOut:
    """Where the popup leads to in the window, which comes up with each.

    ``reopen`` hands a text over with its translation, and says whether that is to be gone on with. ``open_welcome``
    shows the ways to translate that there are; ``open_settings`` a page of the settings, by its name; ``open_guide`` a
    topic of the guide.
    """

    reopen: Callable[[str, Translation, LanguagePair, bool], None]
    open_welcome: Callable[[], None]
    open_settings: Callable[[str], None]
    enter_key: Callable[[], None]
    choose_model: Callable[[], None]
    open_guide: Callable[[str], None]
