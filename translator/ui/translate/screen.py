"""What the presenters of the two panes ask of the window. The real one is ``WindowScreen``; tests have their own."""

from collections.abc import Sequence
from typing import Protocol

from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.vocabulary import Action, Severity, State


class Screen(Protocol):
    """The two panes and the lines around them."""

    def source_text(self) -> str:
        """Return what is typed."""
        ...

    def source_revision(self) -> int:
        """Return a number that changes with every edit of the source."""
        ...

    def is_composing(self) -> bool:
        """Return whether an input method is at work."""
        ...

    def replace_source(self, text: str) -> None:
        """Replace the source text, as an edit that can be undone."""
        ...

    def undo_edit(self) -> None:
        """Undo the last edit of the source."""
        ...

    def show_counts(self, characters: int, tokens: int) -> None:
        """Show how long the source is."""
        ...

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
        ...

    def await_target(self) -> None:
        """Empty the target and show that text is on its way."""
        ...

    def add_target(self, text: str) -> None:
        """Write to the end of the target."""
        ...

    def take_back_target(self, length: int) -> None:
        """Cut the target to this many code points."""
        ...

    def end_target(self, *, broken_off: bool) -> None:
        """Show that no more will come."""
        ...

    def show_target(self, text: str) -> None:
        """Replace the target."""
        ...

    def light_source(self, span: tuple[int, int] | None) -> None:
        """Light up a range of the source, in code points."""
        ...

    def show_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar."""
        ...

    def show_meta(self, text: str) -> None:
        """Show a few words about the translation."""
        ...

    def show_running(self, *, running: bool) -> None:
        """Show Stop or Translate."""
        ...

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        ...

    def show_undo(self, *, offered: bool) -> None:
        """Offer to undo, or not."""
        ...

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say it over the target, with next steps."""
        ...

    def show_source_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say it over the source, with next steps."""
        ...

    def hide_notices(self) -> None:
        """Take both notices away."""
        ...

    def focus_source(self) -> None:
        """Put the caret into the source."""
        ...
