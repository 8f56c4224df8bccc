"""A database in a file of its own."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from translator.storage.database.database import Database


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "translator.db"


@pytest.fixture
async def database(path: Path) -> AsyncIterator[Database]:
    made = Database(path)
    yield made
    await made.close()
