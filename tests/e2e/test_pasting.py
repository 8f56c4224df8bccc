"""A text that was broken into lines by hand is joined as it is pasted, and one click brings its lines back."""

from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_demo
from tests.support.selections import owning, text

LINES = """\
When the old mill at the end of the valley was sold, nobody in the village
expected that it would ever grind corn again. The new owner, who had spent
thirty years repairing ships, thought otherwise, and so the wheel has been
turning since the spring, to the delight of the children and the annoyance
of the herons.

The bread that is baked from its flour can be bought on Saturdays, as long
as there is any left, which is seldom later than nine in the morning since
people have begun to come from the city.
"""
JOINED = "\n\n".join(" ".join(part.split()) for part in LINES.split("\n\n"))


def test_hard_wrapped_lines_are_joined_and_one_click_brings_them_back(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app("--to", "de")
    window = Window(app)
    app.desktop.copy(LINES)
    window.source.focus()

    app.key("ctrl+v")

    app.wait(lambda: window.source.text.rstrip("\n") == JOINED, 5, "paragraphs")
    assert window.source_banner == "Line breaks inside paragraphs were joined."

    window.press("undoJoiningButton")

    app.wait(lambda: window.source.text == LINES, 5, "the lines")
    app.wait(lambda: not window.source_banner, 5, "no banner")


def test_verse_is_pasted_as_it_is(start_app: StartApp, home: Path) -> None:
    verse = "The fog comes in at night,\nThe bell begins to ring,\nThe harbour has no light,\nThe gulls no longer sing."
    use_demo(home)
    app = start_app("--to", "de")
    window = Window(app)
    app.desktop.copy(verse)
    window.source.focus()

    app.key("ctrl+v")

    app.wait(lambda: window.source.text == verse, 5, "the verse")
    assert not window.source_banner


def test_a_program_that_hangs_holds_no_paste_up(start_app: StartApp, home: Path) -> None:
    use_demo(home)
    app = start_app("--to", "de")
    window = Window(app)
    window.source.focus()
    with owning(app.desktop.environment["DISPLAY"], *text("of a program that hangs"), hang=["TARGETS"]) as owner:
        app.key("ctrl+v")
        owner.wait_for("asked TARGETS")
        app.type("typed meanwhile")  # Qt's own paste would hold this up for 15 seconds

        app.wait(lambda: window.status == "The program that holds the copied text does not answer.", 5, "a sentence")
        app.wait(lambda: window.source.text == "typed meanwhile", 5, "what was typed")
