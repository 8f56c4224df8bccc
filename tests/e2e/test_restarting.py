"""What is there again at the next start, and what must not be."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.driver.app import App
from tests.e2e.window import Window, use_demo
from translator.session import Session
from translator.storage.session_file import SessionFile

SESSION = Path(".local", "state", "translator", "session.json")
DRAFT = "Diesen Brief schreibe ich morgen zu Ende.\n\t– und dann\u00a0schicke ich ihn ab 🙂"


def kept(home: Path) -> Session:
    """Return what is kept now."""
    return SessionFile(home / SESSION).load()


def size_of(app: App) -> tuple[int, int]:
    """Return the window's width and height."""
    _, _, width, height = app.windows()[0].extents
    return width, height


def choose_language(app: App, keys: str, name: str) -> None:
    """Choose the language of that name in the picker that these keys open."""
    app.key(keys)
    app.find("languageSearchField").type(name)
    app.key("Return")
    app.wait(lambda: not app.has("languagePicker"), 5, "no picker")  # the next shortcut would overtake this key


def test_draft_languages_and_size_survive_a_crash(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app()
    app.desktop.resize(930, 620)
    choose_language(app, "ctrl+shift+s", "German")
    choose_language(app, "ctrl+shift+t", "Portuguese (Brazil)")
    Window(app).write(DRAFT)
    app.wait(lambda: kept(home).draft == DRAFT, 10, "the draft in its file")

    app.kill()
    app.start()

    window = Window(app)
    assert window.source.text == DRAFT
    assert window.source.is_focused
    assert window.source_language.name == "Source language: German"
    assert window.target_language.name == "Target language: Portuguese (Brazil)"
    app.wait(lambda: size_of(app) == (930, 620), 5, "the size")


def test_closing_keeps_what_was_typed_a_moment_ago(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app()
    app.desktop.resize(800, 560)
    Window(app).write(DRAFT)

    app.key("ctrl+q")

    assert app.wait_for_exit() == 0
    assert kept(home).draft == DRAFT
    app.start()
    assert Window(app).source.text == DRAFT
    app.wait(lambda: size_of(app) == (800, 560), 5, "the size")


def test_in_private_mode_nothing_reaches_the_disk(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app()
    window = Window(app)
    window.source.type("An open word")
    app.wait(lambda: kept(home).draft == "An open word", 10, "the draft in its file")

    app.key("ctrl+shift+p")
    app.wait(lambda: app.find("privateModeButton").is_checked, 5, "private mode")
    assert window.status == "Private mode: nothing is kept"
    window.write("A secret word")
    choose_language(app, "ctrl+shift+t", "Icelandic")
    app.wait(lambda: window.target_language.name == "Target language: Icelandic", 5, "the language")
    window.translate()
    window.wait_for_beginning()
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0

    for file in (path for path in home.rglob("*") if path.is_file()):
        content = file.read_bytes()
        assert b"secret" not in content, file
        assert b"Icelandic" not in content, file
    app.start()
    assert Window(app).source.text == "An open word"
    assert not app.find("privateModeButton").is_checked


def test_settings_that_cannot_be_read_are_set_aside_and_it_is_said(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    settings = home / ".config" / "translator" / "settings.toml"
    settings.write_text("appearance = [what", encoding="utf-8")

    window = Window(start_app())

    window.app.wait(lambda: window.source_banner.startswith("The settings could not be read"), 5, "the notice")
    [aside] = [path for path in settings.parent.iterdir() if path != settings]
    assert aside.read_text(encoding="utf-8") == "appearance = [what"
    assert aside.name in window.source_banner


def test_a_folder_that_cannot_be_written_to_is_told_and_translating_goes_on(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    (home / ".local").mkdir()
    (home / ".local" / "state").write_text("a file where a folder is wanted", encoding="utf-8")
    app = start_app()
    window = Window(app)

    window.translate("One sentence.")

    app.wait(lambda: window.source_banner.startswith("Settings and draft cannot be kept"), 10, "the notice")
    app.wait(lambda: window.status == "Ready" and window.target.text, 10, "the translation")
    app.key("ctrl+q")
    assert app.wait_for_exit() == 0
