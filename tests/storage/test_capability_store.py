"""Capabilities in the database: what lasts, what is private, what another version wrote."""

import sqlite3
from pathlib import Path

import pytest

from translator.storage.capability_store import CapabilitiesInDatabase
from translator.storage.database.database import Database
from translator.translation.capabilities import Capabilities

HERE = "https://a.example/v1"
STRICT = Capabilities(stream_options=False, reasons=True, refused_efforts=("high",))


async def test_what_was_learned_is_known_to_another_process(database: Database, tmp_path: Path) -> None:
    await CapabilitiesInDatabase(database).save(HERE, "m", STRICT)
    other = Database(tmp_path / "translator.db")
    assert await CapabilitiesInDatabase(other).load(HERE, "m") == STRICT
    await other.close()


async def test_what_is_learned_in_private_is_known_in_this_run_alone(database: Database) -> None:
    private = [False]
    store = CapabilitiesInDatabase(database, lambda: private[0])
    await store.save(HERE, "before", STRICT)
    private[0] = True
    await store.save(HERE, "m", STRICT)
    assert list(await store.models_of(HERE)) == ["before", "m"]
    assert list(await CapabilitiesInDatabase(database).models_of(HERE)) == ["before"]
    private[0] = False
    await store.save(HERE, "m", Capabilities())
    assert await CapabilitiesInDatabase(database).load(HERE, "m") == Capabilities()
    assert await store.load(HERE, "m") == Capabilities()


async def test_a_closed_database_is_no_error_and_the_run_still_knows(database: Database) -> None:
    store = CapabilitiesInDatabase(database)
    await database.close()
    await store.save(HERE, "m", STRICT)
    assert await store.load(HERE, "m") == STRICT


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ('{"reasons": true, "colour": "blue"}', Capabilities(reasons=True)),
        ('{"reasons": 1, "temperature": null, "least_effort": "low"}', Capabilities(least_effort="low")),
        ('{"reply_limit": "max_bytes", "response_format": "none"}', Capabilities(response_format="none")),
        ('{"reply_limit": ["max_tokens"]}', Capabilities()),
        ('{"refused_efforts": ["high", "max"]}', Capabilities(refused_efforts=("high", "max"))),
        ('{"refused_efforts": [1]}', Capabilities()),
        ('{"refused_efforts": "high"}', Capabilities()),
        ("{}", Capabilities()),
        ("[]", Capabilities()),
        ("not json", Capabilities()),
        ("[" * 100_000, Capabilities()),
    ],
)
async def test_what_this_version_does_not_know_is_left_at_its_default(
    database: Database, written: str, read: Capabilities
) -> None:
    def write(connection: sqlite3.Connection) -> None:
        connection.execute("INSERT INTO capabilities VALUES (?, 'm', ?)", (HERE, written))

    await database.run(write)
    assert await CapabilitiesInDatabase(database).load(HERE, "m") == read


async def test_a_name_that_cannot_be_encoded_is_no_trouble(database: Database) -> None:
    store = CapabilitiesInDatabase(database)
    await store.save(HERE, "m\ud800", STRICT)
    assert await store.load(HERE, "m\ud800") == STRICT


@pytest.mark.parametrize("sees", [True, False, None])
async def test_whether_a_model_reads_pictures_is_kept(database: Database, tmp_path: Path, sees: bool | None) -> None:
    await CapabilitiesInDatabase(database).save(HERE, "m", Capabilities(sees=sees))
    other = Database(tmp_path / "translator.db")
    assert await CapabilitiesInDatabase(other).load(HERE, "m") == Capabilities(sees=sees)
    await other.close()
