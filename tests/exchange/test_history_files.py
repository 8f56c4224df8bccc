"""The history in a file of the user's, from the database."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from tests.fakes.history import ListedHistory, entry_of
from translator.exchange.history_files import HistoryExport
from translator.storage.atomic_file import CannotSave
from translator.translation.history import HistoryEntry, HistoryUnusable

ENTRIES = [entry_of("Guten Tag.", "Good day."), entry_of("=1+1", "=2", minutes=-1, is_starred=True)]


class Failing(ListedHistory):
    """Breaks off after the first entry."""

    async def every(self, query: str = "", *, starred: bool = False) -> AsyncIterator[HistoryEntry]:
        async for entry in super().every(query, starred=starred):
            yield entry
            raise HistoryUnusable("gone")


def export(store: ListedHistory) -> HistoryExport:
    return HistoryExport(store, str)


@pytest.mark.parametrize(
    ("name", "begins", "holds"),
    [
        ("out.csv", "\ufefftime,", "Guten Tag.,Good day."),
        ("out", "\ufefftime,", "'=1+1,'=2"),
        ("out.MD", "# History", "> Guten Tag."),
        ("out.tmx", "<?xml", "<seg>Guten Tag.</seg>"),
    ],
)
async def test_the_name_of_the_file_says_what_it_becomes(tmp_path: Path, name: str, begins: str, holds: str) -> None:
    path = tmp_path / name
    assert await export(ListedHistory(ENTRIES)).write(path) == 2
    written = path.read_text("utf-8")
    assert written.startswith(begins)
    assert holds in written
    assert [p.name for p in tmp_path.iterdir()] == [name]  # noqa: ASYNC240 - likewise


async def test_only_what_was_looked_for_is_written(tmp_path: Path) -> None:
    store = export(ListedHistory(ENTRIES))
    assert await store.write(tmp_path / "a", "guten") == 1
    assert await store.write(tmp_path / "b", "", starred=True) == 1
    assert await store.write(tmp_path / "c", "guten", starred=True) == 0


async def test_a_history_that_breaks_off_leaves_the_old_file(tmp_path: Path) -> None:
    path = tmp_path / "out.csv"
    path.write_text("old")
    with pytest.raises(HistoryUnusable):
        await export(Failing(ENTRIES)).write(path)
    assert path.read_text() == "old"
    assert [p.name for p in tmp_path.iterdir()] == ["out.csv"]  # noqa: ASYNC240 - likewise


async def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(CannotSave, match="No such file"):
        await export(ListedHistory(ENTRIES)).write(tmp_path / "gone" / "out.csv")
