"""A long text at services that refuse some of its requests: it can be read from the beginning all the while."""

import random
from contextlib import aclosing

import pytest

from tests.engines.simulated_service import SimulatedService
from tests.engines.virtual_time import clock, run, seconds
from translator.engines.limits.limited import Limited
from translator.engines.limits.service_limits import Limits
from translator.engines.retries.retrying import Retrying
from translator.language.tag import LanguageTag
from translator.translation.request import Completed, TextAdded, TranslationRequest
from translator.translation.translate_text import TranslateText

_TEXT = "\n\n".join(f"{number} " + "word " * 900 for number in range(120))


def _silent(kind: str, window: float, *, says_when: bool) -> SimulatedService:
    """Return a service that allows one request a second, and says nothing of that before it refuses one."""
    return SimulatedService(
        kind=kind, requests=window, tokens=10_000_000, window=window, jitter=0.3, says_limits=False, says_when=says_when
    )


async def _longest_stall(service: SimulatedService) -> float:
    """Translate the text; return the longest time that nothing was added to its translation, in seconds."""
    engine = Retrying(Limited(service, Limits(), clock=clock), clock=clock, random=random.Random(2).random)
    last = stall = 0.0
    async with aclosing(TranslateText(engine, now=clock).run(TranslationRequest(_TEXT, LanguageTag("de")))) as events:
        async for event in events:
            if isinstance(event, TextAdded):
                stall, last = max(stall, seconds() - last), seconds()
    assert isinstance(event, Completed)
    assert service.refused > 0
    return stall


@pytest.mark.parametrize("says_when", [True, False], ids=["says when", "says nothing"])
@pytest.mark.parametrize(("kind", "window", "most"), [("bucket", 60, 4), ("window", 20, 20), ("sliding", 20, 20)])
def test_what_was_refused_does_not_come_back_behind_the_rest_of_the_text(
    kind: str, window: float, most: float, says_when: bool
) -> None:
    assert run(_longest_stall(_silent(kind, window, says_when=says_when))) <= most


@pytest.mark.parametrize("kind", ["bucket", "window", "sliding"])
def test_the_first_in_the_line_outlasts_a_minute_of_refusals(kind: str) -> None:
    assert run(_longest_stall(_silent(kind, 60, says_when=False))) <= 60
