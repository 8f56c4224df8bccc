"""The key is nowhere in the window, its logs and its files, though servers repeat it, and though it crashes.

What is translated is kept in one place; in private mode, in none.
"""

import json
import os
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import SETTINGS, Window, use_server, write_settings
from tests.servers.echoing_server import ECHOES, echoing_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from tests.servers.trap import running_trap, variables
from tests.support.canary import KEY, content_of, files_with_hits, hits
from translator.settings import Service

DATABASE = Path(".local", "share", "translator", "translator.db")
TEXT = "A sentence that nobody else is to read."
MORE = "That is all she has said."
PRIVATE = "Marigold keeps nineteen lanterns in her attic."
GERMAN = {
    TEXT: "Ein Satz, den niemand sonst lesen soll.",
    PRIVATE: "Ringelblume bewahrt neunzehn Laternen auf ihrem Dachboden auf.",
    MORE: "Das ist alles, was sie gesagt hat.",
}
OWN_WORDS = ("Forgetmenot ", "Ringelblume", "Laternen", "Dachboden")
PRIVATE_WORDS = ("Marigold", "lanterns", "attic", *OWN_WORDS)
SHOWN = ("refused", "rejected", "spaced", "percent", "plain", "sse", "redirect", "redirect-percent", "limit")
# The loop's own debugging, and the fatal signal of the last part, which the shell of nobody hears.
TALK = "^Executing |^Using selector|^The task |^Incomplete|took "


def seen(app: App) -> list[str]:
    """Return what of the key is in the window, in what it wrote, or in what the system tells of it."""
    files = [Path(f"/proc/{app.process.pid}/{name}").read_bytes() for name in ("environ", "cmdline")]
    return [hit for where in (app.dump(), app.log, *app.announcements, *files) for hit in hits(where)]


def kept_in(home: Path, words: str) -> set[str]:
    """Return the names of the files below this folder, without what is added to a database's, that hold the words."""
    spelled = {words.lower().encode(), json.dumps(words).lower()[1:-1].encode(), words.lower().encode("utf-16-le")}
    holding = [path for path in home.rglob("*") if path.is_file() and any(s in _read(path) for s in spelled)]
    return {path.name.removesuffix("-wal").removesuffix("-shm") for path in holding}


def _read(path: Path) -> bytes:
    return content_of(path).lower()


def rows_of(database: Path) -> dict[str, int]:
    """Return how many rows there are of what was translated; to be asked when nobody has the database open."""
    with closing(sqlite3.connect(database)) as connection:
        tables = ("remembered", "units", "history", "history_index")
        return {table: connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0] for table in tables}


def store_key(app: App, service: str) -> None:
    """Keep the key for this service in the keyring of the app's own desktop."""
    environ = Path(f"/proc/{app.process.pid}/environ").read_bytes().decode().split("\0")
    environment = dict(pair.split("=", 1) for pair in environ if "=" in pair)
    subprocess.run(
        [sys.executable, "-m", "translator", "key", "set", "--service", service], env=environment, cwd=app.home,
        input=KEY.encode(), capture_output=True, check=True,
    )  # fmt: skip


def test_the_key_is_nowhere_to_be_seen(unlocked_keyring: Path, start_app: StartApp, home: Path) -> None:
    with running_mock("--require-key", KEY) as mock, echoing_server() as echoing:
        echoes = [Service(echo, f"Echo {echo}", base_url=echoing.base_url(echo), model="m") for echo in SHOWN]
        write_settings(home, [Service("mock", "Mock", base_url=mock.base_url, model="mock"), *echoes])
        app = start_app("--to", "de", environment={"PYTHONASYNCIODEBUG": "1", "OPENAI_API_KEY": KEY})
        app.expected_output = TALK
        for service in ("mock", *SHOWN):
            store_key(app, service)
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(pseudo(TEXT))
        assert not seen(app)

        for echo in SHOWN:
            assert echo in ECHOES
            window.choose_service(f"Echo {echo}")
            window.translate()
            app.wait(lambda: window.banner and echoing.keys, 30, f"a banner for {echo}")
            assert not seen(app), echo
            window.press("bannerCloseButton")
            app.wait(lambda: not window.banner, 5, "no banner")
        assert set(echoing.keys) == {KEY}
        window.press("settingsButton")
        app.find("settingsWindow")
        assert not seen(app)
        assert not files_with_hits(home), "as it runs"
    app.stop()
    assert not files_with_hits(home)
    assert b"mock" in (home / DATABASE).read_bytes(), "usage is kept, by the service's id"
    assert kept_in(home, TEXT) == {"translator.db", "session.json"}, "the history and the draft"
    assert not files_with_hits(unlocked_keyring), "the keyring keeps it encrypted"
    assert "Echo limit" in (home / SETTINGS).read_text()


def test_no_variable_leads_the_window_elsewhere(start_app: StartApp, home: Path) -> None:
    with running_trap() as trap, running_mock("--require-key", KEY) as mock:
        proxies = dict.fromkeys(("HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"), trap.url)
        app = start_app(
            "--to", "de", "--base-url", mock.base_url, "--model", "mock",
            environment={**variables(trap), **proxies, "OPENAI_API_KEY": KEY},
        )  # fmt: skip
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(pseudo(TEXT))
        assert trap.connections == []
        assert not seen(app)
        requests = json.dumps(mock.settled_log())
    assert "canary-" not in requests
    assert "x-canary" not in requests
    assert not files_with_hits(home)


def test_a_crash_is_told_at_the_next_start_without_text_and_key(
    unlocked_keyring: Path, start_app: StartApp, home: Path
) -> None:
    with running_mock("--require-key", KEY) as mock:
        write_settings(home, [Service("mock", "Mock", base_url=mock.base_url, model="mock")])
        app = start_app("--to", "de")
        store_key(app, "mock")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(pseudo(TEXT))
        os.kill(app.process.pid, signal.SIGSEGV)
        assert app.wait_for_exit() == -signal.SIGSEGV

        app.start("--to", "de")
        window = Window(app)
        app.wait(lambda: window.source_banner, 10, "the report's banner")
        assert window.source_banner == "Translator ended unexpectedly the last time."
        app.find("showCrashReportButton").press()
        report = app.find("crashReportField").text
        assert "Fatal Python error: Segmentation fault" in report
        assert "translator/" in report
        for private in (TEXT, pseudo(TEXT), str(home), KEY):
            assert private not in report
        assert not seen(app)
        app.stop()
        assert len(list((home / ".local/state/translator/crashes").iterdir())) == 1

        app.start()
        app.find("sourceEditor")
        assert not app.has("showCrashReportButton")
    assert not files_with_hits(home)


def test_in_private_mode_neither_text_nor_translation_is_kept_anywhere(start_app: StartApp, home: Path) -> None:
    with running_mock("--translations", json.dumps(GERMAN)) as mock:
        use_server(home, mock.base_url, translate_while_typing=False)
        app = start_app("--from", "en", "--to", "de")
        window = Window(app)
        window.translate(TEXT)  # so that there is a database to write into
        window.wait_for_translation(GERMAN[TEXT])
        window.wait_for_status("Ready")
        app.key("ctrl+shift+p")
        window.wait_for_status("Private mode: nothing is kept")

        window.translate(PRIVATE)
        window.wait_for_translation(GERMAN[PRIVATE])
        window.wait_for_status("Ready")
        app.key("ctrl+shift+c")
        app.wait(lambda: app.desktop.clipboard() == GERMAN[PRIVATE], 5, "the copy, which teaches the memory")
        edit_by_hand(window, "Forgetmenot ")
        window.translate(f"{PRIVATE}\n\n{MORE}")
        window.wait_for_translation(f"Forgetmenot {GERMAN[PRIVATE]}\n\n{GERMAN[MORE]}")
        window.wait_for_status("Ready")
        app.key("ctrl+h")
        app.wait(lambda: app.find("historyCountLabel").text == "1 translation", 5, "the first translation alone")
        app.key("Escape")
        assert not private_in(home), "while it runs"
        app.kill()
    assert not private_in(home), "as it was when it ended without a word"
    assert rows_of(home / DATABASE) == {"remembered": 1, "units": 0, "history": 1, "history_index": 1}

    app.start()
    assert Window(app).source.text == TEXT
    app.stop()
    assert not private_in(home), "at the next start"


def edit_by_hand(window: Window, typed: str) -> None:
    """Type this to the beginning of the translation."""
    before = window.target.text
    window.app.key("ctrl+e")
    window.app.wait(lambda: window.app.find("editTargetButton").is_checked, 5, "the translation to be edited")
    window.target.click_letter(0)
    window.app.type(typed)
    window.wait_for_translation(typed + before)


def private_in(home: Path) -> dict[str, set[str]]:
    """Return which of the private words are in which files."""
    return {word: files for word in PRIVATE_WORDS if (files := kept_in(home, word))}
