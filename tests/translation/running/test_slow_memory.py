"""A translation is not held up by a database that takes its time."""

import asyncio
import threading
from collections.abc import Callable, Coroutine, Sequence
from contextlib import aclosing

import pytest

from tests.fakes.aids import StuckMemory
from tests.fakes.engine import LineEngine, ScriptedEngine
from tests.fakes.memory import ListedMemory, unit_from
from tests.support.waiting import settle
from tests.translation.helpers import DE, EN, Watching, english, german, run
from translator.language.tag import LanguagePair
from translator.storage.database.database import Database
from translator.storage.memory.memory_store import MemoryInDatabase
from translator.translation.aids import Aids
from translator.translation.glossary.store import GlossaryUnusable
from translator.translation.memory.key import MemoryKey
from translator.translation.memory.unit import FuzzyMatch
from translator.translation.request import BlockSettled, Completed, Incomplete, TextAdded, TranslationRequest
from translator.translation.running import patience, preparing, remembering
from translator.translation.translate_text import TranslateText

REQUEST = TranslationRequest("- eins\n- zwei\n\n- drei\n", EN, DE)


class GatedMemory(ListedMemory):
    """Writes once ``gate`` is set."""

    def __init__(self) -> None:
        super().__init__()
        self.gate = asyncio.Event()

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        await self.gate.wait()
        await super().remember(translations)


class LateMemory(MemoryInDatabase):
    """Is kept busy with something else once there is something to be remembered."""

    def __init__(self, database: Database, keep_busy: Callable[[], Coroutine[None, None, object]]) -> None:
        super().__init__(database)
        self.busy: asyncio.Task[object] | None = None
        self._keep_busy = keep_busy

    async def remember(self, translations: Sequence[tuple[MemoryKey, str]]) -> None:
        if self.busy is None:
            self.busy = asyncio.create_task(self._keep_busy())
            await asyncio.sleep(0)
        await super().remember(translations)


async def test_the_next_request_is_told_while_the_memory_is_still_writing():
    memory = StuckMemory("remember")
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [[*english(61, 70)[:-1], float("inf")]]})
    watching = Watching(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory))
    await settle()
    assert memory.stuck.is_set()
    assert [event.block for event in watching.events if isinstance(event, TextAdded)][-1] == 69
    watching.task.cancel()
    await asyncio.wait([watching.task])
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_the_ending_is_told_when_everything_is_kept():
    memory = GatedMemory()
    watching = Watching(LineEngine(str.upper), REQUEST, Aids(memory=memory))
    await settle()
    assert isinstance(watching.events[-1], BlockSettled | TextAdded)
    memory.gate.set()
    await watching.task
    assert isinstance(watching.events[-1], Completed)
    assert list(memory.answers.values()) == ["EINS", "ZWEI", "DREI"]


async def test_the_ending_does_not_wait_for_ever(monkeypatch):
    monkeypatch.setattr(remembering, "PATIENCE_SECONDS", 0.001)
    memory = StuckMemory("remember")
    ending = (await run(LineEngine(str.upper), REQUEST, Aids(memory=memory)))[-1]
    assert isinstance(ending, Completed)
    assert asyncio.all_tasks() == {asyncio.current_task()}


async def test_what_was_handed_over_is_kept_though_nobody_waits_for_it(tmp_path, monkeypatch):
    monkeypatch.setattr(remembering, "PATIENCE_SECONDS", 0.001)
    database, go_on = Database(tmp_path / "translator.db"), threading.Event()
    memory = LateMemory(database, lambda: database.read(lambda _: go_on.wait(10)))
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [english(61, 70)]})
    ending = (await run(engine, TranslationRequest(german(70), EN, DE), Aids(memory=memory)))[-1]
    assert isinstance(ending, Completed)
    go_on.set()
    kept = await database.read(lambda connection: connection.execute("SELECT target FROM remembered").fetchall())
    await memory.busy
    await database.close()
    assert {target for (target,) in kept} == {f"Line {number}" for number in range(1, 71)}


async def test_it_is_handed_over_though_the_reader_leaves_with_the_next_event():
    memory = StuckMemory("remember")
    engine = ScriptedEngine({"Zeile 1": [english(1, 60)], "Zeile 61": [english(61, 70)]})
    async with aclosing(
        TranslateText(engine, Aids(memory=memory)).run(TranslationRequest(german(70), EN, DE))
    ) as events:
        async for event in events:
            if isinstance(event, TextAdded) and event.block == 60:
                break
    assert memory.stuck.is_set()


@pytest.mark.parametrize("where", ["exact", "similar"])
async def test_a_translation_goes_on_without_a_memory_that_does_not_answer(where, monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.001)
    memory = StuckMemory(where)
    lines = {"Zeile 1": [english(1, 60)], "Zeile 61": [english(61, 120)], "Zeile 121": [english(121, 130)]}
    engine = ScriptedEngine(lines)
    ending = (await run(engine, TranslationRequest(german(130), EN, DE), Aids(memory=memory)))[-1]
    assert isinstance(ending, Completed)
    assert memory.hung == (1 if where == "exact" else 3)  # requests side by side wait side by side


async def test_a_translation_goes_on_without_glossaries_that_do_not_answer_and_asks_nothing_else(monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.001)
    memory = ListedMemory()

    class Stuck:
        async def terms_for(self, _source, _target):
            await asyncio.Event().wait()

    ending = (await run(LineEngine(str.upper), REQUEST, Aids(memory=memory, glossary=Stuck())))[-1]
    assert isinstance(ending, Completed)
    assert ending.translation.lacks_terms
    assert memory.looked_up == []
    assert len(memory.answers) == 3


async def test_that_the_glossaries_cannot_be_read_is_told_where_anything_was_asked_without_their_terms():
    class Unusable:
        async def terms_for(self, _source, _target):
            raise GlossaryUnusable("the disk is gone")

    memory = ListedMemory()
    without, readable = Aids(memory=memory, glossary=Unusable()), Aids(memory=memory)
    told = [
        (await run(LineEngine(str.upper), REQUEST, aids))[-1].translation.lacks_terms
        for aids in (without, without, readable)
    ]
    assert told == [True, False, False]  # the second time the memory has it all
    ending = (await run(ScriptedEngine([english(1, 1)[:1]]), REQUEST, Aids(glossary=Unusable())))[-1]
    assert isinstance(ending, Incomplete)
    assert ending.translation.lacks_terms


async def test_examples_that_were_found_in_time_are_sent(monkeypatch):
    monkeypatch.setattr(patience, "PATIENCE_SECONDS", 0.2)
    first = unit_from("Zeile eins und mehr", "Line one and more", pair=LanguagePair(DE, EN))

    class Slow(StuckMemory):
        async def similar(self, text, languages, most=3):
            await super().similar(text, languages, most)
            return [FuzzyMatch(first, 90)]

    engine = LineEngine(str.upper)
    request = TranslationRequest("Zeile eins und meer\nzwei", EN, DE)
    await run(engine, request, Aids(memory=Slow("similar", after=1)))
    assert engine.prompts[0].lines == ("Zeile eins und meer", "zwei")
    assert "Line one and more" in str(engine.prompts[0])


async def test_a_book_is_looked_up_in_portions(monkeypatch):
    monkeypatch.setattr(preparing, "_LOOKED_UP_AT_ONCE", 2)
    asked = []

    class Counting(ListedMemory):
        async def exact(self, keys):
            asked.append(len(keys))
            return await super().exact(keys)

    memory = Counting()
    await run(LineEngine(str.upper), REQUEST, Aids(memory=memory))
    engine = LineEngine(str.lower)
    ending = (await run(engine, REQUEST, Aids(memory=memory)))[-1]
    assert isinstance(ending, Completed)
    assert (asked, engine.prompts, ending.translation.text) == ([2, 1, 2, 1], [], REQUEST.text.upper())
