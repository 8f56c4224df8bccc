"""The text in a part of the screen, from the rectangle that is drawn to its translation."""

import json
from pathlib import Path

from PySide6.QtGui import QImage

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_pictures import Sent, picture_in
from tests.servers.processes import MockServer, running_mock
from tests.support.root_window import painted_root

RED = 0xFF0000
TEXT = "Speisekarte\n\nHeute gibt es Suppe mit frischem Brot."


def picture_sent(mock: MockServer) -> Sent:
    """Return the picture of the first request that has one."""
    found = [picture_in(json.loads(record["body"])["messages"]) for record in mock.settled_log() if record["body"]]
    return next(sent for sent in found if sent is not None)


def test_what_is_drawn_on_the_screen_is_read_into_the_source_and_translated(start_app: StartApp, home: Path) -> None:
    with running_mock("--picture-text", json.dumps(TEXT), "--translations", '{"Suppe": "soup"}') as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "en")
        window = Window(app)
        with painted_root(app.desktop.environment["DISPLAY"], RED, (300, 200, 200, 80)):
            window.write("typed before")
            app.key("ctrl+shift+r")
            overlay = app.find("captureOverlay")
            assert overlay.name == "Choose a part of the screen"
            app.wait(lambda: "active" in overlay.states, 10, "the screen to be covered")
            app.desktop.drag((310, 210), (410, 250))
            app.wait(lambda: window.source.text == TEXT, 10, "the text of the picture")
        app.wait(lambda: "soup" in window.target.text, 10, "its translation")
        sent = picture_sent(mock)

        image = QImage.fromData(sent.content)
        assert (image.width(), image.height()) == (100, 40)
        pixels = {image.pixel(x, y) & 0xFFFFFF for x in range(100) for y in range(40)}
        assert pixels == {RED}
        assert (sent.mime, sent.detail) == ("image/png", "high")

        app.wait(lambda: not app.has("captureOverlay"), 5, "the screen")
        window.source.focus()
        app.key("ctrl+z")
        app.wait(lambda: window.source.text == "typed before", 5, "what was typed before")
