"""How well translations are aligned, over paragraphs that were linked by hand."""

import pytest

from tests.corpora.alignment.accuracy import LONGEST_BLOCK, PAIRS, long_blocks, paragraphs, share_right


def test_of_sentence_links_at_least_97_in_100_are_right() -> None:
    assert share_right([paragraph for pair in PAIRS for paragraph in paragraphs(pair)]) >= 0.97


def test_so_they_are_in_blocks_as_long_as_they_come() -> None:
    blocks = [block for pair in PAIRS for block in long_blocks(pair)]
    assert max(block.length for block in blocks) > 0.9 * LONGEST_BLOCK
    assert share_right(blocks) >= 0.97


@pytest.mark.parametrize("pair", PAIRS)
def test_no_language_pair_is_much_worse_than_the_others(pair: str) -> None:
    assert share_right(paragraphs(pair)) >= 0.96


@pytest.mark.parametrize("pair", PAIRS)
def test_the_paragraphs_are_linked_wholly_and_in_order(pair: str) -> None:
    read = paragraphs(pair)
    assert len(read) >= 35
    for paragraph in read:
        for side, links in zip((paragraph.source, paragraph.target), zip(*paragraph.links, strict=True), strict=True):
            assert [number for link in links for number in link] == list(range(len(side.sentences)))
            assert 2 <= len(side.sentences) <= 8
            assert all(sentence == sentence.strip() != "" for sentence in side.sentences)


def test_in_a_good_part_of_the_paragraphs_sentences_are_split_or_merged() -> None:
    read = [paragraph for pair in PAIRS for paragraph in paragraphs(pair)]
    assert len(read) >= 232
    uneven = [one for one in read if any(len(ours) != 1 or len(theirs) != 1 for ours, theirs in one.links)]
    assert len(uneven) >= 0.4 * len(read)
