"""What the user had written is followed while its source changes."""

from dataclasses import replace

from translator.text.blocks import cut
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.translate.by_hand.offers import Offer, Offers
from translator.ui.translate.target.target_layout import TargetLayout


def layout(source: str, *said: str, mine: bool = False) -> TargetLayout:
    made = TargetLayout(cut(source), sentences_spaced=True)
    blocks = [FinishedBlock(index, made.slots[index].source, text) for index, text in enumerate(said)]
    made.finish(replace(block, origin=BlockOrigin.USER if mine else BlockOrigin.SERVICE) for block in blocks)
    return made


def test_while_the_source_changes_again_and_again_the_offer_stays_with_it() -> None:
    offers, first = Offers(), layout("one word", "mine", mine=True)
    second, third = layout("one words"), layout("one words more")
    offers.follow(first, second)
    offers.follow(second, third)

    assert offers.of(third) == [(0, Offer("one words more", "mine"))]


def test_what_an_unchanged_block_was_offered_is_kept_while_another_changes() -> None:
    offers, first = Offers(), layout("one word\ntwo words", "mine", mine=True)
    second, third = layout("one words\ntwo words"), layout("one words\ntwo wordy")
    offers.follow(first, second)
    offers.follow(second, third)

    assert offers.of(third) == [(0, Offer("one words", "mine"))]


def test_what_a_block_says_already_or_has_gone_is_no_offer() -> None:
    offers, first = Offers(), layout("one word", "mine", mine=True)
    offers.follow(first, layout("one words"))

    assert offers.of(layout("one words", "mine")) == []
    assert offers.of(layout("other")) == []


def test_what_was_offered_is_offered_no_more_after_the_next_change() -> None:
    offers, first = Offers(), layout("one word", "mine", mine=True)
    second = layout("one words")
    offers.follow(first, second)
    assert offers.of(second)
    offers.follow(second, second)

    assert offers.of(second) == []


def test_a_machines_words_are_never_offered() -> None:
    offers = Offers()
    offers.follow(layout("one word", "its"), layout("one words"))

    assert offers.of(layout("one words")) == []
