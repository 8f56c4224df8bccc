"""What one sees of a translation on its way."""

import pytest

from tests.fakes.screen import FakeScreen
from tests.ui.translate.room import FakeTime, tag
from translator.language.tag import LanguagePair
from translator.translation.errors.connections import ConnectionLost
from translator.translation.request import (
    Began,
    BlocksDone,
    BlockSettled,
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
    Waiting,
)
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.running.progress import Progress
from translator.ui.translate.running.waiting import Countdown
from translator.ui.translate.target.shown_target import ShownTarget

SOURCE = "a\nb\nc\nd"
SPANS = [(0, 1), (2, 3), (4, 5), (6, 7)]
FIRST = FinishedBlock(0, "a", "A")
TIME = FakeTime()


class Pane:
    """A translation on its way, and the screen it is shown on."""

    def __init__(self, source: str = SOURCE) -> None:
        self.screen = FakeScreen(source)
        self.linked = LinkedPanes(self.screen)
        self.shown = ShownTarget(self.screen, self.linked)
        self.countdown = Countdown(self.screen, lambda: "Box", lambda: None, TIME.clock)
        self.begin(source)

    def begin(self, source: str) -> None:
        self.shown.begin(source, LanguagePair(tag("en"), tag("de")))
        self.progress = Progress(
            self.screen, self.shown, "Translating", source, self.countdown, self.linked.follow_writing
        )

    def see(self, *events: TranslationEvent) -> "Pane":
        for event in events:
            self.progress.show(event)
            assert self.screen.target == self.shown.layout.text
        return self

    def told(self) -> "Pane":
        """Let some time pass."""
        self.progress.tell()
        return self

    @property
    def target(self) -> str:
        return self.screen.target


def going_on(*events: TranslationEvent) -> Pane:
    """Return a translation that goes on behind a first line, where a second one was cut short."""
    pane = Pane().see(Began(SPANS), TextAdded("A", 0), BlockSettled(FIRST), TextAdded("\nhalf of B", 1, 1))
    pane.begin(SOURCE)
    return pane.see(Began(SPANS, standing="A", known=[FIRST]), *events)


def test_text_is_written_as_it_comes_and_kept() -> None:
    pane = Pane().see(Began(SPANS), TextAdded("Hal", 0), TextAdded("lo", 0))

    assert pane.target == pane.shown.translation.text == "Hallo"
    assert pane.screen.status == ("Translating", "ready")
    assert pane.screen.writing == 5


def test_the_block_being_written_is_lit_on_both_sides() -> None:
    pane = Pane().see(Began(SPANS), TextAdded("a", 0), TextAdded("b", 0), TextAdded("\nc", 1, 1))

    assert pane.screen.all_lit == [(0, 1), (2, 3)]
    assert pane.screen.lit_target == (3, 4)


def test_what_stands_behind_the_last_block_lights_nothing() -> None:
    pane = Pane("\n").see(Began([]), TextAdded("\n", 0, 1))

    assert pane.screen.all_lit == []


def test_finished_blocks_move_the_bar_and_are_counted() -> None:
    pane = Pane().told().see(Began(SPANS), BlocksDone(1), BlocksDone(4))

    assert pane.screen.all_progress == [0.0, 0.25, 1.0]
    assert pane.screen.metas == ["", "1 of 4 paragraphs", "4 of 4 paragraphs"]


def test_one_block_alone_is_not_counted() -> None:
    pane = Pane("a").told().see(Began([(0, 1)]), BlocksDone(1))

    assert pane.screen.all_progress == [0.0, 1.0]
    assert pane.screen.metas == [""]


def test_the_pieces_of_a_long_paragraph_count_as_one() -> None:
    spans = [(0, 4), (5, 9), (10, 16), (18, 23)]
    pane = Pane("One. Two. Three.\n\nFour.").told()
    pane.see(Began(spans), BlocksDone(2), BlocksDone(3), BlocksDone(4))

    assert pane.screen.all_progress == [0.0, 0.5, 0.75, 1.0]
    assert pane.screen.metas == ["", "1 of 2 paragraphs", "2 of 2 paragraphs"]


def test_what_is_there_at_once_is_shown_without_a_word() -> None:
    pane = Pane()
    before = list(pane.screen.statuses)
    pane.see(Began(SPANS, standing="A\nB\nC\nD"), BlocksDone(4))
    pane.progress.end(Completed(Translation("A\nB\nC\nD")))

    assert pane.target == "A\nB\nC\nD"
    assert (pane.screen.statuses, pane.screen.metas) == (before, [])


def test_what_takes_longer_is_told_with_how_far_it_is_by_then() -> None:
    pane = Pane().see(Began(SPANS, standing="A\nB"), BlocksDone(2)).told()

    assert pane.screen.status == ("Translating", "ready")
    assert pane.screen.metas == ["", "2 of 4 paragraphs"]
    assert pane.told().screen.metas == ["", "2 of 4 paragraphs"]


def test_what_ends_badly_leaves_nothing_of_the_translation_before() -> None:
    pane = Pane()
    pane.screen.show_from_memory(1, 1)
    pane.progress.end(Failed(ConnectionLost("Box")))

    assert (pane.screen.from_memory, pane.screen.metas) == ((0, 0), [""])


def test_what_is_taken_back_goes_from_the_screen() -> None:
    pane = Pane().see(Began(SPANS), TextAdded("one ", 0), TextAdded("twx", 0), TextTakenBack(4), TextAdded("two", 0))

    assert pane.target == "one two"


def test_all_may_be_taken_back() -> None:
    pane = Pane().see(Began(SPANS), TextAdded("one", 0), TextTakenBack(0))

    assert pane.target == ""
    assert (pane.screen.lit, pane.screen.writing) == (None, None)


def test_thinking_is_said_until_text_comes() -> None:
    pane = Pane().see(Thinking(), TextAdded("a", 0))

    assert pane.screen.statuses == [("The model is thinking", "ready"), ("Translating", "ready")]


def test_the_status_line_comes_back_to_what_is_going_on() -> None:
    pane = Pane().see(Thinking())
    pane.screen.show_status("Private mode: nothing is kept", "idle")
    assert pane.screen.under_way == ("The model is thinking", "ready")

    pane.see(TextAdded("a", 0))
    assert pane.screen.under_way == ("Translating", "ready")

    pane.see(Waiting(TIME.after(1)))
    assert pane.screen.under_way == ("Waiting", "warning")


def test_a_short_wait_changes_the_status_and_text_changes_it_back() -> None:
    pane = Pane().see(TextAdded("a", 0), Waiting(TIME.after(1)))
    assert pane.screen.status == ("Waiting", "warning")

    pane.see(TextAdded("b", 0))
    assert pane.screen.status == ("Translating", "ready")


def test_an_ending_is_not_its_business() -> None:
    with pytest.raises(AssertionError):
        Pane().see(Completed(Translation("")))


def test_what_was_kept_on_this_computer_is_told() -> None:
    assert Pane().see(Began(SPANS, masked=["a@b.example"])).screen.masked == ["a@b.example"]


# What is there already


def test_what_is_known_is_there_at_once_and_what_is_missing_is_written_in_its_place() -> None:
    known = [FIRST, FinishedBlock(2, "c", "C")]
    pane = Pane().see(Began(SPANS, standing="A", known=known))
    assert pane.target == "A\n\nC"
    assert pane.screen.writing == 1

    pane.see(TextAdded("\nB", 1, 1))
    assert pane.target == "A\nB\nC"


def test_what_was_cut_short_stays_until_there_is_something_in_its_place() -> None:
    pane = going_on()
    assert pane.target == "A\nhalf of B"

    pane.see(TextAdded("\nB", 1, 1))
    assert pane.target == "A\nB"


def test_an_unchanged_block_is_not_touched_while_another_is_translated_again() -> None:
    pane = Pane("one\ntwo stays\nthree")
    blocks = [FinishedBlock(0, "one", "eins"), FinishedBlock(1, "two stays", "zwei"), FinishedBlock(2, "three", "drei")]
    pane.see(Began([], known=blocks))
    pane.progress.end(Completed(Translation("eins\nzwei\ndrei", finished=tuple(blocks))))
    pane.screen.edits.clear()
    pane.begin("one\ntwo goes\nthree")
    pane.see(
        Began([], known=[blocks[0], blocks[2]]), TextAdded("\nzw", 1, 1), TextAdded("o", 1), TextAdded("\ndrei", 2, 1)
    )

    assert pane.target == "eins\nzwo\ndrei"
    assert all(5 <= edit.position <= 9 for edit in pane.screen.edits)


def test_what_nothing_has_replaced_goes_when_all_is_there() -> None:
    pane = going_on()
    pane.progress.end(Completed(Translation("A")))

    assert pane.target == "A"


def test_where_the_core_has_another_text_it_has_the_last_word() -> None:
    pane = Pane().see(TextAdded("A", 0))
    ending = pane.progress.end(Completed(Translation("A and B")))

    assert pane.target == pane.shown.translation.text == "A and B"
    assert isinstance(ending, Completed)
    assert ending.translation.text == "A and B"


def test_going_on_in_vain_keeps_what_was_there() -> None:
    pane = going_on()
    ending = pane.progress.end(Incomplete(IncompleteReason.CUT, Translation("A", model="m-1", finished=(FIRST,))))

    kept = Translation("A\nhalf of B", model="m-1", finished=(FIRST,))
    assert ending == Incomplete(IncompleteReason.CUT, kept)
    assert pane.target == "A\nhalf of B"
    assert pane.shown.gaps == [([(2, 3), (4, 5), (6, 7)], len("A\nhalf of B"))]


def test_a_failure_to_go_on_is_an_incomplete_translation_that_can_be_gone_on_with() -> None:
    error = ConnectionLost("Box")
    ending = going_on().progress.end(Failed(error))

    kept = Translation("A\nhalf of B", finished=(FIRST,))
    assert ending == Incomplete(IncompleteReason.CUT, kept, error)


def test_a_failure_where_nothing_is_missing_is_one_and_leaves_the_text() -> None:
    pane = Pane("a").see(Began([(0, 1)], known=[FIRST]))
    ending = Failed(ConnectionLost("Box"))

    assert pane.progress.end(ending) is ending
    assert pane.target == "A"


def test_a_failure_with_nothing_on_the_screen_is_one() -> None:
    ending = Failed(ConnectionLost("Box"))

    assert Pane().progress.end(ending) is ending
