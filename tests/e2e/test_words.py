"""Word by word in the real window: alternatives to a word, and the entry of a term."""

import json
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.processes import MockServer, running_mock

SOURCE = "I like the old house. It is quiet there."
TARGET = "Ich mag das alte Haus. Dort ist es ruhig."
ALTERNATIVES = [
    {"wording": "liebe", "gloss": "stronger feeling", "sentence": "Ich liebe das alte Haus."},
    {"wording": "habe … gern", "gloss": "everyday, warm", "sentence": "Ich habe … gern das alte Haus."},
    {"wording": "schätze", "gloss": "with respect", "sentence": "Ich schätze das alte Haus."},
]
ENTRY = {
    "headword": "run",
    "pronunciation": "/rʌn/",
    "senses": [
        {
            "part_of_speech": "verb",
            "register": "",
            "translations": ["laufen", "rennen"],
            "examples": [{"source": "She runs every day.", "target": "Sie läuft jeden Tag."}],
        },
        {"part_of_speech": "noun", "register": "informal", "translations": ["der Lauf"], "examples": []},
    ],
    "forms": [{"name": "past", "form": "ran"}],
}
Mock = Callable[..., MockServer]


TRANSLATIONS = {
    SOURCE: TARGET,
    "run": "laufen",
    "{alternatives}": json.dumps({"alternatives": ALTERNATIVES}),
    "{headword}": json.dumps(ENTRY),
}


@pytest.fixture
def mock() -> Iterator[Mock]:
    """Return a function that runs a mock which knows these replies by heart."""
    with ExitStack() as stack:
        given = ("--translations", json.dumps(TRANSLATIONS))
        yield lambda *arguments: stack.enter_context(running_mock(*given, *arguments))


def translated(start_app: StartApp, home: Path, server: MockServer) -> Window:
    use_server(home, server.base_url)
    window = Window(start_app("--to", "de", "--from", "en"))
    window.translate(SOURCE)
    window.wait_for_translation(TARGET)
    window.wait_for_status("Ready")
    return window


def test_a_word_is_said_in_another_way_by_keys_alone_and_back_again(
    start_app: StartApp, home: Path, mock: Mock
) -> None:
    server = mock()
    window = translated(start_app, home, server)
    window.target.focus()
    window.app.key("ctrl+Home", "ctrl+Right", "ctrl+period")
    first = window.app.find("alternative1Button")
    assert first.name == "liebe, stronger feeling"

    window.app.key("1")

    window.wait_for_translation("Ich liebe das alte Haus. Dort ist es ruhig.")
    window.wait_for_status("Now it says “liebe”")
    assert not window.app.has("alternativesPanel")
    asked = json.loads(server.settled_log()[-1]["body"])
    assert "Ich <part>mag</part> das alte Haus.\n" in asked["messages"][-1]["content"]
    assert asked["response_format"]["type"] == "json_schema"
    window.app.key("ctrl+z")
    window.wait_for_translation(TARGET)


def test_escape_closes_the_panel_and_the_request(start_app: StartApp, home: Path, mock: Mock) -> None:
    server = mock("--ttft-ms", "4000")
    window = translated(start_app, home, server)
    gone = server.stats()["client_gone"]
    window.target.focus()
    window.app.key("ctrl+Home", "ctrl+period")
    window.app.find("alternativesLine")
    server.wait_for("active", 1)

    window.app.key("Escape")

    server.wait_for("client_gone", gone + 1)
    assert not window.app.has("alternativesPanel")
    assert window.target.text == TARGET


def test_a_single_word_has_its_entry_below_the_translation(start_app: StartApp, home: Path, mock: Mock) -> None:
    server = mock()
    use_server(home, server.base_url)
    window = Window(start_app("--to", "de", "--from", "en"))
    window.translate("run")
    window.wait_for_translation("laufen")

    assert window.app.find("entryHeadword").text == "run"
    assert window.app.find("entrySense1Translations").text == "laufen · rennen"
    assert window.app.find("entrySense1Example1Target").text == "Sie läuft jeden Tag."
    assert window.app.find("entrySense2Register").text == "informal"
    assert window.app.find("entryForms").text == "Forms: past ran"
    assert window.app.unnamed() == []

    window.write("run away with it all")
    window.app.wait(lambda: not window.app.has("entryCard"), 5, "no card")
