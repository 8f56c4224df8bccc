"""What the presenters of the glossaries ask of their window and form. The real ones are widgets; tests have theirs."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translator.language.tag import LanguageTag
from translator.translation.glossary.exchange import ImportedTerms
from translator.translation.glossary.term import Glossary, Term
from translator.ui.vocabulary import Action, Line, Severity


@dataclass(frozen=True, slots=True)
class GlossaryFiles:
    """What reads and writes files of terms. All of it is called on a thread.

    ``read`` and ``write`` raise OSError. ``parse`` makes terms of a file's bytes, for the languages of a glossary; it
    and ``read`` raise TermFileInvalid. ``compose`` makes a file of terms, of the kind ``csv``, ``tsv`` or ``tbx``.
    """

    read: Callable[[Path], bytes]
    write: Callable[[Path, bytes], None]
    parse: Callable[[bytes, Glossary], ImportedTerms]
    compose: Callable[[str, Glossary, Sequence[Term]], bytes]


class GlossaryCommands(Protocol):
    """What the controls of the window do."""

    def select(self, glossary_id: int) -> None:
        """Show this glossary."""
        ...

    def switch(self, *, on: bool) -> None:
        """Have the glossary that is shown respected, or not."""
        ...

    def ask_for_new(self) -> None:
        """Ask what a new glossary is to be called, and for which languages it is."""
        ...

    def ask_for_changes(self) -> None:
        """Ask the same of the one that is shown."""
        ...

    def save_glossary(self, name: str, source: LanguageTag, target: LanguageTag) -> None:
        """Take the answer."""
        ...

    def delete_glossary(self) -> None:
        """Delete the one that is shown, with a way back."""
        ...

    def find(self, query: str) -> None:
        """List the terms that hold these words."""
        ...

    def save_term(self, term: Term) -> None:
        """Keep a term that was changed, or a new one."""
        ...

    def delete_terms(self, ids: Sequence[int]) -> None:
        """Delete these, with a way back."""
        ...

    def take_in(self, path: Path) -> None:
        """Add the terms of a file."""
        ...

    def export(self, path: Path) -> None:
        """Write the glossary into this file; its name says as what."""
        ...


class GlossaryScreen(Protocol):
    """The window of the glossaries."""

    def listen(self, commands: GlossaryCommands) -> None:
        """Let the controls do this."""
        ...

    def show_glossaries(self, lines: Sequence[Line], selected: str) -> None:
        """List these, with this one selected."""
        ...

    def show_glossary(self, glossary: Glossary | None, languages: str) -> None:
        """Show which glossary the terms are of, and between which languages; None where there is none at all."""
        ...

    def show_terms(self, terms: Sequence[Term]) -> None:
        """List these."""
        ...

    def put_term(self, before: int, term: Term) -> None:
        """Show this in the place of the term of that id; 0 is the one that is being added."""
        ...

    def show_count(self, words: str) -> None:
        """Say how many terms there are."""
        ...

    def show_empty(self, title: str, hint: str) -> None:
        """Say why there is nothing in the list; nothing where there is something."""
        ...

    def ask_about_glossary(
        self, glossary: Glossary | None, languages: Sequence[tuple[str, LanguageTag]], problem: str = ""
    ) -> None:
        """Ask for name and languages of a new glossary, or those of this one; say what was wrong with the answer."""
        ...

    def close_question(self) -> None:
        """Go on: the answer was taken."""
        ...

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        """Say this below the list, with its next steps."""
        ...

    def dismiss_notice(self) -> None:
        """Take that away."""
        ...


class TermFormCommands(Protocol):
    """What the form for one term does."""

    def save(self, term: Term, glossary_id: int) -> None:
        """Keep the term in this glossary; 0 for a new one."""
        ...


class TermForm(Protocol):
    """The form for one term."""

    def listen(self, commands: TermFormCommands) -> None:
        """Let the controls do this."""
        ...

    def open_form(self, term: Term, glossaries: Sequence[tuple[str, int]]) -> None:
        """Show the form, filled in, with the glossaries that may have the term."""
        ...

    def show_problem(self, sentence: str) -> None:
        """Say why the term was not taken."""
        ...

    def close_form(self) -> None:
        """Go on: the term was taken."""
        ...
