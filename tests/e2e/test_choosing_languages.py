"""The picker, the language that is found, and the one that a text in the target language goes into."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock

GERMAN = "Guten Morgen, liebe Freunde. Das Wetter ist heute sehr schön, und wir fahren alle zusammen an die See."


def test_a_few_letters_and_enter_choose_a_language(start_app: StartApp) -> None:
    app = start_app("--demo", "--to", "fr")
    window = Window(app)

    window.press("targetLanguagePicker")
    app.wait(lambda: app.find("languageSearchField").is_focused, 5, "the search")
    app.type("ger")
    app.wait(lambda: app.has(role="list item", name="Deutsch, German"), 5, "German")
    app.key("Return")

    app.wait(lambda: window.target_language.name == "Target language: German", 5, "the language")
    app.wait(lambda: window.source.is_focused, 5, "the focus where it was")
    assert not app.has("languageSearchField")


def test_escape_leaves_everything_as_it_was(start_app: StartApp) -> None:
    app = start_app("--demo", "--to", "fr")
    window = Window(app)
    window.source.focus()

    app.key("ctrl+shift+t")
    app.find("languageSearchField").type("ger")
    app.key("Escape")

    app.wait(lambda: not app.has("languageSearchField"), 5, "no picker")
    app.wait(lambda: window.source.is_focused, 5, "the focus where it was")
    assert window.target_language.name == "Target language: French"


def test_the_pointer_chooses_too_and_a_click_elsewhere_closes(start_app: StartApp) -> None:
    app = start_app("--demo", "--to", "fr")
    window = Window(app)

    window.target_language.click()
    app.find("languageSearchField").type("ja")
    app.find(role="list item", name="日本語, Japanese").click()
    app.wait(lambda: window.target_language.name == "Target language: Japanese", 5, "the language")

    window.source_language.click()
    app.find("languageSearchField")
    window.source.click()
    app.wait(lambda: not app.has("languageSearchField"), 5, "no picker")


def test_what_is_found_is_shown_and_one_can_know_better(start_app: StartApp) -> None:
    app = start_app("--demo", "--to", "fr")
    window = Window(app)
    assert window.source_language.name == "Source language: Detect language"

    window.source.type("hallo")
    app.wait(lambda: window.source_language.name.endswith(", uncertain"), 10, "an uncertain guess")
    window.write(GERMAN)
    app.wait(lambda: window.source_language.name == "Source language: German, detected", 10, "German")

    app.key("ctrl+shift+s")
    app.find("languageSearchField").type("dut")
    app.key("Return")
    app.wait(lambda: window.source_language.name == "Source language: Dutch", 5, "Dutch")

    window.press("sourceLanguagePicker")
    app.find(role="list item", name="Detect language").click()
    app.wait(lambda: window.source_language.name == "Source language: German, detected", 5, "German again")


def test_a_text_in_the_target_language_goes_into_the_second_and_it_is_said(start_app: StartApp, home: Path) -> None:
    with running_mock("--takes-s", "4") as mock:
        use_server(home, mock.base_url, second_language="it")
        app = start_app("--to", "de")
        window = Window(app)
        window.write(GERMAN)
        app.wait(lambda: window.source_language.name == "Source language: German, detected", 10, "German")

        window.translate()

        window.wait_for_status("The text is in German: translating into Italian")
        window.wait_for_translation(pseudo(GERMAN))
        assert window.target_language.name == "Target language: Italian"
        assert "Italian" in mock.settled_log()[-1]["body"]

        window.translate("The weather was beautiful yesterday, and everybody went for a long walk along the river.")
        app.wait(lambda: window.target_language.name == "Target language: German", 5, "the target as it was chosen")


def test_another_target_translates_again(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "fr")
        window = Window(app)
        window.translate(GERMAN)
        window.wait_for_translation(pseudo(GERMAN))
        assert "French" in mock.settled_log()[-1]["body"]

        app.key("ctrl+shift+t")
        app.find("languageSearchField").type("pt-PT")
        app.key("Return")

        app.wait(lambda: mock.stats()["requests"] == 2, 5, "a second request")
        window.wait_for_translation(pseudo(GERMAN))
        assert "Portug" in mock.settled_log()[-1]["body"]


def test_an_unknown_language_matches_nothing(start_app: StartApp) -> None:
    app = start_app("--demo", "--to", "fr")

    app.key("ctrl+shift+t")
    app.find("languageSearchField").type("klingon")

    app.find(name="No language matches.")
    app.key("Return", "Escape")
    assert Window(app).target_language.name == "Target language: French"
