"""An engine for trying the app out: no network, no key, and no doubt that it is not a translation."""

import asyncio
import re
from collections.abc import AsyncGenerator, Iterator

from translator.engines.demo.pseudolocale import pseudo_translate
from translator.i18n import tr
from translator.settings import DEMO
from translator.translation.errors.models import CannotSee
from translator.translation.ports import EngineEvent, Finished, Prompt, ReplyForm, TextDelta
from translator.translation.request import Usage

_MOST_DELTAS = 150  # so that the longest request is written within a few seconds
_WORD = re.compile(r"\s*\S{1,12}|\s+")


class DemoEngine:
    """Writes pseudo-translation as a model would: a few letters at a time, ``delay`` seconds apart."""

    def __init__(self, delay: float = 0.02) -> None:
        self.name = tr("Demo (pseudo-translation)")
        self.model = DEMO.model
        self._delay = delay

    async def stream(self, prompt: Prompt) -> AsyncGenerator[EngineEvent, None]:
        """Yield the lines of the prompt in the pseudolocale. Raises CannotSee for a picture."""
        if prompt.picture is not None:
            raise CannotSee(self.name)
        for piece in _pieces(_reply(prompt)):
            await asyncio.sleep(self._delay)
            yield TextDelta(piece)
        yield Usage(requests=1)
        yield Finished()

    async def models(self) -> tuple[str, ...]:
        """Return its one model."""
        return (self.model,)

    async def warm(self) -> None:
        """Do nothing: it is always ready."""

    async def aclose(self) -> None:
        """Do nothing: it has no connections."""


def _reply(prompt: Prompt) -> str:
    lines = [pseudo_translate(line) for line in prompt.lines]
    if prompt.form is ReplyForm.NUMBERED:
        lines = [f"{number}. {line}" for number, line in enumerate(lines, start=1)]
    return "\n".join(lines)


def _pieces(text: str) -> Iterator[str]:
    words = _WORD.findall(text)
    size = -(-len(words) // _MOST_DELTAS) or 1
    for start in range(0, len(words), size):
        yield "".join(words[start : start + size])
