"""A translation memory that is two lists, and what tests of memories say often."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import UTC, datetime

from translator.language.tag import LanguagePair, LanguageTag
from translator.storage.memory.likeness import Likeness
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch, Remembered, TranslationUnit, UnitOrigin

MORNING = datetime(2026, 11, 22, 8, tzinfo=UTC)
ENGLISH, GERMAN, FRENCH = LanguageTag("en", region="US"), LanguageTag("de"), LanguageTag("fr")
INTO_GERMAN = LanguagePair(ENGLISH, GERMAN)

_COUNTS_FOR = (UnitOrigin.IMPORTED, UnitOrigin.ACCEPTED, UnitOrigin.EDITED)


def unit_from(
    source: str, target: str, origin: UnitOrigin = UnitOrigin.ACCEPTED, pair: LanguagePair = INTO_GERMAN, **more: object
) -> TranslationUnit:
    """Return a unit from English into German, accepted in the morning, unless it is said otherwise."""
    assert pair.source is not None
    fields = {"changed": MORNING, **more}
    return TranslationUnit(pair.source, pair.target, source, target, origin, **fields)  # type: ignore[arg-type]


def key_of(text: str, source: LanguageTag | None = ENGLISH, target: LanguageTag = GERMAN, **more: object) -> MemoryKey:
    """Return the key of a text that one service is asked to translate from English into German."""
    fields = {"service": "https://api.example/v1", "model": "m", **more}
    return MemoryKey(text, source, target, **fields)  # type: ignore[arg-type]


class ListedMemory:
    """Keeps ``answers`` by their keys, and ``units``. ``looked_up`` is every key that was asked for, in order."""

    def __init__(self, units: Sequence[TranslationUnit] = ()) -> None:
        self.answers: dict[bytes, str] = {}
        self.units: list[TranslationUnit] = []
        self.looked_up: list[MemoryKey] = []
        for unit in units:
            self._keep(unit)

    async def exact(self, keys: Sequence[MemoryKey]) -> Mapping[int, Remembered]:
        """Return what is remembered of these, by their places in the sequence."""
        await asyncio.sleep(0)  # as a real store, it lets others go on meanwhile
        self.looked_up += keys
        found = ((place, self._look_up(key)) for place, key in enumerate(keys))
        return {place: what for place, what in found if what is not None}

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        """Keep what a service answered."""
        await asyncio.sleep(0)
        self.answers |= {key.digest(): target for key, target in translations}

    async def similar(self, text: str, languages: LanguagePair, most: int = 3) -> Sequence[FuzzyMatch]:
        """Return the units most like this text, found by looking at each."""
        await asyncio.sleep(0)
        likeness = Likeness(text)
        of_pair = [u for u in self.units if LanguagePair(u.source_language, u.target_language) == languages]
        matches = [FuzzyMatch(unit, likeness.score(unit.source)) for unit in of_pair]
        found = sorted((match for match in matches if match.score), key=_how_good, reverse=True)
        return found[:most]

    async def keep(self, units: Sequence[TranslationUnit]) -> None:
        """Keep these units."""
        await asyncio.sleep(0)
        for unit in units:
            self._keep(unit)

    def _look_up(self, key: MemoryKey) -> Remembered | None:
        of_text = [u for u in self.units if u.source == key.text and u.target_language == key.target]
        of_pair = [u for u in of_text if key.source in (None, u.source_language)]
        best = max(of_pair, key=lambda u: (_COUNTS_FOR.index(u.origin), u.changed), default=None)
        answer = self.answers.get(key.digest())
        if answer is not None and (best is None or best.origin is not UnitOrigin.EDITED):
            return Remembered(answer)
        return Remembered(best.target, best.origin) if best else None

    def _keep(self, unit: TranslationUnit) -> None:
        rivals = [u for u in self.units if _place(u) == _place(unit)]
        rank = _COUNTS_FOR.index(unit.origin)
        if any(_COUNTS_FOR.index(rival.origin) > rank for rival in rivals):
            return
        replaced = [u for u in rivals if unit.origin is not UnitOrigin.IMPORTED or u.target == unit.target]
        number = replaced[0].id if replaced else max((u.id for u in self.units), default=0) + 1
        self.units = [*(u for u in self.units if u not in replaced), replace(unit, id=number)]


def _place(unit: TranslationUnit) -> tuple[object, ...]:
    return unit.source, unit.source_language, unit.target_language


def _how_good(match: FuzzyMatch) -> tuple[object, ...]:
    return match.score, _COUNTS_FOR.index(match.unit.origin), match.unit.changed
