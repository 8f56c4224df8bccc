"""A translation from a service: on its way, at its end, and stopped in the middle."""

from collections.abc import Callable
from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import MockServer, running_mock

LETTER = "Dear Ms Lin,\n\nThe first units left our warehouse this morning. They should reach you within nine days.\n"
LONG = "This sentence is one of many, and none of them is ever finished. " * 40
SLOW = ("--tps", "25")


def wait_until_gone(mock: MockServer) -> None:
    """Wait until the server has seen its client hang up in the middle of a reply."""
    mock.wait_for("client_gone", 1)


def begin(start_app: StartApp, home: Path, mock: MockServer) -> tuple[App, Window]:
    """Start the program and have it in the middle of a translation that would take minutes."""
    use_server(home, mock.base_url)
    app = start_app("--to", "de")
    window = Window(app)
    window.translate(LONG)
    window.wait_for_beginning()
    return app, window


def test_what_the_server_sends_is_read_as_it_comes_and_whole_at_the_end(start_app: StartApp, home: Path) -> None:
    with running_mock("--takes-s", "4") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        button = app.find("translateButton")
        window.source.type("How are you today? I am writing from the station.")
        assert button.name == "Translate"

        window.look_where_it_comes()
        app.key("ctrl+Return")
        beginning = window.wait_for_beginning()
        app.wait(lambda: button.name == "Stop", 5, "Stop")

        wanted = pseudo(window.source.text)
        assert wanted.startswith(beginning)
        assert len(beginning) < len(wanted)
        window.wait_for_translation(wanted)
        window.wait_for_status("Ready")
        assert button.name == "Translate"
        assert window.details.startswith("mock · ")
        assert " tokens" in window.details
        assert window.target.selection == (0, 0)
        assert [entry["gone"] for entry in mock.settled_log()] == [False]


def test_escape_stops_and_keeps_what_has_come(start_app: StartApp, home: Path) -> None:
    with running_mock(*SLOW) as mock:
        app, window = begin(start_app, home, mock)

        app.key("Escape")
        wait_until_gone(mock)

        window.wait_for_status("Stopped")
        assert window.details == "Stopped"
        assert window.target.text
        assert pseudo(LONG).startswith(window.target.text)
        assert app.find("translateButton").name == "Translate"


def test_stop_is_the_button_that_was_translate(start_app: StartApp, home: Path) -> None:
    with running_mock(*SLOW) as mock:
        app, window = begin(start_app, home, mock)
        button = app.find("translateButton", name="Stop")

        button.click()
        wait_until_gone(mock)

        window.wait_for_status("Stopped")
        app.wait(lambda: button.name == "Translate", 5, "Translate")


def test_an_edit_ends_the_translation_of_what_was_there_before(start_app: StartApp, home: Path) -> None:
    with running_mock(*SLOW) as mock:
        app, window = begin(start_app, home, mock)

        app.type("x")
        wait_until_gone(mock)

        window.wait_for_status("Stopped")
        window.translate("Another text.")
        window.wait_for_translation("Nabgure grkg.")


def test_asking_again_begins_anew(start_app: StartApp, home: Path) -> None:
    with running_mock(*SLOW) as mock:
        app, window = begin(start_app, home, mock)
        app.wait(lambda: len(window.target.text) > 40, 10, "a few words")

        app.key("ctrl+Return")
        wait_until_gone(mock)

        mock.wait_for("active", 1)
        app.wait(lambda: len(window.target.text) > 5, 10, "a new beginning")
        assert pseudo(LONG).startswith(window.target.text)


@pytest.mark.parametrize("way", ["the window manager", "Ctrl+Q", "SIGTERM"])
def test_closing_the_window_ends_the_connection_and_the_process(start_app: StartApp, home: Path, way: str) -> None:
    with running_mock(*SLOW) as mock:
        app, _ = begin(start_app, home, mock)
        ways: dict[str, Callable[[], object]] = {
            "the window manager": lambda: app.key("alt+F4"),
            "Ctrl+Q": lambda: app.key("ctrl+q"),
            "SIGTERM": app.process.terminate,
        }

        ways[way]()
        wait_until_gone(mock)

        assert app.wait_for_exit(5) == 0


def test_layout_comes_back_as_it_was(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        window = Window(start_app("--to", "de"))

        window.translate(LETTER)

        window.wait_for_translation(pseudo(LETTER))
