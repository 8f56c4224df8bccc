"""What every CapabilityStore keeps to (translator.translation.capabilities)."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.capabilities import MemoryCapabilities
from translator.storage.capability_store import CapabilitiesInDatabase
from translator.storage.database.database import Database
from translator.translation.capabilities import Capabilities, CapabilityStore

HERE, THERE = "https://a.example/v1", "http://127.0.0.1:1/v1"
STRICT = Capabilities(
    stream_options=False,
    temperature=False,
    reasons=True,
    least_effort="minimal",
    reply_limit="max_tokens",
    response_format="none",
    refused_efforts=("high", "low"),
)


@pytest.fixture(params=["fake", "file", "memory", "private"])
async def store(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[CapabilityStore]:
    if request.param == "fake":
        yield MemoryCapabilities()
        return
    database = Database(None if request.param == "memory" else tmp_path / "translator.db")
    yield CapabilitiesInDatabase(database, is_private=lambda: request.param == "private")
    await database.close()


async def test_what_was_not_learned_is_not_known(store: CapabilityStore) -> None:
    assert await store.load(HERE, "m") is None
    assert await store.models_of(HERE) == {}


async def test_what_was_learned_comes_back_in_full(store: CapabilityStore) -> None:
    await store.save(HERE, "m", STRICT)
    assert await store.load(HERE, "m") == STRICT


async def test_the_latest_takes_the_place_of_what_was_known(store: CapabilityStore) -> None:
    await store.save(HERE, "m", STRICT)
    await store.save(HERE, "m", Capabilities())
    assert await store.models_of(HERE) == {"m": Capabilities()}


async def test_each_endpoint_and_each_model_has_its_own(store: CapabilityStore) -> None:
    await store.save(HERE, "m", STRICT)
    await store.save(HERE, "n", Capabilities())
    await store.save(THERE, "m", Capabilities(reasons=True))
    assert await store.models_of(HERE) == {"m": STRICT, "n": Capabilities()}
    assert await store.load(THERE, "m") == Capabilities(reasons=True)
    assert await store.load(THERE, "n") is None
