"""Translation while one types, as a switch; and what one reads, finds and copies."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.storage.session_file import SessionFile

TEXT = "The quick brown fox reads a book about a brown bear."


def test_a_rest_translates_where_that_is_wanted(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url, translate_while_typing=True)
        window = Window(start_app("--to", "de"))

        window.write(TEXT)  # at once: on a busy machine there may be a rest between two keys
        window.wait_for_translation(pseudo(TEXT))
        window.write(TEXT + " And sleeps.")
        window.wait_for_translation(pseudo(TEXT + " And sleeps."))

        assert mock.settled_log()[-1]["status"] == 200
        window.write("Long texts wait to be asked. " * 80)
        wait_until_kept(window, home)
        assert mock.stats()["requests"] == 2


def test_a_rest_translates_nothing_where_it_is_not(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        window = Window(start_app("--to", "de"))

        window.source.type(TEXT)
        wait_until_kept(window, home)

        assert mock.stats()["requests"] == 0
        window.app.key("F10")
        window.app.find(role="menu item", name="Translate while typing").click()
        window.source.type("!")
        window.wait_for_translation(pseudo(TEXT + "!"))


def wait_until_kept(window: Window, home: Path) -> None:
    """Wait until what is typed is in its file, which takes a longer rest than translating would."""
    file = SessionFile(home / ".local" / "state" / "translator" / "session.json")
    window.app.wait(lambda: file.load().draft == window.source.text, 10, "the draft in its file")


def test_a_draft_that_is_put_back_is_not_sent_unasked(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url, translate_while_typing=True)
        app = start_app("--to", "de")
        Window(app).write(TEXT)
        Window(app).wait_for_translation(pseudo(TEXT))

        app.restart()

        window = Window(app)
        app.wait(lambda: window.source_language.name == "Source language: English, detected", 10, "the language")
        window.source.type("!")
        window.wait_for_translation(pseudo(window.source.text))
        assert mock.stats()["requests"] == 2


def test_one_finds_and_copies_in_both_panes(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        window.translate(TEXT)
        window.wait_for_translation(pseudo(TEXT))

        app.key("ctrl+f")
        app.find("sourceFindField").type("BROWN b")
        app.key("Escape")
        app.wait(lambda: window.source.is_focused and not app.has("sourceFindField"), 5, "the source")
        app.key("ctrl+c")
        app.wait(lambda: app.desktop.clipboard() == "brown b", 5, "the match on the clipboard")

        window.target.focus()
        app.key("ctrl+f")
        app.find("targetFindField").type("nowhere")
        app.wait(lambda: app.find("targetFindResult").text == "Not found", 5, "a word about it")
        app.find("targetFindField").set_text(pseudo("fox"))
        app.key("Escape")
        app.wait(lambda: window.target.is_focused, 5, "the target")
        app.key("ctrl+c")
        app.wait(lambda: app.desktop.clipboard() == pseudo("fox"), 5, "the match on the clipboard")

        button = app.find("copyButton", name="Copy")
        app.key("ctrl+shift+c")
        app.wait(lambda: button.name == "Copied", 5, "a word about it")  # for little more than a second
        app.wait(lambda: button.name == "Copy", 5, "Copy again")
        app.wait(lambda: app.desktop.clipboard() == pseudo(TEXT), 5, "the translation on the clipboard")
