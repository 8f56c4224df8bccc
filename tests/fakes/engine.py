"""Engines that say what a test tells them to say."""

import asyncio
from collections.abc import AsyncGenerator, Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager

from translator.translation.errors.base import TranslationError
from translator.translation.ports import EngineEvent, Finished, Prompt, TextDelta
from translator.translation.request import Usage

Step = EngineEvent | TranslationError | float | asyncio.Event


class _Fake:
    """What the fakes have in common.

    ``prompts`` records what was asked, and ``asked`` is set once something was. ``open`` and ``most_open`` count the
    streams that are read now, and that were at any time; ``closed`` those that were left before their end.
    """

    def __init__(self, name: str, model: str) -> None:
        self.name = name
        self.model = model
        self.prompts: list[Prompt] = []
        self.asked = asyncio.Event()
        self.open = 0
        self.most_open = 0
        self.closed = 0

    async def models(self) -> tuple[str, ...]:
        """Return its one model."""
        return (self.model,)

    async def warm(self) -> None:
        """Be ready."""

    async def aclose(self) -> None:
        """Have nothing to close."""

    @contextmanager
    def _counted(self, prompt: Prompt) -> Iterator[None]:
        self.prompts.append(prompt)
        self.asked.set()
        self.open += 1
        self.most_open = max(self.most_open, self.open)
        try:
            yield
        except (GeneratorExit, asyncio.CancelledError):
            self.closed += 1
            raise
        finally:
            self.open -= 1


class ScriptedEngine(_Fake):
    """Plays a list of steps for each request.

    ``replies`` are in order of the requests; where several are on their way at a time, they can be given by the
    first line of the request instead, each in order for itself. A step is an event to yield, an error to raise,
    seconds to wait (``math.inf``: until closed or cancelled), or a gate to wait at.
    """

    def __init__(
        self,
        replies: Iterable[Sequence[Step]] | Mapping[str, Iterable[Sequence[Step]]],
        *,
        name: str = "Scripted",
        model: str = "script-1",
    ) -> None:
        super().__init__(name, model)
        self._by_line = {line: list(of_it) for line, of_it in replies.items()} if isinstance(replies, Mapping) else {}
        self._in_order = [] if isinstance(replies, Mapping) else list(replies)

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Play the next reply; a request too many is the test's own mistake."""
        with self._counted(prompt):
            left = self._by_line.get(prompt.lines[0] if prompt.lines else "", self._in_order)
            if not left:
                raise AssertionError(f"request {len(self.prompts)} was not expected: {prompt.lines}")
            for step in left.pop(0):
                if isinstance(step, TranslationError):
                    raise step
                if isinstance(step, int | float):
                    await _wait(step)
                elif isinstance(step, asyncio.Event):
                    await step.wait()
                else:
                    yield step


class LineEngine(_Fake):
    """Translates each line for itself, a few characters at a time, and lets others go on after each piece.

    In all requests together it sends ``pieces`` pieces, each of ``size`` characters, and then plays ``fault``: an
    error to raise, or an event to end with. ``answered`` are the lines that were sent, and followed by another.
    """

    def __init__(
        self,
        translate: Callable[[str], str],
        *,
        size: int = 5,
        pieces: float = float("inf"),
        fault: TranslationError | Finished | None = None,
    ) -> None:
        super().__init__("Lines", "line-1")
        self.answered: list[str] = []
        self._translate = translate
        self._size = size
        self._left = pieces
        self._fault = fault

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Translate the lines of the prompt."""
        reply = "\n".join(map(self._translate, prompt.lines))
        with self._counted(prompt):
            answered = 0
            for start in range(0, len(reply), self._size):
                await asyncio.sleep(0)
                if self._left <= 0 and self._fault is not None:
                    if isinstance(self._fault, TranslationError):
                        raise self._fault
                    yield self._fault
                    return
                self._left -= 1
                yield TextDelta(reply[start : start + self._size])
                begun = reply[: start + self._size].rstrip("\n").count("\n")
                self.answered += prompt.lines[answered:begun]
                answered = begun
            yield Usage(requests=1)
            yield Finished()
            self.answered += prompt.lines[answered:]


def reply(*pieces: str, usage: Usage | None = None) -> list[Step]:
    """Return the steps of an ordinary, complete reply in these pieces."""
    return [*map(TextDelta, pieces), usage or Usage(requests=1), Finished()]


async def _wait(seconds: float) -> None:
    if seconds == float("inf"):
        await asyncio.Event().wait()
    else:
        await asyncio.sleep(seconds)
