"""Makes one request of several that ask for the same at the same time."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterator
from contextlib import aclosing
from dataclasses import replace

from translator.engines.wrapping import Wrapping
from translator.translation.ports import Engine, EngineEvent, Prompt, TextDelta
from translator.translation.request import Usage, Waiting

_LEAD = 64
"""So many events at most are fetched before the quickest reader has taken them: who reads sets the pace."""


class Shared(Wrapping):
    """An Engine that answers equal prompts from one request, as long as it is on its way.

    Whoever comes later gets what has come so far, then follows live; an error reaches all. The request is given up
    when the last reader leaves, not before. What it took is told to the first of those that read it; for the others
    it took nothing. A reader that asks to go at once hurries a request that waits; one that the user allows over the
    budget joins none that the budget may stop.

    ``hasten`` is told of a later reader's prompt where it is more urgent than the request on its way.
    """

    def __init__(self, engine: Engine, *, hasten: Callable[[Prompt], None] | None = None) -> None:
        super().__init__(engine)
        self._hasten = hasten
        self._running: list[_Request] = []

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Join the request for this prompt, or begin one (see the port)."""
        request = next((request for request in self._running if request.serves(prompt)), None)
        if request is None:
            request = _Request(self._engine, prompt, self._running)
        else:
            self._urge(request, prompt)
        reader = request.join()
        try:
            while not await reader.is_at_end():
                for event in reader.take():
                    yield event
        finally:
            await request.leave(reader)

    def _urge(self, request: "_Request", prompt: Prompt) -> None:
        """Let the request have the urgency of this prompt."""
        if prompt.at_once:
            request.hurry()
        if self._hasten is not None and (prompt.at_once or prompt.priority < request.priority):
            request.priority = min(request.priority, prompt.priority)
            self._hasten(prompt)


class _Request:
    """A request on its way. A task of its own reads it, as no reader may stay to the end; the last one to go ends it.

    It is among ``running`` until it is over.
    """

    def __init__(self, engine: Engine, prompt: Prompt, running: "list[_Request]") -> None:
        self.prompt = prompt
        self.priority = prompt.priority
        self.events: list[EngineEvent] = []
        self.payer: _Reader | None = None
        self.room = asyncio.Event()
        self._readers: list[_Reader] = []
        self._running = running
        running.append(self)
        self.task = asyncio.create_task(self._read(engine), name="shared request")
        self.task.add_done_callback(self._is_over)

    @property
    def is_on_its_way(self) -> bool:
        """Whether more may come."""
        return not self.task.done()

    def serves(self, prompt: Prompt) -> bool:
        """Tell whether its reply will do for this prompt: it asks for the same, and no budget may stop it alone."""
        return self.is_on_its_way and self.prompt == prompt and (self.prompt.over_budget or not prompt.over_budget)

    def join(self) -> "_Reader":
        """Return one more reader of it, at its beginning."""
        reader = _Reader(self)
        self._readers.append(reader)
        return reader

    async def leave(self, reader: "_Reader") -> None:
        """Go. The last one to go waits until the request is given up, its socket closed."""
        self._readers.remove(reader)
        self.room.set()
        if self._readers:
            return
        if self in self._running:
            self._running.remove(self)
        self.task.cancel()
        await asyncio.wait([self.task])
        if not self.task.cancelled():
            self.task.exception()  # whoever would have been told of it has gone

    def hurry(self) -> None:
        """End its waiting, where it waits."""
        last = self.events[-1] if self.events else None
        if isinstance(last, Waiting):
            last.hurry()

    async def _read(self, engine: Engine) -> None:
        async with aclosing(engine.stream(self.prompt)) as events:
            async for event in events:
                if isinstance(event, Usage) and self._readers:
                    self.payer = self._readers[0]
                self.events.append(event)
                self._wake()
                while self._is_ahead():
                    self.room.clear()
                    await self.room.wait()

    def _is_ahead(self) -> bool:
        quickest = max((reader.position for reader in self._readers), default=len(self.events))
        return len(self.events) - quickest >= _LEAD

    def _is_over(self, _: asyncio.Task[None]) -> None:
        if self in self._running:
            self._running.remove(self)
        self._wake()

    def _wake(self) -> None:
        for reader in self._readers:
            reader.news.set()


class _Reader:
    """One of those that read a request. ``position`` counts the events it has taken."""

    def __init__(self, request: _Request) -> None:
        self.position = 0
        self.news = asyncio.Event()
        self._request = request
        self._missed = len(request.events)

    async def is_at_end(self) -> bool:
        """Wait for events that it has not taken; return whether none will come. Raises what ended the request."""
        while self.position >= len(self._request.events):
            if self._request.task.done():
                self._request.task.result()
                return True
            self._request.room.set()
            self.news.clear()
            await self.news.wait()
        return False

    def take(self) -> Iterator[EngineEvent]:
        """Yield what has come; no waiting that was over before it joined, and what was taken only to who pays."""
        events = self._request.events
        while self.position < len(events):
            event = events[self.position]
            self.position += 1
            if isinstance(event, TextDelta):
                event = self._joined(event)
            if isinstance(event, Waiting) and self.position < self._missed:
                continue
            if isinstance(event, Usage) and self is not self._request.payer:
                event = replace(event, input_tokens=0, output_tokens=0, requests=0, estimated=False, cost=0)
            yield event

    def _joined(self, first: TextDelta) -> TextDelta:
        """Take the text that has come behind this as well: what is done with each piece is done once for all of it."""
        texts = [first.text]
        for event in self._request.events[self.position :]:
            if not isinstance(event, TextDelta):
                break
            texts.append(event.text)
        self.position += len(texts) - 1
        return first if len(texts) == 1 else TextDelta("".join(texts))
