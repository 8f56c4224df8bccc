from translator.text.blocks import cut
from translator.translation.request import Segment
from translator.translation.target_text import TargetText


def test_blocks_stand_behind_their_gaps():
    target = TargetText(cut("- eins\n- zwei"), sentences_spaced=True)
    assert [target.write(0, "o"), target.write(0, "ne"), target.write(1, "two")] == ["- o", "ne", "\n- two"]
    assert target.text == "- one\n- two"
    assert target.segments({0, 1}) == [Segment(2, 6, 2, 5), Segment(9, 13, 8, 11)]


def test_a_block_passed_over_leaves_its_gap():
    target = TargetText(cut("eins\n- zwei\ndrei"), sentences_spaced=True)
    target.write(0, "one")
    assert target.write(2, "three") == "\n- \nthree"
    assert target.segments({0, 2})[1] == Segment(12, 16, 7, 12)


def test_what_is_taken_back_can_be_written_again():
    target = TargetText(cut("eins\nzwei\ndrei"), sentences_spaced=True)
    target.write(0, "one")
    mark = target.mark()
    target.write(1, "wrong")
    target.write(2, "wrong")
    target.take_back(mark)
    assert (target.text, target.length) == ("one", 3)
    assert target.write(1, "two") == "\ntwo"
    assert target.segments({0, 1})[1] == Segment(5, 9, 4, 7)


def test_the_tail_stands_at_the_end():
    target = TargetText(cut("eins\n\n"), sentences_spaced=True)
    target.write(0, "one")
    assert target.write_tail("\n\n") == "\n\n"
    assert (target.text, target.length) == ("one\n\n", 5)


def test_blocks_that_are_not_written_are_not_linked():
    target = TargetText(cut("eins\nzwei"), sentences_spaced=True)
    target.write(0, "one")
    assert target.segments([1, 0]) == [Segment(0, 4, 0, 3)]
