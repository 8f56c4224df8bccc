"""What a screen reader can name, and in which order it reads."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.test_settings import close_settings, go_by_tab, search_settings
from tests.e2e.window import SETTINGS, Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.storage.settings.settings_file import SettingsFile

SENTENCES = ("The first units left this morning.", "They should reach you within nine days.", "Best wishes")
FOUND = "This seems to be in another language or script than the one asked for."
TEXT = f"{SENTENCES[0]} {SENTENCES[1]}\n{SENTENCES[2]}"


def test_every_control_has_a_name_wherever_one_is(start_app: StartApp, home: Path) -> None:
    use_server(home, "http://127.0.0.1:9/v1")
    app = start_app("--to", "de")
    window = Window(app)
    assert app.unnamed() == []

    window.translate("One sentence, so that everything is there.")
    window.wait_for_banner("Mock could not be reached")
    app.key("ctrl+f")
    app.find("sourceFindField")
    assert app.unnamed() == []

    app.key("ctrl+shift+t")
    app.find("languageSearchField")
    assert app.unnamed() == []


def test_every_control_of_the_first_run_has_a_name(start_app: StartApp) -> None:
    app = start_app()
    app.find("welcomePanel")

    assert app.unnamed() == []


def test_the_source_is_read_before_the_translation(start_app: StartApp) -> None:
    app = start_app("--demo")
    Window(app).translate("First things first.")
    app.wait(lambda: app.find("targetView").text, 10, "the translation")

    texts = [node.id.rpartition(".")[2] for node in app.query(role="text")]

    assert texts == ["sourceEditor", "targetView"]


def test_one_who_hears_the_screen_translates_copies_and_sets_it_up(start_app: StartApp, home: Path) -> None:
    """Nothing is looked at, and no mouse is used: what is known is what a screen reader is told."""
    with running_mock("--tps", "60") as mock:
        use_server(home, mock.base_url, translate_while_typing=False)
        app = start_app("--to", "de")
        window = Window(app)
        app.wait(lambda: window.source.is_focused, 10, "the focus on the text")
        app.announcements.clear()

        first, second = TEXT.split("\n")
        window.source.type(first)
        app.key("Return")
        window.source.type(second)
        app.key("ctrl+Return")
        app.wait(lambda: FOUND in app.announcements, 10, "the end of the translation")
        assert app.announcements == ["Translating", *map(pseudo, SENTENCES), "Ready", FOUND]

        app.key("ctrl+shift+c")
        app.wait(lambda: app.announcements[-1] == "Copied", 5, "the word that it is copied")
        assert app.desktop.clipboard() == pseudo(TEXT)
        choose_in_menu(app)
        look_for_a_language(app)

    search_settings(app, "text size")
    go_by_tab(app, "textSizePicker")
    app.key("Down")
    settings = SettingsFile(home / SETTINGS)
    app.wait(lambda: settings.load().settings.text_size == 110, 5, "larger letters in the file")
    close_settings(app)

    # The server has gone by now.
    app.announcements.clear()
    app.key("ctrl+shift+Return")
    reason = "Mock could not be reached"
    app.wait(lambda: any(said.startswith(reason) for said in app.announcements), 20, "what went wrong")
    # The text of before is still there, and so is what was found in it.
    assert [said for said in app.announcements if not said.startswith(reason)] == ["Waiting", "Not translated", FOUND]


def choose_in_menu(app: App) -> None:
    """Have the menu opened as a screen reader does, and see that its first entry is read."""
    app.find("menuButton").press("ShowMenu")
    item = app.find(role="menu item", name="Translate")
    app.wait(lambda: item.is_focused, 5, "the first entry")
    app.key("Escape")
    app.wait(lambda: not app.has(role="menu item", name="Translate"), 5, "no menu")


def look_for_a_language(app: App) -> None:
    """Type a part of its name, and hear which row that leads to; the keyboard stays in the search meanwhile."""
    app.key("ctrl+shift+t")
    field = app.find("languageSearchField")
    app.wait(lambda: field.is_focused, 5, "the focus on the search")
    field.type("fren")
    app.wait(lambda: app.announcements[-1] == "Français, French", 5, "the first row")
    app.key("Down")
    app.wait(lambda: app.announcements[-1] != "Français, French", 5, "the next row")
    app.key("Escape")
    app.wait(lambda: not app.has("languagePicker"), 5, "no picker")
