"""What is known of models: asked for once, kept when proven, and never a reason to fail."""

import asyncio

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
