"""The key is nowhere in the window, its logs and its files, though servers repeat it, and though it crashes."""

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import SETTINGS, Window, write_settings
from tests.servers.echoing_server import ECHOES, echoing_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from tests.servers.trap import running_trap, variables
from tests.support.canary import KEY, files_with_hits, hits
from translator.settings import Service

TEXT = "A sentence that nobody else is to read."
SHOWN = ("refused", "rejected", "spaced", "percent", "plain", "sse", "redirect", "redirect-percent", "limit")
# The loop's own debugging, and the fatal signal of the last part, which the shell of nobody hears.
TALK = "^Executing |^Using selector|^The task |^Incomplete|took "


def seen(app: App) -> list[str]:
    """Return what of the key is in the window, in what it wrote, or in what the system tells of it."""
    files = [Path(f"/proc/{app.process.pid}/{name}").read_bytes() for name in ("environ", "cmdline")]
    return [hit for where in (app.dump(), app.log, *app.announcements, *files) for hit in hits(where)]


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
    database = home / ".local/share/translator/translator.db"
    assert b"mock" in database.read_bytes(), "usage is kept, by the service's id"
    assert not any(TEXT.encode() in path.read_bytes() for path in database.parent.iterdir())
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
        requests = json.dumps(mock.log)
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
