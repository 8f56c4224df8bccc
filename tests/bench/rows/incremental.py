"""What is sent after one sentence of a long text was edited. Tokens are counted, nothing is timed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tests.bench.figures import Figure
from tests.bench.row import Row
from tests.bench.text import text_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tests.bench.bench import Bench
    from translator.translation.ports import Prompt
    from translator.translation.request import TranslationRequest

_WORDS = 10_000
_CHARACTERS = 53_200
_BEFORE, _AFTER = "the machine so much quieter", "the old machine so very much quieter"


@dataclass(frozen=True)
class Sent:
    """How many requests were sent, of how many blocks; the estimated tokens of these blocks, and of all messages."""

    requests: int
    blocks: int
    source: int
    input: int


async def translate_and_edit() -> tuple[Sent, Sent]:
    """Translate 10,000 words, change one sentence in the middle, and translate again; return what each of them sent."""
    from translator.language.tag import LanguageTag
    from translator.translation.request import TranslationRequest

    text = text_of(_CHARACTERS)
    assert len(text.split()) >= _WORDS
    place = text.index(_BEFORE, len(text) // 2)
    edited = text[:place] + _AFTER + text[place + len(_BEFORE) :]
    first = TranslationRequest(text, LanguageTag("de"), LanguageTag("en"))
    whole, finished = await _translate(first)
    again, _ = await _translate(TranslationRequest(edited, first.target, first.source, finished=finished))
    return whole, again


async def _translate(request: TranslationRequest) -> tuple[Sent, Sequence]:
    from tests.fakes.engine import LineEngine
    from translator.translation.request import Completed
    from translator.translation.translate_text import TranslateText

    engine = LineEngine(str.swapcase, size=2_000)
    *_, ending = [event async for event in TranslateText(engine, names=lambda _: "English").run(request)]
    assert isinstance(ending, Completed)
    assert ending.translation.text == request.text.swapcase()
    return _count(engine.prompts), ending.translation.finished


def _count(prompts: Sequence[Prompt]) -> Sent:
    from translator.text.tokens import estimate_tokens

    lines = [line for prompt in prompts for line in prompt.lines]
    source = sum(map(estimate_tokens, lines))
    return Sent(len(prompts), len(lines), source, sum(estimate_tokens(p.system + p.user) for p in prompts))


def measure(bench: Bench) -> list[Figure]:
    """Compare what is sent after the edit with what all of it took."""
    import asyncio

    measured = bench.rounds(lambda: dict(zip(("whole", "again"), asyncio.run(translate_and_edit()), strict=True)))
    source = [100 * one["again"].source / one["whole"].source for one in measured]
    all_input = [100 * one["again"].input / one["whole"].input for one in measured]
    return [
        Figure("source sent after a sentence was edited in 10,000 words, of all of it", "%", source, 1),
        Figure("the same with prompt and context, of what the whole took", "%", all_input, 3),
    ]


ROW = Row("incremental", measure)
