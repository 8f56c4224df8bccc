"""What is known of models: asked for once, kept when proven, and never a reason to fail."""

import asyncio
from dataclasses import replace

import pytest

from tests.fakes.capabilities import MemoryCapabilities
from translator.engines.requests import learned as module
from translator.engines.requests.learned import Learned
from translator.translation.capabilities import Capabilities

HERE = "https://api.example/v1"
KNOWN = Capabilities(temperature=False)


async def test_what_is_stored_is_loaded_once_for_each_model() -> None:
    store = MemoryCapabilities({(HERE, "a"): KNOWN})
    learned = Learned(HERE, store)
    assert await asyncio.gather(*(learned.of("a") for _ in range(3))) == [KNOWN] * 3
    assert await learned.of("gpt-oss") == Capabilities(reasons=True, least_effort="low")
    assert store.loads == [(HERE, "a"), (HERE, "gpt-oss")]


async def test_what_is_noted_holds_and_only_what_is_kept_is_stored() -> None:
    store = MemoryCapabilities()
    learned = Learned(HERE, store)
    learned.note("a", KNOWN)
    assert await learned.of("a") == KNOWN
    assert store.saves == []
    await learned.keep("a", KNOWN)
    assert store.known == {(HERE, "a"): KNOWN}


async def test_what_was_noted_and_did_not_help_is_forgotten() -> None:
    learned = Learned(HERE, MemoryCapabilities({(HERE, "a"): KNOWN}))
    learned.note("a", Capabilities(stream_options=False))
    learned.forget("a")
    assert await learned.of("a") == KNOWN
    learned.forget("a")
    learned.forget("never heard of")
    assert await learned.of("a") == KNOWN


async def test_what_was_kept_meanwhile_is_not_forgotten() -> None:
    learned = Learned(HERE, None)
    learned.note("a", KNOWN)
    await learned.keep("a", KNOWN)
    learned.forget("a")
    assert await learned.of("a") == KNOWN


async def test_it_is_told_what_was_noted_and_not_kept() -> None:
    learned = Learned(HERE, None)
    assert not learned.is_noted("a", KNOWN)
    learned.note("a", KNOWN)
    assert learned.is_noted("a", KNOWN)
    assert not learned.is_noted("a", Capabilities())
    await learned.keep("a", KNOWN)
    assert not learned.is_noted("a", KNOWN)


async def test_that_a_model_reasons_is_kept_without_what_was_only_noted() -> None:
    store = MemoryCapabilities({(HERE, "a"): KNOWN})
    learned = Learned(HERE, store)
    await learned.of("a")
    learned.note("a", replace(KNOWN, stream_options=False))
    await learned.keep_reasoning("a")
    assert store.known == {(HERE, "a"): replace(KNOWN, reasons=True)}
    assert await learned.of("a") == replace(KNOWN, reasons=True, stream_options=False)
    await learned.keep_reasoning("a")
    assert len(store.saves) == 1


async def test_without_a_store_it_lasts_as_long_as_this_does() -> None:
    learned = Learned(HERE, None)
    await learned.keep("a", KNOWN)
    assert await learned.of("a") == KNOWN


class Broken(MemoryCapabilities):
    async def load(self, endpoint: str, model: str) -> Capabilities | None:
        raise RuntimeError("disk gone")

    async def save(self, endpoint: str, model: str, capabilities: Capabilities) -> None:
        raise OSError("disk full")


class Frozen(MemoryCapabilities):
    async def load(self, endpoint: str, model: str) -> Capabilities | None:
        await asyncio.Event().wait()
        return None

    async def save(self, endpoint: str, model: str, capabilities: Capabilities) -> None:
        await asyncio.Event().wait()


@pytest.mark.parametrize("store", [Broken(), Frozen()])
async def test_a_store_that_fails_or_freezes_is_done_without(
    store: MemoryCapabilities, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_STORE_SECONDS", 0.01)
    learned = Learned(HERE, store)
    assert await learned.of("a") == Capabilities()
    await learned.keep("a", KNOWN)
    assert await learned.of("a") == KNOWN
