"""Whether a key works: one tiny translation says so, and what it will take is said before."""

from collections.abc import AsyncGenerator
from contextlib import aclosing

from translator.i18n import tr
from translator.language.tag import LanguageTag
from translator.locales.numbers import grouped, localised
from translator.prices import SMALLEST, format_cost
from translator.settings import Price
from translator.translation.errors.base import TranslationError
from translator.translation.request import (
    Completed,
    Ending,
    Failed,
    Incomplete,
    TranslationEvent,
    TranslationRequest,
    Waiting,
)
from translator.translation.spending.estimate import cost_of, estimate
from translator.ui.ports import TextTranslator

_TEXT = "Good morning"


async def check(translator: TextTranslator) -> str:
    """Translate two words, and return the model that answered. Raises TranslationError where none did.

    What would be tried again is not waited for: somebody sits before it.
    """
    request = TranslationRequest(_TEXT, LanguageTag("de"), LanguageTag("en"), uses_memory=False)
    run = translator.run(request)
    async with aclosing(run):
        return await _model_of(run)


async def _model_of(run: AsyncGenerator[TranslationEvent, None]) -> str:
    async for event in run:
        if isinstance(event, Waiting) and event.error is not None:
            raise event.error
        if isinstance(event, Ending):
            return _answered(event)
    raise TranslationError


def _answered(ending: Ending) -> str:
    match ending:
        case Completed(translation):
            return translation.model
        case Failed(error):
            raise error
        case Incomplete(_, translation, error):
            if error is not None:
                raise error
            return translation.model


def words_on_cost(price: Price | None) -> str:
    """Return what the check takes, for a model with this price."""
    takes = estimate(_TEXT)
    cost = cost_of(price, takes.input_tokens, takes.output_tokens)
    if cost is None:
        tokens = takes.input_tokens + takes.output_tokens
        return tr("It is checked with one tiny request: about {n} tokens.").format(n=grouped(round(tokens, -1)))
    amount = tr("${amount}").format(amount=localised(f"{cost:.5f}")) if 0 < cost < SMALLEST else format_cost(cost)
    return tr("It is checked with one tiny request: about {cost}.").format(cost=amount)
