"""What was translated is found again, by words and parts of words, and opened without asking anybody."""

from pathlib import Path

from tests.e2e.asked import asked
from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock

ENGLISH = "The lighthouse was built by three brothers."
CHINESE = "今天天气很好，我们一起去海边散步吧。"


def find_in_history(app: App, words: str) -> None:
    """Open the history and look for these words; wait until one translation is found."""
    app.key("ctrl+h")
    field = app.find("historySearchField")
    app.wait(lambda: field.is_focused, 5, "the search")
    app.key("BackSpace")  # what was looked for the last time is there, and selected
    app.wait(lambda: app.find("historyCountLabel").text == "2 translations", 5, "all translations")
    field.type(words)
    app.wait(lambda: app.find("historyCountLabel").text == "1 translation", 5, "one of them")


def test_a_translation_is_found_by_a_word_and_by_a_part_of_one(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url, translate_while_typing=False)
        app = start_app("--to", "de")
        window = Window(app)
        for text in (ENGLISH, CHINESE):
            window.app.key("ctrl+l")
            window.translate(text)
            window.wait_for_translation(pseudo(text))
            window.wait_for_status("Ready")
        sent = asked(mock)

        find_in_history(app, "lighthouse")
        app.key("Return")
        app.wait(lambda: window.source.text == ENGLISH, 5, "the English text")
        window.wait_for_translation(pseudo(ENGLISH))
        app.wait(lambda: not app.has("historyWindow"), 5, "no window of the history")

        find_in_history(app, "海边")
        app.key("Return")
        app.wait(lambda: window.source.text == CHINESE, 5, "the Chinese text")
        window.wait_for_translation(pseudo(CHINESE))
        assert asked(mock) == sent


def test_what_was_translated_is_there_at_the_next_start(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url, translate_while_typing=False)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(ENGLISH)
        window.wait_for_translation(pseudo(ENGLISH))
        window.wait_for_status("Ready")
    app.key("ctrl+l")
    window.wait_for_status("Cleared")
    app.restart()

    app.key("ctrl+h")
    app.find("historyOpenButton")
    app.wait(lambda: app.find("historyCountLabel").text == "1 translation", 5, "the translation")
    app.key("Return")

    window = Window(app)
    app.wait(lambda: window.source.text == ENGLISH, 5, "the text, though no service answers")
    window.wait_for_translation(pseudo(ENGLISH))
