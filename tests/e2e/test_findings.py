"""What looks wrong in a translation, seen and put right in the real window."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.phrase_server import phrase_server

SOURCES = [
    "The train leaves at nine in the morning.",
    "The ticket costs 25 euros for adults.",
    "See you tomorrow then.",
]
TARGETS = ["Der Zug fährt um neun Uhr morgens ab.", "Die Fahrkarte kostet 52 Euro für Erwachsene.", "Dann bis morgen."]
RIGHT = "Die Fahrkarte kostet 25 Euro für Erwachsene."
FOUND = "The number 25 has become 52."
TEXT = "\n".join(SOURCES)


def test_a_wrong_number_is_found_and_put_right_by_keyboard(start_app: StartApp, home: Path) -> None:
    with phrase_server(dict(zip(SOURCES, TARGETS, strict=True)), {SOURCES[1]: RIGHT}) as server:
        use_server(home, server.base_url, "phrases")
        app = start_app("--from", "en", "--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation("\n".join(TARGETS))
        window.wait_for_status("Ready")
        assert app.find("findingsLabel").text == FOUND
        assert window.details.endswith("1 finding")

        app.key("F8")
        app.wait(lambda: window.target.is_focused, 5, "the caret in the translation")
        app.key("Tab")
        app.wait(lambda: app.find("fixBlockButton").is_focused, 5, "the focus on the button")
        app.key("space")

        window.wait_for_translation("\n".join([TARGETS[0], RIGHT, TARGETS[2]]))
        window.wait_for_status("Ready")
        assert server.asked == [TEXT, SOURCES[1]]
        app.wait(lambda: not app.query("findingsLabel"), 5, "nothing to be wrong any more")


def test_what_comes_back_the_same_is_said_and_can_be_dismissed(start_app: StartApp, home: Path) -> None:
    with phrase_server(dict(zip(SOURCES, TARGETS, strict=True)), {}) as server:
        use_server(home, server.base_url, "phrases")
        app = start_app("--from", "en", "--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation("\n".join(TARGETS))
        window.wait_for_status("Ready")

        window.press("fixBlockButton")
        said = f"It came back the same. {FOUND}"
        app.wait(lambda: [node.text for node in app.query("findingsLabel")] == [said], 10, said)
        assert server.asked == [TEXT, SOURCES[1]]

        window.press("dismissFindingButton")
        app.wait(lambda: not app.query("findingsLabel"), 5, "an end of it")
        assert window.target.text == "\n".join(TARGETS)
        assert not window.details.endswith("finding")
