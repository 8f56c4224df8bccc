"""The program speaks the user's language: from the start, and from the moment on that it is chosen."""

from pathlib import Path

import pytest

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import SETTINGS, Window, use_demo, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.assets import resources
from translator.locales.offered import OFFERED
from translator.storage.settings.settings_file import SettingsFile

TEXT = "\n".join(f"{n} foxes come to the station, and each of them brings a ticket along." for n in range(2, 12))
LANGUAGES = ("", *OFFERED)
SPOKEN = [language for language in ("zh_CN", "ar") if (resources() / "i18n" / language).is_dir()]


def choose(app: App, language: str) -> None:
    """Choose a language in the settings, by keyboard; the window, and what one found in it, is another after that."""
    picker = app.find("interfaceLanguagePicker")
    picker.press("ShowMenu")
    rows = [node for node in picker.walk() if node.role == "list item"]
    app.wait(lambda: any(row.is_showing and row.is_focused for row in rows), 5, "the list of languages")
    app.key("Home", *["Down"] * LANGUAGES.index(language), "Return")


@pytest.mark.skipif(not SPOKEN, reason="no catalogue has been compiled: python3 dev.py setup")
def test_another_language_is_spoken_at_once_and_a_translation_on_its_way_is_not_lost(
    start_app: StartApp, home: Path
) -> None:
    with running_mock("--tps", "60") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de", "--from", "en")
        window = Window(app)
        window.translate(TEXT)
        beginning = window.wait_for_beginning()
        app.key("ctrl+comma")
        app.find_window("settingsWindow")
        app.find(role="list item", name="Appearance").click()
        places = [app.find(name).extents for name in ("mainWindow", "settingsWindow")]
        for language in SPOKEN:
            choose(app, language)
            app.wait(lambda: not app.find("translateButton").name.isascii(), 10, "other words")
            window = Window(app)
            assert window.source.text == TEXT
            assert window.target.text.startswith(beginning[:10])
            assert app.find("interfaceLanguagePicker").name == OFFERED[language]
            app.wait(lambda: "active" in app.find("settingsWindow").states, 5, "the settings in front")
            assert [app.find(name).extents for name in ("mainWindow", "settingsWindow")] == places
            source, target = window.source.extents[0], window.target.extents[0]
            assert (source > target) == (language == "ar"), "only Arabic is mirrored"
        window.wait_for_translation(pseudo(TEXT), 30)

        choose(app, "en")
        app.wait(lambda: app.find("translateButton").name == "Translate", 10, "English")
        app.key("Escape")
        app.wait(lambda: not app.has("settingsWindow"), 5, "no settings")
        window = Window(app)
        window.wait_for_translation(pseudo(TEXT))
        window.source.focus()
        app.key("ctrl+a", "Delete")
        app.wait(lambda: window.source.text == "", 5, "nothing in the source")
        app.key("ctrl+z")
        app.wait(lambda: window.source.text == TEXT, 5, "the text again")
        assert SettingsFile(home / SETTINGS).load().settings.interface_language == "en"


@pytest.mark.skipif("zh_CN" not in SPOKEN, reason="no catalogue has been compiled: python3 dev.py setup")
def test_the_systems_language_is_spoken_from_the_start(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app(environment={"LANGUAGE": "zh_SG:en"})

    assert not app.find("translateButton").name.isascii()
    assert not app.unnamed()
