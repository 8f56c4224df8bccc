"""What is done in the first moment, while all but the window is still being loaded."""

from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.window import SETTINGS, Window, use_demo, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.storage.settings.settings_file import SettingsFile


def test_a_translation_asked_for_at_once_waits_for_its_engine(start_app: StartApp, home: Path, tmp_path: Path) -> None:
    letter = "A draft from the last time, to be translated now."
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        Window(app).write(letter)
        app.key("ctrl+q")
        app.wait_for_exit()

        app.start()
        app.key("ctrl+Return")

        Window(app).wait_for_translation(pseudo(letter))


@pytest.mark.parametrize("way", ["Ctrl+comma", "settingsButton"])
def test_settings_asked_for_at_once_open(start_app: StartApp, home: Path, way: str) -> None:
    use_demo(home)
    app = start_app()

    if way == "settingsButton":
        app.find(way).press()
    else:
        app.key("ctrl+comma")

    app.find("settingsWindow")


def test_private_mode_chosen_at_once_is_private(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app()

    app.key("ctrl+shift+p")

    Window(app).wait_for_status("Private mode: nothing is kept")
    assert app.find("privateModeButton").is_checked
    Window(app).write("Unseen")
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0
    assert not [path for path in home.rglob("*") if path.is_file() and b"Unseen" in path.read_bytes()]


def test_a_window_closed_at_once_ends_the_process(start_app: StartApp) -> None:
    app = start_app()

    app.key("alt+F4")
    try:
        status = app.wait_for_exit(4)
    except TimeoutError:
        # On a busy machine the window manager now and then misses a key right after it gave a window the keyboard.
        app.key("alt+F4")
        status = app.wait_for_exit(10)

    assert status == 0


def test_a_service_given_on_the_command_line_serves_one_run(start_app: StartApp, home: Path) -> None:
    with running_mock("--models", "one,two") as mock:
        app = start_app("--to", "de", "--base-url", mock.base_url, "--model", "two")
        window = Window(app)
        assert not app.has("welcomePanel")

        window.translate("For once only.")

        window.wait_for_translation(pseudo("For once only."))
        assert '"two"' in mock.settled_log()[-1]["body"]
        app.key("ctrl+q")
        assert app.wait_for_exit() == 0
        assert SettingsFile(home / SETTINGS).load().settings.is_first_run
