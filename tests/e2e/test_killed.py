"""The running program is killed, again and again, and nothing that it had finished is lost."""

import contextlib
import sqlite3
import time
from pathlib import Path
from random import Random, SystemRandom

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from tests.soak.acknowledged import faults_of

KILLS = 10
DATABASE = Path(".local", "share", "translator", "translator.db")
LONGEST_WAIT = 0.4
"""Seconds between the last thing that was finished and the kill: what is begun then is broken off anywhere."""


def requests_in(database: Path) -> int:
    """Return how many requests are in the database; 0 where there is none yet."""
    if not database.exists():
        return 0
    with contextlib.closing(sqlite3.connect(database)) as connection:
        return int(connection.execute("SELECT count(*) FROM usage").fetchone()[0])


def translate_some(app: App, number: int, texts: int) -> None:
    """Translate so many texts to their ends, and begin another."""
    window = Window(app)
    for part in range(texts):
        text = f"This is letter {number}, part {part}."
        window.translate(text)
        window.wait_for_translation(pseudo(text))
        window.wait_for_status("Ready")
    window.translate(f"This is letter {number}, and it is never finished.")


def test_ten_kills_lose_nothing_that_was_finished(start_app: StartApp, home: Path) -> None:
    seed = SystemRandom().randrange(2**32)
    random, finished = Random(seed), 0
    with running_mock("--tps", "60") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        for number in range(KILLS):
            texts = random.randrange(3)
            translate_some(app, number, texts)
            finished += texts
            time.sleep(random.uniform(0, LONGEST_WAIT))  # a random moment: nothing is waited for
            app.kill()

            assert faults_of(home / DATABASE) == [], f"seed {seed}"
            assert requests_in(home / DATABASE) >= finished, f"seed {seed}"
            app.start()
        assert not list((home / DATABASE).parent.glob("*.unreadable-*"))
        assert Window(app).source_banner == ""
