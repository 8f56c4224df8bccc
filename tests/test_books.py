"""What is kept is kept to the last."""

from pathlib import Path

import pytest

from tests.fakes.memory import key_of
from translator.books import make_books
from translator.places import find_places
from translator.settings import Budget


async def test_what_was_looked_up_last_is_noted_when_the_books_are_closed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    at = []
    for _ in range(2):
        books = make_books(find_places(), Budget)
        at.append(await books.database.read(lambda c: c.execute("SELECT used > made FROM remembered").fetchall()))
        if not await books.memory.exact([key_of("Hello")]):
            await books.memory.remember([(key_of("Hello"), "Hallo")])
            await books.memory.exact([key_of("Hello")])
        await books.close()
    assert at == [[], [(1,)]]
