"""What the presenters of two texts ask of their screen: ``WindowScreen``, or the popup's; tests have their own."""

from collections.abc import Sequence
from typing import Protocol

from translator.text.difference import TextEdit
from translator.text.span import Span
from translator.ui.findings.screen import FindingsScreen
from translator.ui.translate.language_choice import LanguageChoice
from translator.ui.vocabulary import Action, Severity, State


class SourceNotices(Protocol):
    """Where notices are said that concern no translation."""

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it over the source, with next steps. What ``stays`` has a name, and replaces what has the same."""
        ...

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays over the source under this name."""
        ...


class Screen(FindingsScreen, Protocol):
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

    def insert_into_source(self, text: str) -> None:
        """Put a text in the place of what is selected in the source, or at its caret, as an edit that can be undone."""
        ...

    def undo_edit(self) -> None:
        """Undo the last edit of the source."""
        ...

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the source is; for a long one what it will cost, in words or in none, and a note on that."""
        ...

    def show_languages(self, choice: LanguageChoice) -> None:
        """Show the languages, and set both texts for them."""
        ...

    def await_target(self, *, goes_on: bool = False) -> None:
        """Empty the target, unless what stands there goes on, and show that text is on its way."""
        ...

    def edit_target(self, edits: Sequence[TextEdit]) -> None:
        """Do these edits in the target, one after the other."""
        ...

    def show_writing(self, place: int | None) -> None:
        """Show that text is being written at this place of the target, or at its end."""
        ...

    def end_target(self, *, broken_off: bool, places: Sequence[int] = ()) -> None:
        """Show that no more will come, and where text is missing, in code points: at these places, or at the end."""
        ...

    def show_target(self, text: str) -> None:
        """Replace the target."""
        ...

    def mark_stale(self, spans: Sequence[Span]) -> None:
        """Mark what the target still says of an earlier text, in code points, until a translation begins."""
        ...

    def mark_edited(self, spans: Sequence[Span]) -> None:
        """Mark what the user has written in the target, in code points."""
        ...

    def show_editing(self, *, editing: bool) -> None:
        """Let the target be edited, or only read."""
        ...

    def light(self, source: Span | None, target: Span | None) -> None:
        """Light up a range of the source and one of the target, in code points."""
        ...

    def select_source(self, span: Span) -> None:
        """Select a range of the source and bring it into sight; the focus stays where it is."""
        ...

    def reveal_target(self, span: Span) -> None:
        """Bring a range of the target into sight."""
        ...

    def mark_source(self, spans: Sequence[tuple[int, int]]) -> None:
        """Mark what was not translated, in code points, until something else is marked; it moves with the text."""
        ...

    def show_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar."""
        ...

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room, and a note on them."""
        ...

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer, and let them be seen; nothing for none."""
        ...

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory, and offer to translate afresh; 0 is none."""
        ...

    def show_running(self, *, running: bool) -> None:
        """Show Stop or Translate."""
        ...

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        ...

    def show_under_way(self, text: str, state: State) -> None:
        """Say how things stand while a translation is on its way: what else is said before it ends gives way to it."""
        ...

    def show_outcome(self, text: str, state: State) -> None:
        """Say how things stand as soon as all of the target is painted, unless something else is said before."""
        ...

    def show_undo(self, *, offered: bool) -> None:
        """Offer to undo, or not."""
        ...

    def show_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, name: str = "") -> None:
        """Say it over the target, with next steps. ``name`` is what a screen reader says, where that is another."""
        ...

    def change_notice(self, sentence: str, *, name: str = "") -> bool:
        """Change the words of the notice over the target and leave its buttons. Return whether there is one."""
        ...

    def hide_notice(self) -> None:
        """Take the notice over the target away."""
        ...

    def show_source_notice(
        self, sentence: str, severity: Severity, actions: Sequence[Action] = (), *, stays: str = ""
    ) -> None:
        """Say it over the source, with next steps: until the next translation, or until it is dismissed.

        What ``stays`` has a name, and replaces what stays under the same.
        """
        ...

    def take_source_notice_away(self, stays: str) -> None:
        """Take away what stays over the source under this name."""
        ...

    def hide_notices(self) -> None:
        """Take the notice over the target away, and the one over the source that does not stay."""
        ...

    def focus_source(self) -> None:
        """Put the caret into the source."""
        ...

    def focus_target(self) -> bool:
        """Put the caret into the target; return whether it was elsewhere."""
        ...
