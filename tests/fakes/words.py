"""What is known of words, as a test wants it."""

import asyncio
from collections.abc import Sequence

from translator.settings import Service
from translator.translation.words.alternatives import Alternative, AlternativesRequest
from translator.translation.words.dictionary import EntryRequest
from translator.translation.words.entry import Entry
from translator.translation.words.reading import Reading, ReadingRequest


class FakeWords:
    """Answers what it is given, or raises it; ``gate`` holds it up. ``asked`` is what it was asked for."""

    def __init__(self, *, alternatives: object = (), entry: object = None, reading: object = None) -> None:
        self.gate: asyncio.Event | None = None
        self.asked: list[AlternativesRequest | EntryRequest | ReadingRequest] = []
        self.left = 0
        self._alternatives = alternatives
        self._entry = entry
        self._reading = reading

    async def alternatives(self, request: AlternativesRequest) -> Sequence[Alternative]:
        answer = await self._answer(request, self._alternatives)
        assert isinstance(answer, Sequence)
        return answer

    async def entry(self, request: EntryRequest) -> Entry:
        answer = await self._answer(request, self._entry)
        assert isinstance(answer, Entry)
        return answer

    async def reading(self, request: ReadingRequest) -> Reading:
        answer = await self._answer(request, self._reading)
        assert isinstance(answer, Reading)
        return answer

    async def _answer(self, request: AlternativesRequest | EntryRequest | ReadingRequest, answer: object) -> object:
        self.asked.append(request)
        try:
            if self.gate is not None:
                await self.gate.wait()
        except asyncio.CancelledError:
            self.left += 1
            raise
        if isinstance(answer, Exception):
            raise answer
        return answer


class FakeWordEngines:
    """Gives the same for every service; ``services`` are those that were asked for."""

    def __init__(self, words: FakeWords) -> None:
        self.services: list[Service] = []
        self._words = words

    async def words(self, service: Service) -> FakeWords:
        self.services.append(service)
        return self._words
