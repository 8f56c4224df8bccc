"""A window whose database is not as it should be: it starts, translates, and says what happened."""

import contextlib
import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock

DATABASE = Path(".local", "share", "translator", "translator.db")
TEXT = "A letter from the sea."


def _newer(path: Path) -> None:
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("CREATE TABLE theirs (x)")
        connection.execute("PRAGMA application_id = 0x5472616E")
        connection.execute("PRAGMA user_version = 999")


def _without_log(path: Path) -> None:
    """Leave no way to make a log beside the database."""
    with contextlib.closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA application_id = 0x5472616E")
    path.with_name(path.name + "-shm").mkdir()


@pytest.mark.parametrize(
    ("damage", "said", "kept_as"),
    [
        (lambda path: path.write_bytes(b"Not a database at all. " * 100), "a new one was begun", "unreadable-1"),
        (_newer, "is of a newer version of Translator and is left as it is", ""),
        (_without_log, "Nothing can be kept in", ""),
    ],
    ids=["corrupt", "newer", "unwritable"],
)
def test_it_translates_says_what_happened_and_keeps_the_file(
    start_app: StartApp, home: Path, damage: Callable[[Path], object], said: str, kept_as: str
) -> None:
    database = home / DATABASE
    database.parent.mkdir(parents=True)
    damage(database)
    content = database.read_bytes()
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)

        window.translate(TEXT)

        window.wait_for_translation(pseudo(TEXT))
        app.wait(lambda: said in window.source_banner, 10, "the notice")
        kept = database.with_name(f"{database.name}.{kept_as}") if kept_as else database
        assert kept.read_bytes() == content
        app.key("ctrl+q")
        assert app.wait_for_exit() == 0
