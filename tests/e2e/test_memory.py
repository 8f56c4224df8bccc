"""What was translated once is not asked for again, not after a restart either."""

import json
from pathlib import Path

from tests.e2e.asked import asked
from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import translated
from tests.servers.processes import running_mock

GERMAN = {
    "The museum opens at ten.": "Das Museum öffnet um zehn Uhr.",
    "Would you like to come along?": "Möchten Sie mitkommen?",
    "The entrance is behind the old theatre.": "Der Eingang ist hinter dem alten Theater.",
}
TEXT = "The museum opens at ten.\n\nWould you like to come along? The entrance is behind the old theatre."
TRANSLATION = translated(TEXT, GERMAN)


def test_after_a_restart_the_same_text_comes_from_the_memory(start_app: StartApp, home: Path) -> None:
    with running_mock("--translations", json.dumps(GERMAN)) as mock:
        use_server(home, mock.base_url, translate_while_typing=False)
        app = start_app("--from", "en", "--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(TRANSLATION)
        window.wait_for_status("Ready")
        assert not app.has("fromMemoryLabel")
        app.restart()

        window = Window(app)
        assert window.source.text == TEXT
        assert not window.target.text
        window.translate()

        window.wait_for_translation(TRANSLATION)
        assert app.find("fromMemoryLabel").text == "From memory"
        assert len(asked(mock)) == 1

        window.press("translateAfreshButton")

        app.wait(lambda: len(asked(mock)) == 2, 10, "a request")
        assert asked(mock)[1] == asked(mock)[0]
        window.wait_for_translation(TRANSLATION)
        app.wait(lambda: not app.has("fromMemoryLabel"), 5, "no word of the memory")
