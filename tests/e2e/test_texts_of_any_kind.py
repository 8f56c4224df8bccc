"""Long texts, and characters of every kind: nothing is lost, nothing freezes, nothing is taken for markup."""

import json
import time
from pathlib import Path

from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import running_mock
from translator.text.display import neutralise

PART = """\
# Chapter {n}

    An indented paragraph, with a tab\tin it and two  blanks.
  * A first point that is made at some length, so that it takes a line of its own.
  * A second point; it is shorter.

1. Numbered, as lists are.
2) Numbered otherwise.


    — "Quoted," she said: {n} of 100 %.   \n"""
LONG = "".join(PART.format(n=n) for n in range(180))
ONE_PARAGRAPH = " ".join(f"Sentence number {n} of a paragraph that never ends, or so it seems." for n in range(1500))
LONGEST_ANSWER = 5.0
"""Seconds that the window may take to answer a screen reader while it is busy."""

KINDS = (
    "مرحبا، كيف حالك؟ (2024)",
    "你好，世界！「引號」",
    "Family: \U0001f468\u200d\U0001f469\u200d\U0001f467\u200d\U0001f466, flag: \U0001f1e9\U0001f1ea, 👍🏽",
    "Zero\u200cwidth, no\u00a0break, soft\u00adhyphen, combining: e\u0301",
    "Override: \u202egnirts\u202c; isolate: \u2067abc\u2069; unbalanced \u202e",
    "Bell\x07, escape \x1b[31m, delete\x7f, next line done.",
    "हिन्दी, ไทย, 한국어, ελληνικά, עברית",
)  # fmt: skip
EVERY_KIND = "\n".join(KINDS)
MARKUP = (
    "<b>Bold</b> &amp; <img src='http://127.0.0.1:9/x.png'> <script>alert(1)</script>\n"
    '<!-- a comment --> <a href="file:///etc/passwd">a link</a> <h1>{no} %s</h1>'
)
MARKUP_TRANSLATED = MARKUP.replace("Bold", "Obyq").replace("a link", "n yvax")
PLAIN = "Nothing in this sentence is markup."
"""In the reply to it something is."""


def test_fifty_thousand_characters_keep_their_layout_and_the_window_answers(start_app: StartApp, home: Path) -> None:
    assert len(LONG) > 50_000
    with running_mock("--tps", "6000") as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)
        app.desktop.copy(LONG)
        window.source.focus()
        app.key("ctrl+v")
        app.wait(lambda: window.source.text == LONG, 10, "the pasted text")

        app.key("ctrl+Return")
        window.wait_for_beginning()
        slowest = 0.0
        while window.status != "Ready":
            before = time.monotonic()
            _ = window.details
            slowest = max(slowest, time.monotonic() - before)

        window.wait_for_translation(neutralise(pseudo(LONG)))
        assert slowest < LONGEST_ANSWER
        assert mock.stats()["requests"] > 5
        assert not window.banner


def test_a_hundred_thousand_characters_in_one_paragraph(start_app: StartApp, home: Path) -> None:
    assert len(ONE_PARAGRAPH) > 95_000
    with running_mock() as mock:
        use_server(home, mock.base_url)
        window = Window(start_app("--to", "de"))

        window.translate(ONE_PARAGRAPH)

        window.wait_for_translation(pseudo(ONE_PARAGRAPH), 100)
        assert mock.stats()["requests"] > 10


def test_every_character_arrives_and_what_would_do_harm_on_screen_is_only_hidden_there(
    start_app: StartApp, home: Path
) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)

        window.translate(EVERY_KIND)

        window.wait_for_translation(neutralise(pseudo(EVERY_KIND)))
        assert "\u202e" not in window.target.text
        app.key("ctrl+shift+c")
        app.wait(lambda: app.desktop.clipboard() == pseudo(EVERY_KIND), 5, "the reply's own characters")


def test_markup_comes_back_as_it_is_and_is_text(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)

        window.translate(MARKUP)

        window.wait_for_translation(MARKUP_TRANSLATED)
        app.key("ctrl+shift+c")
        app.wait(lambda: app.desktop.clipboard() == MARKUP_TRANSLATED, 5, "the same on the clipboard")


def test_markup_that_only_the_reply_has_is_text(start_app: StartApp, home: Path) -> None:
    with running_mock("--translations", json.dumps({PLAIN: MARKUP.partition("\n")[0]})) as mock:
        use_server(home, mock.base_url)
        app = start_app("--to", "de")
        window = Window(app)

        window.translate(PLAIN)

        window.wait_for_translation(MARKUP.partition("\n")[0])
        app.key("ctrl+shift+c")
        app.wait(lambda: app.desktop.clipboard() == window.target.text, 5, "the same on the clipboard")


def test_a_reply_from_right_to_left_is_read_in_its_own_order(start_app: StartApp, home: Path) -> None:
    with running_mock() as mock:
        use_server(home, mock.base_url)
        window = Window(start_app("--to", "ar"))

        window.translate("صباح الخير (OpenAI)، العدد 42.")

        window.wait_for_translation(pseudo("صباح الخير (OpenAI)، العدد 42."))
