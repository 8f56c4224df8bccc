"""The use cases: alternatives, a dictionary's entry, and a reading, each asked for once a session."""

from collections.abc import Callable, Hashable, Sequence

from translator.language.tag import LanguageTag
from translator.translation.ports import Engine
from translator.translation.words.alternatives import Alternative, AlternativesRequest, find_alternatives
from translator.translation.words.dictionary import EntryRequest, find_entry
from translator.translation.words.entry import Entry
from translator.translation.words.reading import Reading, ReadingRequest, find_reading
from translator.translation.words.recent import Recent


class Remembered:
    """What was answered in this session, by whom it was asked of. It is kept nowhere else."""

    def __init__(self) -> None:
        self.alternatives = Recent[Sequence[Alternative]]()
        self.entries = Recent[Entry]()
        self.readings = Recent[Reading]()


class WordByWord:
    """Answers with an engine, or from what it answered before.

    ``of`` stands for whom is asked: another service or model may say something else. ``names`` gives a language's
    English name.
    """

    def __init__(
        self, engine: Engine, names: Callable[[LanguageTag], str], remembered: Remembered, of: Hashable = ""
    ) -> None:
        self._engine = engine
        self._names = names
        self._remembered = remembered
        self._of = of

    async def alternatives(self, request: AlternativesRequest) -> Sequence[Alternative]:
        """Return one to three, the best first. Raises TranslationError and NoAlternatives."""
        question = self._of, request
        found = self._remembered.alternatives.get(question)
        if found is None:
            found = await find_alternatives(self._engine, request, self._names)
            self._remembered.alternatives.put(question, found)
        return found

    async def entry(self, request: EntryRequest) -> Entry:
        """Return the entry of a term. Raises TranslationError and NoEntry."""
        question = self._of, request
        found = self._remembered.entries.get(question)
        if found is None:
            found = await find_entry(self._engine, request, self._names)
            self._remembered.entries.put(question, found)
        return found

    async def reading(self, request: ReadingRequest) -> Reading:
        """Return how a text is read. Raises TranslationError and NoReading."""
        question = self._of, request
        found = self._remembered.readings.get(question)
        if found is None:
            found = await find_reading(self._engine, request, self._names)
            self._remembered.readings.put(question, found)
        return found
