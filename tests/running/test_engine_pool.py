"""An engine is built once, off the loop's thread, one at a time, and closed at the end."""

import asyncio
import threading
from collections.abc import AsyncIterator, Iterator

import pytest

from translator.engines.demo.demo_engine import DemoEngine
from translator.language.tag import LanguageTag
from translator.parts import make_catalogue
from translator.running.engine_pool import EnginePool
from translator.settings import DEMO, Service
from translator.translation.aids import Aids
from translator.translation.errors.connections import AddressInvalid
from translator.translation.errors.keys import KeyMissing
from translator.translation.ports import EngineEvent, Finished, Prompt, TextDelta
from translator.translation.request import Completed, TranslationEvent, TranslationRequest

BOX = Service("box", "Box", base_url="http://127.0.0.1:1/v1", model="m-1")
FAR = Service("far", "Far", base_url="https://far.example/v1")


class FakeEngine:
    """Answers with one word. ``found`` is the model it finds for itself where the service has none."""

    def __init__(self, service: Service, found: str = "found-1") -> None:
        self.name = service.name
        self.model = service.model or found
        self.warmed = 0
        self.closed = 0
        self.asked = asyncio.Event()
        self.gate: asyncio.Event | None = None

    async def warm(self) -> None:
        self.warmed += 1

    async def models(self) -> tuple[str, ...]:
        return (self.model, "other")

    async def aclose(self) -> None:
        self.closed += 1

    async def stream(self, prompt: Prompt) -> AsyncIterator[EngineEvent]:
        self.asked.set()
        yield TextDelta("Wort")
        if self.gate is not None:
            await self.gate.wait()
        yield Finished()


class Workshop:
    """Builds engines and notes on which thread; ``gate`` holds a build up, ``failure`` is raised by warming."""

    def __init__(self) -> None:
        self.built: list[FakeEngine] = []
        self.threads: set[int] = set()
        self.at_work = 0
        self.most_at_work = 0
        self.begun = threading.Event()
        self.gate = threading.Event()
        self.gate.set()
        self.failure: Exception | None = None

    def make(self, service: Service) -> FakeEngine:
        self.at_work += 1
        self.most_at_work = max(self.most_at_work, self.at_work)
        self.begun.set()
        self.gate.wait(10)
        self.threads.add(threading.get_ident())
        engine = FakeEngine(service)
        if self.failure:
            engine.warm = self._fail  # type: ignore[method-assign]
        self.built.append(engine)
        self.at_work -= 1
        return engine

    async def _fail(self) -> None:
        assert self.failure
        raise self.failure


@pytest.fixture
def workshop() -> Iterator[Workshop]:
    made = Workshop()
    yield made
    made.gate.set()


@pytest.fixture
def pool(workshop: Workshop) -> EnginePool:
    return EnginePool(workshop.make, make_catalogue(), lambda _: Aids())


async def collect(run: AsyncIterator[TranslationEvent]) -> list[TranslationEvent]:
    return [event async for event in run]


async def ask_and_go(pool: EnginePool, workshop: Workshop) -> None:
    """Ask for an engine, and lose patience while it is being built; the gate is left closed."""
    workshop.gate.clear()
    impatient = asyncio.create_task(pool.translator(BOX))
    await asyncio.to_thread(workshop.begun.wait, 10)
    impatient.cancel()
    await asyncio.gather(impatient, return_exceptions=True)


async def test_an_engine_is_built_and_warmed_on_a_thread_and_once(pool: EnginePool, workshop: Workshop) -> None:
    await pool.translator(BOX)
    await pool.translator(BOX)

    assert len(workshop.built) == 1
    assert workshop.built[0].warmed == 1
    assert threading.get_ident() not in workshop.threads


async def test_the_use_case_translates_with_it(pool: EnginePool) -> None:
    translator = await pool.translator(BOX)
    events = [event async for event in translator.run(TranslationRequest("word", LanguageTag("de")))]

    assert isinstance(events[-1], Completed)
    assert events[-1].translation.text == "Wort"


async def test_two_who_ask_at_once_are_given_the_same(pool: EnginePool, workshop: Workshop) -> None:
    await asyncio.gather(pool.translator(BOX), pool.models(BOX))

    assert len(workshop.built) == 1


async def test_engines_are_never_built_two_at_a_time(pool: EnginePool, workshop: Workshop) -> None:
    await asyncio.gather(pool.translator(BOX), pool.translator(FAR), pool.translator(DEMO))

    assert len(workshop.built) == 3
    assert workshop.most_at_work == 1


async def test_nor_when_the_first_who_asked_has_gone(pool: EnginePool, workshop: Workshop) -> None:
    await ask_and_go(pool, workshop)
    patient = asyncio.create_task(pool.translator(FAR))
    for _ in range(5):
        await asyncio.sleep(0)
    workshop.gate.set()
    await patient

    assert workshop.most_at_work == 1


async def test_what_was_built_for_somebody_who_has_gone_is_kept(pool: EnginePool, workshop: Workshop) -> None:
    await ask_and_go(pool, workshop)
    workshop.gate.set()
    await pool.translator(BOX)

    assert len(workshop.built) == 1


async def test_another_model_is_another_engine(pool: EnginePool, workshop: Workshop) -> None:
    await pool.translator(BOX)
    await pool.translator(Service("box", "Box", base_url=BOX.base_url, model="m-2"))

    assert [engine.model for engine in workshop.built] == ["m-1", "m-2"]
    assert [engine.closed for engine in workshop.built] == [1, 0]


async def test_a_translation_on_its_way_is_not_cut_off_by_a_change_of_its_service(
    pool: EnginePool, workshop: Workshop
) -> None:
    translator = await pool.translator(BOX)
    run = translator.run(TranslationRequest("word", LanguageTag("de")))
    held, gate = workshop.built[0], asyncio.Event()
    held.gate = gate
    reading = asyncio.create_task(collect(run))
    await held.asked.wait()
    await pool.models(Service("box", "Box by another name", base_url=BOX.base_url, model="m-1"))
    assert held.closed == 0

    gate.set()
    assert isinstance((await reading)[-1], Completed)
    assert held.closed == 1


async def test_keeping_the_model_that_an_engine_found_changes_no_engine(pool: EnginePool, workshop: Workshop) -> None:
    await pool.translator(FAR)
    await pool.translator(Service("far", "Far", base_url=FAR.base_url, model="found-1"))

    assert len(workshop.built) == 1


async def test_models_are_the_engines(pool: EnginePool) -> None:
    assert await pool.models(BOX) == ("m-1", "other")


async def test_the_demo_is_built_like_any_other() -> None:
    assert await EnginePool(lambda _: DemoEngine(), make_catalogue(), lambda _: Aids()).models(DEMO) == (DEMO.model,)


@pytest.mark.parametrize("failure", [AddressInvalid("Box"), KeyMissing("Box")])
async def test_one_that_cannot_be_warmed_is_closed_and_built_anew(
    pool: EnginePool, workshop: Workshop, failure: Exception
) -> None:
    workshop.failure = failure
    with pytest.raises(type(failure)):
        await pool.translator(BOX)
    assert workshop.built[0].closed == 1

    workshop.failure = None
    await pool.translator(BOX)
    assert len(workshop.built) == 2


async def test_close_closes_every_engine_once(pool: EnginePool, workshop: Workshop) -> None:
    await pool.translator(BOX)
    await pool.translator(FAR)
    await pool.close()
    await pool.close()

    assert [engine.closed for engine in workshop.built] == [1, 1]


async def test_close_waits_for_what_is_being_built(pool: EnginePool, workshop: Workshop) -> None:
    await ask_and_go(pool, workshop)
    asyncio.get_running_loop().call_later(0.01, workshop.gate.set)
    await pool.close()

    assert [engine.closed for engine in workshop.built] == [1]
