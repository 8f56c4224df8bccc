"""The main job, by someone who tries the app for the first time."""

from tests.e2e.conftest import StartApp

SENTENCE = "The quick brown fox reads a book."


def test_the_demo_translates_a_typed_sentence(start_app: StartApp) -> None:
    app = start_app("--demo")
    app.find("sourceEditor").type(SENTENCE)

    app.key("ctrl+Return")

    target = app.find("targetView")
    app.wait(lambda: len(target.text) >= len(SENTENCE), 10, "translation")
    assert app.find("sourceEditor").text == SENTENCE
    assert target.text != SENTENCE
