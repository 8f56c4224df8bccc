"""A sentence of the translation leads to the one it translates."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock

FIRST = "The bakery is closed today. 🥐 It opens again on Monday."
SENTENCE = "Her bicycle is older than mine."
TEXT = f"{FIRST}\n\nMy sister lives near the river. {SENTENCE} We often ride to the lake."


def test_clicking_a_sentence_of_the_target_selects_its_source(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--from", "en", "--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(pseudo(TEXT))
        window.wait_for_status("Ready")

        start = utf16(TEXT.partition(SENTENCE)[0])
        window.target.click_letter(start + len("Her b"))

        wanted = (start, start + len(SENTENCE))
        app.wait(lambda: window.source.selection == wanted, 5, f"{wanted} selected")
        assert window.source.text == TEXT


def utf16(text: str) -> int:
    """Return the length in UTF-16 units, which AT-SPI counts in Qt programs."""
    return len(text.encode("utf-16-le")) // 2
