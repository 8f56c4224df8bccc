"""Aids that say what a test wants said."""

import asyncio
from collections.abc import Callable, Iterable, Mapping, Sequence

from tests.fakes.memory import ListedMemory
from translator.language.tag import LanguagePair, LanguageTag
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.glossary.term import Term
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch, Remembered

WRONG_NUMBER = Finding(Check.NUMBERS, Severity.ERROR, (0, 1), (0, 1), expected="12", found="21")
TOO_LONG = Finding(Check.LENGTH, Severity.WARNING)
OTHER_WORDS = Finding(Check.CONSISTENCY, Severity.WARNING)


class FixedTerms:
    """Has these terms, whatever the languages. ``asked`` records the languages."""

    def __init__(self, *terms: Term) -> None:
        self.asked: list[tuple[LanguageTag | None, LanguageTag]] = []
        self._terms = terms

    async def terms_for(self, source: LanguageTag | None, target: LanguageTag) -> Sequence[Term]:
        """Return them."""
        await asyncio.sleep(0)
        self.asked.append((source, target))
        return self._terms


class SayingChecks:
    """Finds in a block what is said of its source, and in all together what ``together`` says.

    ``checked`` records the sources that were looked at, each with the terms that occur in it, in order.
    """

    def __init__(
        self,
        alone: Mapping[str, Sequence[Finding]] | None = None,
        together: Callable[[Sequence[tuple[str, str]]], Iterable[tuple[int, Finding]]] = lambda _: (),
    ) -> None:
        self.checked: list[tuple[str, Sequence[Term]]] = []
        self.languages: set[LanguagePair] = set()
        self._alone = alone or {}
        self._together = together

    def check(self, source: str, target: str, languages: LanguagePair, terms: Sequence[Term] = ()) -> Sequence[Finding]:
        """Return what is said."""
        self.checked.append((source, tuple(terms)))
        self.languages.add(languages)
        return list(self._alone.get(source, ()))

    def check_together(self, blocks: Sequence[tuple[str, str]]) -> Sequence[tuple[int, Finding]]:
        """Return what is said of all."""
        return list(self._together(blocks))


class MatchingMemory(ListedMemory):
    """Has these matches for a text, as they are. ``compared`` records the texts that were asked for."""

    def __init__(self, matches: Mapping[str, Sequence[FuzzyMatch]]) -> None:
        super().__init__()
        self.compared: list[str] = []
        self._matches = matches

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Return what there is."""
        await asyncio.sleep(0)
        self.compared.append(text)
        return list(self._matches.get(text, ()))


class StuckMemory(ListedMemory):
    """Never comes back from the call of that name, or, where it is given, raises ``fault`` there.

    The first ``after`` of those calls go well. ``stuck`` is set once it hangs, and ``hung`` counts how often it has.
    """

    def __init__(self, where: str, fault: Exception | None = None, after: int = 0) -> None:
        super().__init__()
        self.stuck = asyncio.Event()
        self.hung = 0
        self._where = where
        self._fault = fault
        self._left = after

    async def exact(self, keys: Sequence[MemoryKey]) -> Mapping[int, Remembered]:
        """Look, or hang."""
        await self._pass("exact")
        return await super().exact(keys)

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        """Keep it, or hang."""
        await self._pass("remember")
        await super().remember(translations)

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Have nothing, or hang."""
        await self._pass("similar")
        return ()

    async def _pass(self, name: str) -> None:
        if name != self._where:
            return
        if self._left:
            self._left -= 1
        elif self._fault is not None:
            raise self._fault
        else:
            self.stuck.set()
            self.hung += 1
            await asyncio.Event().wait()
