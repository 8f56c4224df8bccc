"""After an edit only what changed is asked for again; the rest of the translation stays as it is."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.e2e.asked import asked
from tests.e2e.conftest import StartApp
from tests.e2e.window import Window, use_server
from tests.servers.mock_text import pseudo
from tests.servers.processes import MockServer, running_mock

FIRST = "The ferry leaves at nine in the morning. It takes an hour to cross the bay."
SECOND = "Our cabin is on the upper deck. The windows face the harbour."
THIRD = "Breakfast is served until ten. Please keep your tickets at hand."
TEXT = f"{FIRST}\n\n{SECOND}\n\n{THIRD}"


@pytest.fixture
def mock() -> Iterator[MockServer]:
    """A service that answers at the pace of a model."""
    with running_mock("--tps", "40") as server:
        yield server


@pytest.fixture
def window(start_app: StartApp, home: Path, mock: MockServer) -> Window:
    """The window with a translation in it; nothing is translated before one asks for it."""
    use_server(home, mock.base_url, translate_while_typing=False)
    window = Window(start_app("--from", "en", "--to", "de"))
    window.translate(TEXT)
    window.wait_for_translation(pseudo(TEXT))
    window.wait_for_status("Ready")
    assert asked(mock) == [f"{FIRST}\n{SECOND}\n{THIRD}"]
    return window


def write_before(window: Window, word: str, typed: str) -> str:
    """Type this into the source before that word; return the new source."""
    before = window.source.text
    window.source.click_letter(before.index(word))
    window.source.type(typed)
    return before.replace(word, typed + word)


def test_one_edited_sentence_is_sent_alone_and_the_rest_stays(window: Window, mock: MockServer) -> None:
    edited = SECOND.replace("windows", "large windows")

    assert write_before(window, "windows", "large ") == TEXT.replace(SECOND, edited)
    window.translate()

    seen: set[str] = set()

    def is_there() -> bool:
        seen.add(window.target.text)
        return pseudo(TEXT.replace(SECOND, edited)) in seen

    window.app.wait(is_there, 10, "the translation")
    assert asked(mock)[1:] == [edited]
    for text in seen:
        assert text.startswith(pseudo(FIRST + "\n\n"))
        assert text.endswith(pseudo("\n\n" + THIRD))


def test_what_was_edited_by_hand_stays_when_another_paragraph_changes(window: Window, mock: MockServer) -> None:
    window.app.key("ctrl+e")
    window.app.wait(lambda: window.app.find("editTargetButton").is_checked, 5, "the translation to be edited")
    window.target.click_letter(0)
    window.app.type("Mine: ")
    mine = "Mine: " + pseudo(TEXT)
    window.wait_for_translation(mine)

    write_before(window, "Breakfast", "A large ")
    window.translate()

    window.wait_for_translation(mine.replace(pseudo(THIRD), pseudo("A large " + THIRD)))
    window.wait_for_status("Ready")
    assert asked(mock)[1:] == ["A large " + THIRD]


def test_what_was_edited_by_hand_is_offered_again_when_its_source_changes(window: Window, mock: MockServer) -> None:
    window.app.key("ctrl+e")
    window.app.wait(lambda: window.app.find("editTargetButton").is_checked, 5, "the translation to be edited")
    window.target.click_letter(0)
    window.app.type("Mine: ")
    window.wait_for_translation("Mine: " + pseudo(TEXT))

    edited = write_before(window, "ferry", "old ")
    window.translate()
    window.wait_for_translation(pseudo(edited))
    window.wait_for_banner("You had translated this: “Mine: ")
    window.press("useMineButton")

    window.wait_for_translation(
        pseudo(edited).replace(pseudo(FIRST.replace("ferry", "old ferry")), "Mine: " + pseudo(FIRST))
    )
