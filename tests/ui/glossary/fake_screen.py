"""A window and a form that remember what they were told."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from tests.support.waiting import settle
from translator.language.tag import LanguageTag
from translator.translation.glossary.exchange import ImportedTerms, TermFileInvalid
from translator.translation.glossary.term import Glossary, Term
from translator.ui.glossary.screen import GlossaryCommands, GlossaryFiles, TermFormCommands
from translator.ui.vocabulary import Action, Line, Severity


class FakeGlossaryScreen:
    """Lists ``lines`` and ``terms``, and shows a ``notice`` with ``actions``, or a ``question``."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self.selected = ""
        self.glossary: Glossary | None = None
        self.languages = ""
        self.terms: list[Term] = []
        self.count = ""
        self.empty = ("", "")
        self.notice = ""
        self.severity: Severity = "info"
        self.actions: dict[str, Callable[[], None]] = {}
        self.question: tuple[Glossary | None, str] | None = None

    def listen(self, commands: GlossaryCommands) -> None:
        """There is nobody to press anything."""

    def show_glossaries(self, lines: Sequence[Line], selected: str) -> None:
        self.lines, self.selected = list(lines), selected

    def show_glossary(self, glossary: Glossary | None, languages: str) -> None:
        self.glossary, self.languages = glossary, languages

    def show_terms(self, terms: Sequence[Term]) -> None:
        self.terms = list(terms)

    def put_term(self, before: int, term: Term) -> None:
        if any(each.id == before for each in self.terms):
            self.terms = [term if each.id == before else each for each in self.terms]
        else:
            self.terms.append(term)

    def show_count(self, words: str) -> None:
        self.count = words

    def show_empty(self, title: str, hint: str) -> None:
        self.empty = (title, hint)

    def ask_about_glossary(
        self, glossary: Glossary | None, languages: Sequence[tuple[str, LanguageTag]], problem: str = ""
    ) -> None:
        self.question = (glossary, problem)

    def close_question(self) -> None:
        self.question = None

    def show_notice(self, sentence: str, severity: Severity = "info", actions: Sequence[Action] = ()) -> None:
        self.notice, self.severity = sentence, severity
        self.actions = {action.text: action.run for action in actions}

    def dismiss_notice(self) -> None:
        self.show_notice("")

    @property
    def sources(self) -> list[str]:
        return [term.source for term in self.terms]

    async def press(self, word: str) -> None:
        """Press a button of the notice, and wait for what it does."""
        self.actions[word]()
        await settle()


class FakeTermForm:
    """Shows a ``term`` with ``choices``, or nothing."""

    def __init__(self) -> None:
        self.term: Term | None = None
        self.choices: list[tuple[str, int]] = []
        self.problem = ""

    def listen(self, commands: TermFormCommands) -> None:
        """There is nobody to press anything."""

    def open_form(self, term: Term, glossaries: Sequence[tuple[str, int]]) -> None:
        self.term, self.choices = term, list(glossaries)

    def show_problem(self, sentence: str) -> None:
        self.problem = sentence

    def close_form(self) -> None:
        self.term = None


class FakeFiles:
    """Files in memory; ``faults`` are raised for a name. What a file holds is ``imported``, whatever it is."""

    def __init__(self) -> None:
        self.imported = ImportedTerms(())
        self.written: dict[str, tuple[str, list[Term]]] = {}
        self.faults: dict[str, Exception] = {}
        self._composed: tuple[str, list[Term]] = ("", [])

    @property
    def port(self) -> GlossaryFiles:
        return GlossaryFiles(self._read, self._write, self._parse, self._compose)

    def _read(self, path: Path) -> bytes:
        if isinstance(fault := self.faults.get(path.name), OSError):
            raise fault
        return path.name.encode()

    def _parse(self, data: bytes, _glossary: Glossary) -> ImportedTerms:
        if isinstance(fault := self.faults.get(data.decode()), TermFileInvalid):
            raise fault
        return self.imported

    def _compose(self, kind: str, _glossary: Glossary, terms: Sequence[Term]) -> bytes:
        self._composed = (kind, [replace(term, id=0) for term in terms])
        return b"written"

    def _write(self, path: Path, data: bytes) -> None:
        if fault := self.faults.get(path.name):
            raise fault
        assert data == b"written"
        self.written[path.name] = self._composed
