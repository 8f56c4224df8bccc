"""The first minutes: how to translate is asked, and nothing waits for the answer."""

import socket
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import SETTINGS, Window
from tests.servers.mock_text import pseudo
from tests.servers.processes import MockServer, running_mock
from translator.presets import PRESETS
from translator.storage.settings.settings_file import SettingsFile

KEY = "sk-made-up-0123456789abcdefghijklmnop"
NOWHERE = {"HTTPS_PROXY": "http://127.0.0.1:9"}
"""Nobody answers there, so that no key that is made up here goes to its service to be checked."""
DEMO_SAYS = "This is the demo: it changes letters and translates nothing."


def files_with(folder: Path, text: str) -> list[Path]:
    """Return the files anywhere in the folder that hold this text."""
    return [path for path in folder.rglob("*") if path.is_file() and text.encode() in path.read_bytes()]


def is_seen(app: App, text: str) -> bool:
    """Return whether anything in the accessible tree shows this text, in sight or not."""
    return text in app.dump()


def key_command(app: App, *arguments: str) -> int:
    """Run ``translator key`` on the same desktop and home; return its exit status."""
    command = [sys.executable, "-m", "translator", "key", *arguments]
    # The program's own environment: another would lead to another keyring.
    environment = dict(pair.split("=", 1) for pair in process_file(app, "environ").split("\0") if "=" in pair)
    return subprocess.run(command, env=environment, cwd=app.home, capture_output=True, check=False).returncode


def process_file(app: App, name: str) -> str:
    """Return what the system tells of the running process under this name."""
    return Path(f"/proc/{app.process.pid}/{name}").read_text(encoding="utf-8", errors="replace")


@contextmanager
def local_mock() -> Iterator[tuple[MockServer, str]]:
    """Run the mock on a usual port of a local server that is free here; yield it and that server's name."""
    for preset in (preset for preset in PRESETS if preset.is_local):
        port = urlsplit(preset.base_url).port
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                continue
        with running_mock("--port", str(port), "--models", "llama-mock") as mock:
            yield mock, preset.name
        return
    raise AssertionError("servers run on all the usual ports")


def test_the_question_waits_while_one_types_and_tries(start_app: StartApp) -> None:
    app = start_app()
    window = Window(app)
    app.find("welcomePanel")
    assert window.source.is_focused
    assert window.status == "Demo, until you choose a service"

    window.source.type("Nothing keeps me from typing.")
    assert app.has("welcomePanel")
    app.key("ctrl+Return")
    window.wait_for_banner(DEMO_SAYS)
    assert len(window.target.text) >= len(window.source.text)
    assert not app.has("welcomePanel")

    window.press("chooseServiceButton")
    app.find("welcomePanel")


def test_the_demo_is_chosen_for_good(start_app: StartApp) -> None:
    app = start_app()
    window = Window(app)

    window.press("welcomeDemoButton")
    app.wait(lambda: not app.has("welcomePanel"), 5, "no panel")
    app.wait(lambda: app.find("serviceButton").name == "Service: Demo (pseudo-translation)", 5, "the demo's name")
    window.translate("A sentence.")
    app.wait(lambda: window.status == "Ready" and window.target.text, 10, "the translation")
    assert not window.banner

    app.restart()
    assert Window(app).status == "Ready"
    assert not app.has("welcomePanel")


def test_translating_while_typing_is_asked_for_here(start_app: StartApp, home: Path) -> None:
    app = start_app()
    switch = app.find("welcomeTypingSwitch")
    assert not switch.is_checked

    switch.press()

    app.wait(lambda: switch.is_checked, 5, "the switch on")
    settings = SettingsFile(home / SETTINGS)
    app.wait(lambda: settings.load().settings.translate_while_typing, 5, "the setting in its file")


def test_a_key_goes_into_the_keyring_and_nowhere_else(unlocked_keyring: Path, start_app: StartApp, home: Path) -> None:
    app = start_app(environment=NOWHERE)
    field = app.find("welcomeKeyField")
    field.type(KEY)
    assert field.is_secret
    assert not is_seen(app, KEY)

    app.find("welcomeKeySaveButton").press()

    problem = app.find("welcomeKeyProblem", timeout=20)
    assert problem.text.startswith("OpenAI could not be reached: ")
    app.find("welcomeKeyUncheckedButton").press()
    app.wait(lambda: app.find("serviceButton").name.startswith("Service: OpenAI"), 10, "the service")
    assert not app.has("welcomePanel")
    assert key_command(app, "status", "--service", "OpenAI") == 0
    for hidden in (process_file(app, "cmdline"), process_file(app, "environ"), app.dump(), app.log):
        assert KEY not in hidden
    app.restart()
    app.wait(lambda: app.find("serviceButton").name.startswith("Service: OpenAI"), 10, "the service")
    assert not is_seen(app, KEY)
    assert key_command(app, "delete", "--service", "OpenAI") == 0
    assert key_command(app, "status", "--service", "OpenAI") == 4
    app.stop()
    assert not files_with(home, KEY)
    assert not files_with(unlocked_keyring, KEY)


def test_without_a_keyring_the_key_can_serve_this_session(start_app: StartApp, home: Path) -> None:
    app = start_app(environment=NOWHERE)
    app.find("welcomeKeyField").type(KEY)
    app.key("Return")

    problem = app.find("welcomeKeyProblem", timeout=15)
    assert problem.text == "This system has no keyring to keep the key in."
    app.find("welcomeKeySessionButton").press()
    app.wait(lambda: problem.text.startswith("OpenAI could not be reached: "), 20, "what is wrong with the network")
    app.find("welcomeKeyUncheckedButton").press()

    app.wait(lambda: app.find("serviceButton").name.startswith("Service: OpenAI"), 10, "the service")
    assert not is_seen(app, KEY)
    app.stop()
    assert not files_with(home, KEY)


def test_a_key_that_no_service_could_have_given_is_told_at_once(start_app: StartApp) -> None:
    app = start_app()
    app.desktop.copy("clé secrète")
    app.find("welcomeKeyField").focus()
    app.key("ctrl+v", "Return")

    assert app.find("welcomeKeyProblem").text.startswith("The key for OpenAI holds characters that no key has")
    assert not app.has("welcomeKeySessionButton")


def test_a_local_server_is_found_and_one_press_translates_with_it(start_app: StartApp) -> None:
    app = start_app()
    panel = app.find("welcomePanel")
    with local_mock() as (mock, name):
        button = app.find(role="push button", name=f"Use {name}", timeout=15)
        assert "Nothing leaves this computer." in "".join(node.text for node in panel.walk() if node.role == "label")

        button.press()

        window = Window(app)
        window.wait_for_status("Ready")
        assert not app.has("welcomePanel")
        window.translate("Is anybody at home?")
        window.wait_for_translation(pseudo("Is anybody at home?"))
        assert mock.settled_log()[-1]["target"] == "/v1/chat/completions"
