"""Which part of one text lights up with which part of the other, also after edits."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translator.text.alignment.align import Link
from translator.text.blocks import cut
from translator.text.difference import TextEdit
from translator.translation.request import FinishedBlock
from translator.ui.translate.linked.linked import LinkMap, Pair
from translator.ui.translate.target.target_layout import TargetLayout

SOURCE = "One. Two.\n\n- Three.\nFour."
LINKS = (Link((0, 4), (0, 5)), Link((5, 9), (6, 11)))
FIRST = FinishedBlock(0, "One. Two.", "Eins. Zwei.", links=LINKS)
THIRD = FinishedBlock(2, "Four.", "Vier.")
ONE, TWO = Pair((0, 4), (0, 5)), Pair((5, 9), (6, 11))
THREE, FOUR = Pair((13, 19), (15, 20)), Pair((20, 25), (21, 26))


@pytest.fixture
def links() -> LinkMap:
    layout = TargetLayout(cut(SOURCE), sentences_spaced=True)
    layout.finish([FIRST, THIRD])
    layout.put(1, "Drei.")
    return LinkMap(layout, cut(SOURCE).spans())


@pytest.mark.parametrize(
    ("place", "pair"), [(0, ONE), (4, ONE), (5, TWO), (9, TWO), (10, None), (13, THREE), (25, FOUR)]
)
def test_a_place_in_the_source_has_its_partner(links: LinkMap, place: int, pair: Pair | None) -> None:
    assert links.at_source(place) == pair


@pytest.mark.parametrize(
    ("place", "pair"), [(0, ONE), (6, TWO), (11, TWO), (12, None), (16, THREE), (22, FOUR), (26, FOUR)]
)
def test_a_place_in_the_target_has_its_partner(links: LinkMap, place: int, pair: Pair | None) -> None:
    assert links.at_target(place) == pair


def test_before_the_first_block_there_is_nothing() -> None:
    layout = TargetLayout(cut("- One"), sentences_spaced=True)
    layout.put(0, "Eins")
    links = LinkMap(layout, cut("- One").spans())

    assert (links.at_source(0), links.at_target(0)) == (None, None)
    assert (links.block_at_source(0), links.block_at_target(0)) == (None, None)


def test_a_block_without_a_translation_has_no_partner(links: LinkMap) -> None:
    links.layout.put(2, "")

    assert links.at_source(22) is None
    assert links.pair_of(2) is None
    assert links.pair_of(7) is None


def test_a_block_being_written_is_linked_as_a_whole(links: LinkMap) -> None:
    assert links.pair_of(1) == THREE


def test_an_edited_block_has_no_partner_and_those_behind_it_move(links: LinkMap) -> None:
    links.follow_edit(TextEdit(3, 0, "abc"))

    assert links.at_source(4) is None
    assert links.at_target(2) is None
    assert links.at_source(16) == Pair((16, 22), (15, 20))
    assert links.at_target(22) == Pair((23, 28), (21, 26))


def test_an_edit_between_blocks_moves_what_is_behind_it(links: LinkMap) -> None:
    links.follow_edit(TextEdit(11, 0, "\n"))

    assert links.at_source(2) == ONE
    assert links.at_source(15) == Pair((14, 20), (15, 20))


def test_an_edit_before_everything_moves_everything() -> None:
    layout = TargetLayout(cut("\nOne"), sentences_spaced=True)
    layout.put(0, "Eins")
    links = LinkMap(layout, cut("\nOne").spans())
    links.follow_edit(TextEdit(0, 0, "\n"))

    assert links.at_source(2) == Pair((2, 5), (1, 5))


def test_a_text_without_blocks_has_no_partners() -> None:
    links = LinkMap(TargetLayout.of_text("abc"), [])
    links.follow_edit(TextEdit(0, 0, "x"))

    assert (links.at_source(0), links.at_target(1), links.count) == (None, None, 0)


EDITS = st.lists(st.tuples(st.integers(0, 40), st.integers(0, 6), st.text("ab", max_size=4)), max_size=8)


@given(EDITS)
@settings(deadline=None)
def test_after_any_edits_an_untouched_block_is_found_where_its_words_are(edits: list[tuple[int, int, str]]) -> None:
    words = [f"word{number}" for number in range(8)]
    text = "\n\n".join(words)
    layout = TargetLayout(cut(text), sentences_spaced=True)
    layout.finish(FinishedBlock(at, word, word.upper()) for at, word in enumerate(words))
    links = LinkMap(layout, cut(text).spans())
    for position, removed, inserted in edits:
        edit = TextEdit(min(position, len(text)), min(removed, len(text) - min(position, len(text))), inserted)
        text = edit.applied_to(text)
        links.follow_edit(edit)

    starts = [links.source_span(block)[0] for block in range(len(words))]
    assert starts == sorted(starts)
    for block, word in enumerate(words):
        pair = links.pair_of(block)
        if pair is not None:
            assert text[slice(*pair.source)] == word
            assert layout.text[slice(*pair.target)] == word.upper()
            assert links.at_source(pair.source[0] + 1) == links.at_target(pair.target[0] + 1) == pair
