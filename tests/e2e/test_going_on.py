"""A service that asks for patience, and translations that break off, are stopped, and go on."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import MockServer, running_mock

LINES = [
    "The first train leaves at nine.",
    "The second one leaves at ten.",
    "Please bring your tickets along.",
    "We shall meet at the station.",
]
TEXT = "\n".join(LINES)


def asked(mock: MockServer) -> list[str]:
    """Return what each request asked for, as it was sent, without what went along for context."""
    bodies = [str(record["body"]) for record in mock.settled_log()]
    return [body.rpartition("<source>")[2] for body in bodies if "<source>" in body]


def test_a_service_that_asks_to_wait_can_be_hurried_and_left(start_app: StartApp, home: Path) -> None:
    with running_mock("--fault", "http429", "--retry-after", "60") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)

        window.wait_for_banner("Mock asks to wait")
        assert window.buttons() == ["retryNowButton", "stopWaitingButton"]
        assert window.status == "Waiting"
        assert len(asked(mock)) == 1
        window.press("retryNowButton")
        app.wait(lambda: len(asked(mock)) == 2, 10, "another request")

        window.wait_for_banner("Mock asks to wait")
        window.press("stopWaitingButton")
        window.wait_for_status("Stopped")
        assert not window.banner


def test_what_broke_off_goes_on_with_the_rest(start_app: StartApp, home: Path) -> None:
    with running_mock("--fault", "length") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_banner("Incomplete: the model stopped at its length limit.")
        first = window.target.text
        assert pseudo(TEXT).startswith(first)

        window.press("continueButton")

        app.wait(lambda: len(window.target.text) > len(first), 10, "more of the translation")
        window.wait_for_banner("Incomplete: the model stopped at its length limit.")
        assert pseudo(TEXT).startswith(window.target.text)
        assert LINES[0] in asked(mock)[0]
        assert LINES[0] not in asked(mock)[-1]
        assert LINES[-1] in asked(mock)[-1]


def test_what_was_stopped_goes_on_with_the_rest(start_app: StartApp, home: Path) -> None:
    with running_mock("--tps", "8") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        app.wait(lambda: window.target.text.count("\n") >= 1, 20, "a second line")
        app.key("Escape")
        window.wait_for_banner("Stopped.")
        assert window.buttons() == ["continueButton", "retryButton"]

        window.press("continueButton")

        window.wait_for_translation(pseudo(TEXT), 30)
        window.wait_for_status("Ready")
        assert LINES[0] not in asked(mock)[-1]


def test_a_wait_whose_notice_is_closed_is_counted_in_the_status_line(start_app: StartApp, home: Path) -> None:
    with running_mock("--fault", "http429", "--retry-after", "60") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_banner("Mock asks to wait")

        window.press("bannerCloseButton")

        app.wait(lambda: window.status.startswith("Waiting, "), 5, "the seconds")
        before = window.status
        app.wait(lambda: window.status.startswith("Waiting, ") and window.status != before, 5, "a second less")
        assert not window.banner
