"""What the presenters of words ask of the window and of the services. Plain values, no Qt."""

from collections.abc import Sequence
from typing import Protocol

from translator.settings import Service
from translator.translation.words.alternatives import Alternative, AlternativesRequest
from translator.translation.words.dictionary import EntryRequest
from translator.translation.words.entry import Entry
from translator.translation.words.reading import Reading, ReadingRequest


class WordTools(Protocol):
    """What a service knows of single words."""

    async def alternatives(self, request: AlternativesRequest) -> Sequence[Alternative]:
        """Return one to three, the best first. Raises TranslationError and NoAlternatives."""
        ...

    async def entry(self, request: EntryRequest) -> Entry:
        """Return the entry of a term. Raises TranslationError and NoEntry."""
        ...

    async def reading(self, request: ReadingRequest) -> Reading:
        """Return how a text is read. Raises TranslationError and NoReading."""
        ...


class WordEngines(Protocol):
    """The services, as far as words go."""

    async def words(self, service: Service) -> WordTools:
        """Return what this service knows of words, once its engine is ready. Raises TranslationError."""
        ...


class AlternativesScreen(Protocol):
    """A small panel at the part in question."""

    def show_waiting(self, part: str) -> None:
        """Open, and say that alternatives to this part are on their way."""
        ...

    def show_choices(self, choices: Sequence[Alternative]) -> None:
        """Let one of these be chosen."""
        ...

    def show_sentence(self, sentence: str) -> None:
        """Say this, instead of anything to choose from."""
        ...

    def close(self) -> None:
        """Go."""
        ...


class EntryScreen(Protocol):
    """The card below the translation."""

    def show_waiting(self, term: str) -> None:
        """Say that the term is being looked up."""
        ...

    def show_entry(self, entry: Entry, *, source_rtl: bool, target_rtl: bool) -> None:
        """Show an entry; its languages may be read from right to left."""
        ...

    def show_sentence(self, sentence: str) -> None:
        """Say this in place of an entry."""
        ...

    def hide_entry(self) -> None:
        """Show no card."""
        ...


class RomanisedScreen(Protocol):
    """The line below the translation."""

    def show_romanised(self, text: str) -> None:
        """Show the translation in Latin letters; nothing for none."""
        ...

    def offer_reading(self, sentence: str) -> None:
        """Let the reading be asked for; say this before it, if anything."""
        ...

    def show_reading_waiting(self) -> None:
        """Say that the reading is on its way."""
        ...

    def show_reading(self, reading: Reading) -> None:
        """Show how the translation is read."""
        ...
