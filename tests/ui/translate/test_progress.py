"""What one sees of a translation on its way."""

from datetime import UTC, datetime

import pytest

from tests.fakes.screen import FakeScreen
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    TextAdded,
    TextTakenBack,
    Thinking,
    Translation,
    TranslationEvent,
    Waiting,
)
from translator.ui.translate.progress import Progress

SOURCE = "a\nb\nc\nd"


def shown(*events: TranslationEvent) -> tuple[FakeScreen, Progress]:
    screen = FakeScreen("a b")
    progress = Progress(screen, "Translating", SOURCE)
    for event in events:
        progress.show(event)
    return screen, progress


def test_text_is_written_as_it_comes_and_kept() -> None:
    screen, progress = shown(Began([(0, 1)]), TextAdded("Hal", 0), TextAdded("lo", 0))

    assert screen.target == progress.text == "Hallo"
    assert screen.status == ("Translating", "ready")


def test_the_block_being_written_is_lit_once() -> None:
    screen, _ = shown(Began([(0, 1), (2, 3)]), TextAdded("a", 0), TextAdded("b", 0), TextAdded("c", 1))

    assert screen.all_lit == [(0, 1), (2, 3)]


def test_what_stands_behind_the_last_block_lights_nothing() -> None:
    screen, _ = shown(Began([]), TextAdded("\n", 0))

    assert screen.all_lit == []


def test_finished_blocks_move_the_bar_and_are_counted() -> None:
    screen, _ = shown(Began([(0, 1), (2, 3), (4, 5), (6, 7)]), BlocksDone(1), BlocksDone(4))

    assert screen.all_progress == [0.0, 0.25, 1.0]
    assert screen.metas == ["1 of 4 paragraphs", "4 of 4 paragraphs"]


def test_one_block_alone_is_not_counted() -> None:
    screen, _ = shown(Began([(0, 1)]), BlocksDone(1))

    assert screen.all_progress == [0.0, 1.0]
    assert screen.metas == []


def test_the_pieces_of_a_long_paragraph_count_as_one() -> None:
    screen = FakeScreen("a b")
    progress = Progress(screen, "Translating", "One. Two. Three.\n\nFour.")
    spans = [(0, 4), (5, 9), (10, 16), (18, 23)]
    for event in (Began(spans), BlocksDone(2), BlocksDone(3), BlocksDone(4)):
        progress.show(event)

    assert screen.all_progress == [0.0, 0.5, 0.75, 1.0]
    assert screen.metas == ["1 of 2 paragraphs", "2 of 2 paragraphs"]


def test_what_is_taken_back_goes_from_screen_and_text() -> None:
    screen, progress = shown(
        Began([(0, 1)]), TextAdded("one ", 0), TextAdded("twx", 0), TextTakenBack(4), TextAdded("two", 0)
    )

    assert screen.target == progress.text == "one two"


def test_all_may_be_taken_back() -> None:
    screen, progress = shown(Began([(0, 1)]), TextAdded("one", 0), TextTakenBack(0))

    assert screen.target == progress.text == ""


def test_nothing_has_come_yet() -> None:
    assert Progress(FakeScreen(), "", "").text == ""


def test_thinking_is_said_until_text_comes() -> None:
    screen, _ = shown(Thinking(), TextAdded("a", 0))

    assert screen.statuses == [("The model is thinking", "ready"), ("Translating", "ready")]


def test_a_wait_is_said_with_its_time_where_one_is() -> None:
    until = datetime(2026, 5, 1, 12, 30, 5, tzinfo=UTC)
    screen, _ = shown(Waiting(until))

    assert screen.status == (f"Waiting until {until.astimezone():%H:%M:%S}", "warning")


def test_an_ending_is_not_its_business() -> None:
    with pytest.raises(AssertionError):
        shown(Completed(Translation("")))
