"""What the memory saves is counted: once, by the price of the model, and without holding up anything."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace

from tests.fakes.engine import LineEngine
from tests.fakes.memory import ListedMemory, unit_from
from tests.fakes.usage import NOON, ListedUsage
from tests.translation.helpers import DE, EN, run
from translator.language.tag import LanguagePair
from translator.settings import Budget, Price, Service
from translator.text.tokens import estimate_tokens
from translator.translation.aids import Aids
from translator.translation.request import Action, Completed, TranslationRequest
from translator.translation.spending.saved import SavedRecord
from translator.translation.spending.savings import CountedSavings
from translator.translation.spending.usage import Ledger, UsageRecord

Noted = tuple[Sequence[tuple[str, str]], str, Action]
REQUEST = TranslationRequest("eins\nzwei\ndrei", EN, DE, Action.COMMAND)
SERVICE = Service("openai", "OpenAI", prices=(("m", Price(1_000, 2_000)),))


class NotedSavings:
    def __init__(self) -> None:
        self.noted: list[Noted] = []

    def note(self, pairs: Sequence[tuple[str, str]], model: str, action: Action) -> None:
        self.noted.append((list(pairs), model, action))


def memory_of(*texts: str) -> ListedMemory:
    return ListedMemory([unit_from(text, text.upper(), pair=LanguagePair(DE, EN)) for text in texts])


async def test_blocks_that_the_memory_had_are_noted_with_their_translations() -> None:
    savings, engine = NotedSavings(), LineEngine(str.lower)
    await run(engine, REQUEST, Aids(memory=memory_of("eins", "drei"), savings=savings))
    assert savings.noted == [([("eins", "EINS"), ("drei", "DREI")], engine.model, Action.COMMAND)]


async def test_what_an_earlier_run_took_from_the_memory_is_not_noted_again() -> None:
    savings = NotedSavings()
    aids = Aids(memory=memory_of("eins", "zwei", "drei"), savings=savings)
    ending = (await run(LineEngine(str.lower), REQUEST, aids))[-1]
    assert isinstance(ending, Completed)
    more = replace(REQUEST, text=REQUEST.text + "\nvier", finished=tuple(ending.translation.finished))
    await run(LineEngine(str.lower), more, aids)
    assert [len(pairs) for pairs, _, _ in savings.noted] == [3]


async def test_without_help_of_the_memory_nothing_is_noted() -> None:
    savings = NotedSavings()
    await run(LineEngine(str.lower), REQUEST, Aids(memory=memory_of("other"), savings=savings))
    await run(
        LineEngine(str.lower), replace(REQUEST, uses_memory=False), Aids(memory=memory_of("eins"), savings=savings)
    )
    assert savings.noted == []


def savings_in(usage: ListedUsage) -> tuple[CountedSavings, Ledger]:
    ledger = Ledger(usage, Budget, lambda: NOON)
    prices = dict(SERVICE.prices)
    return CountedSavings(SERVICE, ledger, lambda _, model: prices.get(model), lambda: NOON), ledger


async def test_a_run_is_one_record_with_the_price_of_its_model() -> None:
    usage = ListedUsage()
    savings, ledger = savings_in(usage)
    savings.note([("Guten Tag", "Good day"), ("Hallo", "Hello there")], "m", Action.WINDOW)
    savings.note([("Hallo", "Hello")], "other", Action.WINDOW)
    await ledger.close()
    read = estimate_tokens("Guten Tag") + estimate_tokens("Hallo")
    written = estimate_tokens("Good day") + estimate_tokens("Hello there")
    cost = (read * 1_000 + written * 2_000) / 1_000_000
    first, second = usage.savings
    assert first == SavedRecord(NOON, "openai", "m", Action.WINDOW, 2, read, written, cost)
    assert (second.blocks, second.cost) == (1, None)
    assert (await ledger.saved(NOON)).blocks == 3


async def test_whoever_notes_does_not_wait_and_closing_does() -> None:
    usage = ListedUsage()
    usage.gate.clear()
    savings, ledger = savings_in(usage)
    savings.note([("Hallo", "Hello")], "m", Action.WINDOW)
    closing = asyncio.create_task(ledger.close())
    await asyncio.sleep(0)
    assert not closing.done()
    assert usage.savings == []
    usage.gate.set()
    await closing
    assert len(usage.savings) == 1
    await ledger.close()


async def test_whoever_listens_is_told_once_it_is_kept() -> None:
    told: list[UsageRecord | SavedRecord] = []
    usage = ListedUsage()
    savings, ledger = savings_in(usage)
    ledger.listen(told.append)
    savings.note([("Hallo", "Hello")], "m", Action.WINDOW)
    await ledger.close()
    assert told == usage.savings
