"""What is lit in both panes, and where a click goes."""

import pytest

from tests.fakes.screen import FakeScreen
from translator.text.alignment.align import Link
from translator.text.blocks import cut
from translator.text.difference import TextEdit
from translator.translation.request import FinishedBlock
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.target.target_layout import TargetLayout

SOURCE = "One. Two.\nThree."
BLOCKS = (
    FinishedBlock(0, "One. Two.", "Eins. Zwei.", links=(Link((0, 4), (0, 5)), Link((5, 9), (6, 11)))),
    FinishedBlock(1, "Three.", "Drei."),
)
ONE, TWO, THREE = ((0, 4), (0, 5)), ((5, 9), (6, 11)), ((10, 16), (12, 17))


class Desk:
    """Two linked panes and what is seen of them."""

    def __init__(self, source: str = SOURCE, blocks: tuple[FinishedBlock, ...] = BLOCKS) -> None:
        self.screen = FakeScreen(source)
        self.panes = LinkedPanes(self.screen)
        layout = TargetLayout(cut(source), sentences_spaced=True)
        layout.finish(blocks)
        self.panes.show(LinkMap(layout, cut(source).spans()))

    @property
    def lit(self) -> tuple[object, object]:
        return self.screen.lit, self.screen.lit_target


def test_what_is_under_the_pointer_is_lit_on_both_sides_until_it_leaves() -> None:
    desk = Desk()
    desk.panes.point_at("target", 7)
    assert desk.lit == TWO
    desk.panes.point_at("source", 12)
    assert desk.lit == THREE

    desk.panes.point_at("source", None)
    assert desk.lit == (None, None)


def test_the_caret_lights_what_it_is_in_and_the_pointer_wins_over_it() -> None:
    desk = Desk()
    desk.panes.follow_caret("source", 2)
    assert desk.lit == ONE
    desk.panes.point_at("target", 13)
    assert desk.lit == THREE
    desk.panes.point_at("target", None)
    assert desk.lit == ONE

    desk.panes.follow_caret("source", None)
    assert desk.lit == (None, None)


def test_only_the_pane_that_has_the_caret_can_lose_it() -> None:
    desk = Desk()
    desk.panes.follow_caret("source", 2)
    desk.panes.follow_caret("target", 13)
    desk.panes.follow_caret("source", None)

    assert desk.lit == THREE


def test_the_block_being_written_wins_over_the_caret_and_gives_way_to_the_pointer() -> None:
    desk = Desk()
    desk.panes.follow_caret("source", 2)
    desk.panes.follow_writing(1)
    assert desk.lit == THREE
    desk.panes.point_at("source", 6)
    assert desk.lit == TWO

    desk.panes.point_at("source", None)
    desk.panes.follow_writing(None)
    assert desk.lit == ONE


def test_of_one_segment_alone_the_caret_lights_nothing_and_the_pointer_all() -> None:
    desk = Desk("Three.", (FinishedBlock(0, "Three.", "Drei."),))
    desk.panes.follow_caret("source", 2)
    assert desk.lit == (None, None)

    desk.panes.point_at("source", 2)
    assert desk.lit == ((0, 6), (0, 5))


def test_an_edited_block_is_lit_no_more_and_those_behind_it_where_they_are_now() -> None:
    desk = Desk()
    desk.panes.follow_caret("source", 2)
    desk.panes.follow_edit(TextEdit(2, 0, "xx"))
    assert desk.lit == (None, None)

    desk.panes.point_at("target", 13)
    assert desk.lit == ((12, 18), (12, 17))


@pytest.mark.parametrize(
    ("side", "place", "selected", "revealed"), [("target", 7, (5, 9), None), ("source", 12, None, (12, 17))]
)
def test_a_click_goes_to_the_partner(side: str, place: int, selected: object, revealed: object) -> None:
    desk = Desk()
    desk.panes.click(side, place)  # type: ignore[arg-type]

    assert (desk.screen.selected, desk.screen.revealed) == (selected, revealed)


def test_a_click_beside_everything_goes_nowhere() -> None:
    desk = Desk("  One.", (FinishedBlock(0, "One.", "Eins."),))
    desk.panes.click("source", 0)

    assert (desk.screen.selected, desk.screen.revealed) == (None, None)


def test_without_a_translation_nothing_is_lit() -> None:
    screen = FakeScreen()
    panes = LinkedPanes(screen)
    panes.point_at("source", 0)
    panes.follow_edit(TextEdit(0, 0, "x"))
    panes.click("source", 0)
    panes.follow_caret("source", 0)

    assert screen.all_lit == []
