from dataclasses import replace

from tests.translation.helpers import finished
from translator.text.alignment.align import Link
from translator.text.blocks import cut
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.request import FinishedBlock, Segment
from translator.translation.running.target_text import TargetText


def test_blocks_stand_behind_their_gaps():
    target = TargetText(cut("- eins\n- zwei"), sentences_spaced=True)
    assert [target.write(0, "o"), target.write(0, "ne"), target.write(1, "two")] == ["- o", "ne", "\n- two"]
    assert target.text == "- one\n- two"
    assert target.segments(finished((0, "eins", "one"), (1, "zwei", "two"))) == [
        Segment(2, 6, 2, 5),
        Segment(9, 13, 8, 11),
    ]


def test_a_block_passed_over_leaves_its_gap():
    target = TargetText(cut("eins\n- zwei\ndrei"), sentences_spaced=True)
    target.write(0, "one")
    assert target.write(2, "three") == "\n- \nthree"
    assert target.segments(finished((0, "eins", "one"), (2, "drei", "three")))[1] == Segment(12, 16, 7, 12)


def test_what_is_taken_back_can_be_written_again():
    target = TargetText(cut("eins\nzwei\ndrei"), sentences_spaced=True)
    target.write(0, "one")
    mark = target.mark()
    target.write(1, "wrong")
    target.write(2, "wrong")
    target.take_back(mark)
    assert (target.text, target.length) == ("one", 3)
    assert target.write(1, "two") == "\ntwo"
    assert target.segments(finished((0, "eins", "one"), (1, "zwei", "two")))[1] == Segment(5, 9, 4, 7)


def test_the_tail_stands_at_the_end():
    target = TargetText(cut("eins\n\n"), sentences_spaced=True)
    target.write(0, "one")
    assert target.write_tail("\n\n") == "\n\n"
    assert (target.text, target.length) == ("one\n\n", 5)


def test_blocks_that_are_not_written_are_not_linked():
    target = TargetText(cut("eins\nzwei"), sentences_spaced=True)
    target.write(0, "one")
    blocks = finished((0, "eins", "one"), (1, "zwei", "two"))
    assert target.segments(blocks) == [Segment(0, 4, 0, 3)]
    assert target.findings(
        [replace(block, findings=(Finding(Check.LENGTH, Severity.WARNING),)) for block in blocks]
    ) == [Finding(Check.LENGTH, Severity.WARNING)]


def test_links_and_findings_are_told_at_their_places_in_the_whole_texts():
    target = TargetText(cut("- eins\n- zwei. drei"), sentences_spaced=True)
    target.write(0, "one")
    target.write(1, "Two. Three")
    links = (Link((0, 5), (0, 4)), Link((6, 10), (5, 10)))
    findings = (
        Finding(Check.NUMBERS, Severity.ERROR, (0, 4), (5, 10)),
        Finding(Check.LENGTH, Severity.WARNING, (1, 2)),
    )
    blocks = [FinishedBlock(1, "zwei. drei", "Two. Three", links=links, findings=findings)]
    assert target.segments(blocks) == [Segment(9, 14, 8, 12), Segment(15, 19, 13, 18)]
    assert target.findings(blocks) == [
        Finding(Check.NUMBERS, Severity.ERROR, (9, 13), (13, 18)),
        Finding(Check.LENGTH, Severity.WARNING, (10, 11)),
    ]
