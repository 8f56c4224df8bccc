"""What a screen reader can name, and in which order it reads."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server


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
