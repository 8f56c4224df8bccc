"""What the window says, and offers, where a service does not do what it should."""

import socket
from dataclasses import dataclass
from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server, write_settings
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.settings import Service

TEXT = "The train leaves at nine. Please be there in time, and bring the tickets with you."


@dataclass(frozen=True)
class Trouble:
    """A fault of the mock; what the banner begins with, its buttons, the status, and whether text arrived."""

    fault: str
    sentence: str
    buttons: tuple[str, ...]
    status: str = "Not translated"
    partial: bool = False

    @property
    def service(self) -> str:
        """The name of the service that has it."""
        return f"With {self.fault}"


SETTINGS, RETRY, KEEP = "openSettingsButton", "retryButton", "keepPartialButton"
HELP = "whatCanIDoButton"
GO_ON = "continueButton"
TROUBLES = (
    Trouble("http401", "With http401 wants a key, and none has been given.", ("enterKeyButton", RETRY)),
    Trouble("http429", "With http429 accepts no more requests until ", (RETRY,)),
    Trouble("quota", "Your account at With quota has no credit left.", (SETTINGS, RETRY)),
    Trouble("http404", "With http404 does not know the model ", ("chooseModelButton", RETRY)),
    Trouble("html200", "What answers at the address of With html200 is not an OpenAI API.", (SETTINGS, RETRY)),
    Trouble("http500", "With http500 failed: ", (RETRY,)),
    Trouble("redirect", "With redirect wants the text to go to elsewhere.example/", (SETTINGS, RETRY)),
    Trouble("length", "Incomplete: the model stopped at its length limit.", (GO_ON, RETRY, KEEP), "Incomplete", True),
    Trouble("content_filter", "Incomplete: the service's content filter", (GO_ON, RETRY, KEEP), "Incomplete", True),
    Trouble(
        "reset",
        "The connection to With reset broke off. The part already translated is kept.",
        (GO_ON, RETRY, KEEP), "Incomplete", True,
    ),
)  # fmt: skip


def closed_port() -> int:
    """Return a port on which nobody listens."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def test_each_trouble_has_its_sentence_and_its_next_steps(start_app: StartApp, home: Path) -> None:
    with running_mock("--retry-after", "180") as mock:
        services = [Service(t.fault, t.service, base_url=mock.base_url, model=f"mock+{t.fault}") for t in TROUBLES]
        write_settings(home, services)
        window = Window(start_app("--to", "de"))
        window.write(TEXT)

        for trouble in TROUBLES:
            window.choose_service(trouble.service)
            window.translate()
            window.wait_for_banner(trouble.sentence)
            # The same sentence, with other buttons, says before that what is tried again.
            window.app.wait(
                lambda t=trouble: sorted(window.buttons()) == sorted([*t.buttons, HELP]), 20, f"buttons of {trouble}"
            )
            window.wait_for_banner(trouble.sentence)

            assert window.status == trouble.status, trouble
            assert bool(window.target.text) == trouble.partial, trouble
            assert pseudo(TEXT).startswith(window.target.text), trouble
            assert "{" not in window.banner, trouble


def test_keeping_the_part_takes_the_banner_away_and_nothing_else(start_app: StartApp, home: Path) -> None:
    with running_mock("--fault", "reset") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_banner("The connection to Mock broke off.")
        part = window.target.text

        window.press("keepPartialButton")

        app.wait(lambda: not window.banner, 5, "no banner")
        assert window.target.text == part
        assert window.status == "Incomplete"


def test_retry_works_once_the_server_is_there(start_app: StartApp, home: Path) -> None:
    port = closed_port()
    use_server(home, f"http://127.0.0.1:{port}/v1")
    app = start_app("--to", "de")
    window = Window(app)
    window.translate(TEXT)
    window.wait_for_banner("Mock could not be reached: the connection to 127.0.0.1")
    assert window.buttons() == [RETRY, HELP]
    assert window.status == "Not translated"

    window.press(HELP)
    app.wait(lambda: app.find("guidePage").name == "Troubleshooting", 10, "what the guide says of it")
    app.key("Escape")
    app.wait(lambda: not app.has("guideWindow"), 5, "no guide")
    app.key("F1")
    app.wait(lambda: app.find("guidePage").name == "User guide", 10, "the guide's first page")
    app.key("ctrl+f")
    app.find("guideSearchField").type("seahorse")
    app.key("Return")
    app.wait(lambda: app.find("guidePage").name == "Troubleshooting", 10, "what was searched for")
    app.key("Escape", "Escape")
    app.wait(lambda: not app.has("guideWindow"), 5, "no guide")

    with running_mock("--port", str(port)):
        window.press("retryButton")

        window.wait_for_translation(pseudo(TEXT))
        window.wait_for_status("Ready")
        assert not window.banner


def test_a_service_without_a_model_takes_the_one_it_knows_or_asks(start_app: StartApp, home: Path) -> None:
    with running_mock("--models", "first,second") as mock:
        services = [
            Service("unknown", "Unknown", base_url=mock.base_url),
            Service("llamacpp", "Known", preset="llamacpp", base_url=mock.base_url),
        ]
        write_settings(home, services)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_banner("No model is chosen for Unknown.")
        assert sorted(window.buttons()) == ["chooseModelButton", RETRY, HELP]

        window.choose_service("Known")
        window.translate()

        window.wait_for_translation(pseudo(TEXT))
        app.wait(lambda: app.find("serviceButton").name == "Service: Known · first", 5, "the model's name")
