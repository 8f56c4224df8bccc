"""A damaged database with a copy of it: nothing is moved before the copy is there, whatever goes wrong on the way."""

from pathlib import Path

import pytest

from tests.storage.database.test_opening import keep, kept, names, run_with_little_room
from translator.storage.database.migrations import MIGRATIONS

BACKUP = f"translator.db.backup-{len(MIGRATIONS) - 1}"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A damaged database, of which there is a copy."""
    path = tmp_path / "data" / "translator.db"
    keep(path, "old", migrations=MIGRATIONS[:-1])
    keep(path, "lost")
    path.write_text("damaged")
    return path


def test_on_a_full_disk_it_stays_where_it_is_and_is_set_aside_once_when_there_is_room(path: Path) -> None:
    printed = run_with_little_room(
        path,
        f"""
import os
folder = {str(path.parent)!r}
for size in (0, 2_000, 20_000):
    room(size)
    for number in range(2):
        there = await takes(learning("second"))
        print(there, sorted(os.listdir(folder)), "at the moment" in database.notice, "copy" in database.notice)
room(most[0])
await database.run(learning("third"))
print(await database.read(learned), "an earlier copy is used" in database.notice)
""",
    )
    before = ["translator.db", BACKUP, "translator.db.lock"]
    assert printed == f"False {before} True False\n" * 6 + "['old', 'third'] True\n"
    assert names(path) == ["translator.db", BACKUP, "translator.db.unreadable-1"]
    assert kept(path) == ["old", "third"]


def test_a_copy_that_cannot_take_its_place_leaves_it_there(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = Path.replace

    def held(self: Path, target: Path) -> Path:
        if self.suffix == ".new" and target == path:
            raise PermissionError(13, "Permission denied")
        return replace(self, target)

    path.with_name("translator.db-wal").write_bytes(b"its log")
    with monkeypatch.context() as patched:
        patched.setattr(Path, "replace", held)
        assert "Nothing can be kept" in keep(path, "new")
    assert path.read_text() == "damaged"
    assert names(path) == ["translator.db", "translator.db-wal", BACKUP]
    assert "an earlier copy is used" in keep(path)
    assert kept(path) == ["old"]


def test_what_a_process_that_was_killed_has_left_of_a_copy_is_no_hindrance(path: Path) -> None:
    path.with_name("translator.db.new").write_text("half of it")
    assert "an earlier copy is used" in keep(path)
    assert names(path) == ["translator.db", BACKUP, "translator.db.unreadable-1"]
    assert kept(path) == ["old"]


def test_a_copy_is_looked_at_without_a_file_made_beside_it(path: Path) -> None:
    """On a full disk none can be made, and a good copy would be passed over for that."""
    for suffix in ("-wal", "-shm"):
        path.with_name(BACKUP + suffix).mkdir()
    assert "an earlier copy is used" in keep(path)
    for suffix in ("-wal", "-shm"):
        path.with_name(BACKUP + suffix).rmdir()
