"""What one sees of a translation on its way."""

import pytest

from tests.fakes.screen import FakeScreen
from tests.ui.translate.room import FakeTime, tag
from translator.translation.errors import ConnectionLost
from translator.translation.request import (
    Began,
    BlocksDone,
    Completed,
    Failed,
    FinishedBlock,
    Incomplete,
    IncompleteReason,
    TextAdded,
    TextTakenBack,
    Thinking,
    Translation,
    TranslationEvent,
    TranslationRequest,
    Waiting,
)
from translator.ui.translate.progress import Progress
from translator.ui.translate.waiting import Countdown

SOURCE = "a\nb\nc\nd"
SPANS = [(0, 1), (2, 3), (4, 5), (6, 7)]
TIME = FakeTime()


def made(screen: FakeScreen, source: str = SOURCE, **extra: object) -> Progress:
    countdown = Countdown(screen, lambda: "Box", lambda: None, TIME.clock)
    request = TranslationRequest(source, tag("de"), finished=[FinishedBlock(0, "a", "A")])
    return Progress(screen, "Translating", request, countdown, **extra)  # type: ignore[arg-type]


def shown(*events: TranslationEvent) -> tuple[FakeScreen, Progress]:
    screen = FakeScreen("a b")
    progress = made(screen)
    for event in events:
        progress.show(event)
    return screen, progress


def going_on(*events: TranslationEvent) -> tuple[FakeScreen, Progress]:
    """Return a translation that goes on behind a first line, where a second one was cut short."""
    screen = FakeScreen("a b")
    screen.target = "A\nhalf of B"
    progress = made(screen, shown=screen.target)
    for event in (Began(SPANS, standing="A"), *events):
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
    progress = made(screen, "One. Two. Three.\n\nFour.")
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
    assert made(FakeScreen(), "").text == ""


def test_thinking_is_said_until_text_comes() -> None:
    screen, _ = shown(Thinking(), TextAdded("a", 0))

    assert screen.statuses == [("The model is thinking", "ready"), ("Translating", "ready")]


def test_a_short_wait_changes_the_status_and_text_changes_it_back() -> None:
    screen, progress = shown(TextAdded("a", 0), Waiting(TIME.after(1)))
    assert screen.status == ("Waiting", "warning")

    progress.show(TextAdded("b", 0))
    assert screen.status == ("Translating", "ready")


def test_an_ending_is_not_its_business() -> None:
    with pytest.raises(AssertionError):
        shown(Completed(Translation("")))


def test_what_was_kept_on_this_computer_is_told() -> None:
    screen, _ = shown(Began([(0, 1)], masked=["a@b.example"]))

    assert screen.masked == ["a@b.example"]


# Going on


def test_what_stands_is_written_where_nothing_is_on_the_screen() -> None:
    screen, progress = shown(Began(SPANS, standing="A"), TextAdded("\nB", 1))

    assert screen.target == progress.text == "A\nB"


def test_what_was_cut_short_stays_until_there_is_something_in_its_place() -> None:
    screen, progress = going_on()
    assert screen.target == progress.text == "A\nhalf of B"

    progress.show(TextAdded("\nB", 1))

    assert screen.target == progress.text == "A\nB"
    assert screen.taken_back == [1]


def test_what_stands_may_be_other_than_what_is_on_the_screen() -> None:
    screen = FakeScreen()
    screen.target = "AB\nhalf"
    progress = made(screen, shown=screen.target)

    progress.show(Began(SPANS, standing="AC"))
    progress.show(TextAdded("\nB", 1))

    assert screen.target == progress.text == "AC\nB"
    assert screen.taken_back == [1]


def test_a_blank_beginning_stands_for_all_there_is() -> None:
    screen = FakeScreen()
    screen.target = "A"
    progress = made(screen, shown="A")
    progress.show(Began(SPANS, standing="AB"))
    progress.show(TextAdded("C", 1))

    assert screen.target == "ABC"


def test_what_is_taken_back_while_going_on_is_taken_from_what_stands() -> None:
    screen, progress = going_on(TextTakenBack(1))

    assert screen.target == progress.text == "A"


def test_a_translation_that_needed_nothing_more_is_shown_as_it_stands() -> None:
    screen, progress = going_on()
    ending = Completed(Translation("A"))

    assert progress.end(ending) is ending
    assert screen.target == "A"


def test_going_on_in_vain_keeps_what_was_there() -> None:
    screen, progress = going_on()
    ending = progress.end(Incomplete(IncompleteReason.CUT, Translation("A", model="m-1")))

    assert ending == Incomplete(IncompleteReason.CUT, Translation("A\nhalf of B", model="m-1"))
    assert screen.target == "A\nhalf of B"


def test_a_failure_to_go_on_is_an_incomplete_translation_that_can_be_gone_on_with() -> None:
    _, progress = going_on()
    error = ConnectionLost("Box")
    ending = progress.end(Failed(error))

    kept = Translation("A\nhalf of B", finished=(FinishedBlock(0, "a", "A"),))
    assert ending == Incomplete(IncompleteReason.CUT, kept, error)


def test_a_failure_with_nothing_on_the_screen_is_one() -> None:
    ending = Failed(ConnectionLost("Box"))

    assert shown()[1].end(ending) is ending
