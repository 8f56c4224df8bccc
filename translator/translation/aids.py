"""What helps to translate, beside the engine: the memory, the glossaries, the checks."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.finding import Finding
from translator.translation.glossary.matching import Matchers
from translator.translation.glossary.store import ActiveTerms
from translator.translation.glossary.term import Term
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.store import MemoryStore
from translator.translation.memory.unit import FuzzyMatch, Remembered, TranslationUnit
from translator.translation.request import Action


class Checks(Protocol):
    """Looks for what is wrong in translations. It never raises."""

    def check(self, source: str, target: str, languages: LanguagePair, terms: Sequence[Term] = ()) -> Sequence[Finding]:
        """Return what looks wrong in a block's translation; ``terms`` are those that occur in the block."""
        ...

    def check_together(self, blocks: Sequence[tuple[str, str]]) -> Sequence[tuple[int, Finding]]:
        """Return what looks wrong only where all blocks are seen, each with the place of its block.

        These findings, and no others, are of ``Check.CONSISTENCY``.
        """
        ...


class Savings(Protocol):
    """Counts what the memory saves. It returns at once and never raises."""

    def note(self, pairs: Sequence[tuple[str, str]], model: str, action: Action) -> None:
        """Take note of the blocks that the memory had in one run: their sources, and their translations.

        ``model`` is the one that would have been asked for them.
        """
        ...


class NoMemory:
    """Remembers nothing."""

    async def exact(self, _keys: Sequence[MemoryKey]) -> Mapping[int, Remembered]:
        """Have nothing."""
        return {}

    async def remember(self, _translations: Sequence[tuple[MemoryKey, str]]) -> None:
        """Forget it."""

    async def similar(self, _text: str, _languages: LanguagePair, most: int = 0) -> Sequence[FuzzyMatch]:
        """Have nothing."""
        return ()

    async def keep(self, _units: Sequence[TranslationUnit]) -> None:
        """Forget them."""


class NoTerms:
    """Has no glossary."""

    async def terms_for(self, _source: LanguageTag | None, _target: LanguageTag) -> Sequence[Term]:
        """Have nothing."""
        return ()


class NoChecks:
    """Finds nothing."""

    def check(
        self, _source: str, _target: str, _languages: LanguagePair, _terms: Sequence[Term] = ()
    ) -> Sequence[Finding]:
        """Find nothing."""
        return ()

    def check_together(self, _blocks: Sequence[tuple[str, str]]) -> Sequence[tuple[int, Finding]]:
        """Find nothing."""
        return ()


class NoSavings:
    """Counts nothing."""

    def note(self, _pairs: Sequence[tuple[str, str]], _model: str, _action: Action) -> None:
        """Let it go."""


@dataclass(frozen=True, slots=True)
class Aids:
    """What helps to translate.

    ``matchers`` keep terms taken apart from one text to the next. ``service`` is the address of the service: what it
    said is remembered under that. ``remembers`` is false where nothing the engine says may be remembered: the demo
    translates nothing.
    """

    memory: MemoryStore = field(default_factory=NoMemory)
    glossary: ActiveTerms = field(default_factory=NoTerms)
    checks: Checks = field(default_factory=NoChecks)
    savings: Savings = field(default_factory=NoSavings)
    matchers: Matchers = field(default_factory=Matchers)
    service: str = ""
    remembers: bool = True
