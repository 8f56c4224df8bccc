"""What is shown of findings, when, and what is asked for again because of them."""

from collections.abc import Sequence

import pytest

from tests.fakes.screen import FakeScreen
from translator.text.alignment.align import Link
from translator.text.blocks import cut
from translator.text.difference import TextEdit
from translator.translation.checks.finding import Check, Finding, Severity
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.findings.corrections import Corrections
from translator.ui.findings.presenter import FindingsPresenter
from translator.ui.findings.screen import NOTHING_FOUND, MarkedPlaces
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.translate.target.target_layout import TargetLayout

SOURCES = ("It costs 5 euros.", "Bring a cup. Call me.", "Bye.")
TARGETS = ("Es kostet 6 Euro.", "Bring eine Tasse mit. Ruf an.", "Bye.")
TEXT = "\n".join(SOURCES)
LINKS = (Link((0, 12), (0, 21)), Link((13, 21), (22, 29)))

NUMBER = Finding(Check.NUMBERS, Severity.ERROR, (9, 10), (10, 11), "5", "6")
LEFT_OUT = Finding(Check.GLOSSARY, Severity.WARNING, (8, 11), None, "Becher")
ECHO = Finding(Check.UNTRANSLATED, Severity.WARNING, None, (0, 3), "", "Bye")


class Room:
    """Three blocks, and a person who reads them."""

    def __init__(self, *findings: Sequence[Finding]) -> None:
        self.screen = FakeScreen(TEXT)
        self.asked: list[Corrections] = []
        self.counts: list[int] = []
        self.layout = TargetLayout(cut(TEXT), sentences_spaced=True)
        self.links = LinkMap(self.layout, cut(TEXT).spans())
        self.presenter = FindingsPresenter(self.screen, lambda: self.links, self.asked.append, self.counts.append)
        for index, found in enumerate(findings):
            self.settle(index, *found)
        self.presenter.refresh()

    def settle(self, index: int, *findings: Finding, target: str = "", origin: BlockOrigin = BlockOrigin.SERVICE):
        """Let a block be there in full."""
        links = LINKS if index == 1 else ()
        text = target or TARGETS[index]
        self.layout.finish([FinishedBlock(index, SOURCES[index], text, origin, links=links, findings=findings)])
        self.presenter.refresh()

    @property
    def words(self) -> str:
        return self.screen.findings.words

    @property
    def sentences(self) -> list[str]:
        return [row.sentence for row in self.screen.findings.rows]


ALL = ([NUMBER], [LEFT_OUT], [ECHO])


def test_where_nothing_was_found_nothing_is_shown() -> None:
    room = Room([], [], [])

    assert room.screen.findings == NOTHING_FOUND
    assert room.counts == []


def test_words_are_marked_where_they_stand_in_both_texts() -> None:
    room = Room(*ALL)

    assert room.screen.source_findings == MarkedPlaces(((9, 10),), ((26, 29),))
    assert room.screen.target_findings.errors == ((10, 11),)
    places = [room.layout.text[slice(*span)] for span in room.screen.target_findings.warnings]
    assert places == ["mit.", "Bye"]


def test_what_is_missing_in_a_block_without_sentences_is_marked_at_its_end() -> None:
    room = Room([Finding(Check.DATES, Severity.ERROR, (0, 2), None, "3 May")])
    room.settle(0, Finding(Check.LENGTH, Severity.WARNING), target="短いです")

    assert [room.layout.text[slice(*span)] for span in room.screen.target_findings.warnings] == ["短いです"]


def test_one_finding_is_said_and_can_be_fixed() -> None:
    room = Room([NUMBER])

    shown = room.screen.findings
    assert shown.words == "The number 5 has become 6."
    assert (shown.severity, shown.can_fix, shown.can_fix_all, shown.chosen) == (Severity.ERROR, True, False, 0)


def test_several_are_counted() -> None:
    room = Room(*ALL)

    assert room.words == "1 error, 2 warnings"
    assert room.screen.findings.can_fix_all
    assert not room.screen.findings.can_fix
    assert room.sentences == [
        "The number 5 has become 6.",
        "The glossary has Becher here.",
        "This was left untranslated: Bye",
    ]
    assert room.presenter.count == 3


def test_one_goes_from_finding_to_finding_and_round() -> None:
    room = Room(*ALL)

    room.presenter.go_on(1)
    assert room.screen.gone_to == ((9, 10), (10, 11))
    assert room.words == "1 of 3: The number 5 has become 6."
    room.presenter.go_on(-1)
    assert room.words == "3 of 3: This was left untranslated: Bye"
    assert room.screen.gone_to == ((40, 44), (48, 51))  # the source of its block, as no word of it is concerned
    room.presenter.go_on(1)
    assert room.words.startswith("1 of 3")
    room.presenter.go_on(1)
    assert room.screen.findings.can_fix


def test_one_goes_back_from_the_end() -> None:
    room = Room(*ALL)

    room.presenter.go_on(-1)

    assert room.words.startswith("3 of 3")


def test_without_findings_there_is_nowhere_to_go() -> None:
    room = Room([])

    room.presenter.go_on(1)
    room.presenter.open(0)
    room.presenter.choose(4)
    room.presenter.fix()
    room.presenter.fix_all()
    room.presenter.dismiss()

    assert room.screen.gone_to is None
    assert room.asked == []


def test_a_block_is_asked_for_again_with_all_that_was_found_in_it() -> None:
    other = Finding(Check.LENGTH, Severity.WARNING)
    room = Room([NUMBER, other], [LEFT_OUT])

    room.presenter.choose(0)
    room.presenter.fix()

    assert room.asked == [{0: (NUMBER, other)}]


def test_all_blocks_with_errors_are_asked_for_at_once() -> None:
    room = Room([NUMBER], [LEFT_OUT], [Finding(Check.LEAK, Severity.ERROR, None, (0, 3), "", "Bye")])

    room.presenter.fix_all()

    assert [set(each) for each in room.asked] == [{0, 2}]


def test_what_the_user_has_written_is_not_asked_for_again() -> None:
    room = Room([])
    room.settle(0, NUMBER, origin=BlockOrigin.USER)

    room.presenter.fix()
    room.presenter.fix_all()

    assert room.words
    assert not room.screen.findings.can_fix
    assert room.asked == []


def test_a_dismissed_finding_is_gone_until_its_block_changes() -> None:
    room = Room([NUMBER])

    room.presenter.dismiss()
    assert (room.words, room.presenter.count) == ("", 0)
    assert room.screen.target_findings == MarkedPlaces()
    room.settle(0, NUMBER)
    assert room.words == ""
    room.settle(0, NUMBER, target="Das kostet 6 Euro")
    assert room.words == "The number 5 has become 6."
    assert room.counts == [1, 0, 1]


def test_after_one_is_dismissed_the_next_is_spoken_of() -> None:
    room = Room(*ALL)
    room.presenter.choose(2)

    room.presenter.dismiss()
    assert room.words == "2 of 2: The glossary has Becher here."
    room.presenter.dismiss()
    assert room.words == "The number 5 has become 6."


def test_an_edited_block_has_no_findings_any_more() -> None:
    room = Room(*ALL)

    room.links.follow_edit(TextEdit(0, 2, "That"))
    room.presenter.refresh()

    assert room.presenter.count == 2
    assert room.screen.source_findings == MarkedPlaces((), ((28, 31),))


def test_findings_are_said_beside_their_words() -> None:
    room = Room([NUMBER, Finding(Check.DATES, Severity.ERROR, None, (10, 11), "", "6")])

    assert room.presenter.sentence_at(10, in_source=False).split("\n") == [
        "The number 5 has become 6.",
        "The date 6 is not in the source.",
    ]
    assert room.presenter.sentence_at(9, in_source=True) == "The number 5 has become 6."
    assert room.presenter.sentence_at(3, in_source=True) == ""


# While a translation is on its way


def test_the_list_waits_for_the_first_error_and_the_marks_do_not() -> None:
    room = Room()
    room.presenter.begin({})

    room.settle(1, LEFT_OUT)
    assert room.words == ""
    assert room.screen.target_findings.warnings
    room.settle(0, NUMBER)
    assert room.words == "1 error, 1 warning"
    assert room.screen.findings.is_busy


def test_the_list_comes_with_the_end_where_there_are_warnings_only() -> None:
    room = Room()
    room.presenter.begin({})
    room.settle(1, LEFT_OUT)

    room.presenter.end()

    assert room.words == "The glossary has Becher here."
    assert not room.screen.findings.is_busy


def test_nothing_is_asked_while_something_is_on_its_way() -> None:
    room = Room([NUMBER])
    room.presenter.begin({})

    room.presenter.fix()

    assert room.asked == []


def ask_again(room: Room) -> None:
    room.presenter.fix()
    room.presenter.begin(room.asked[-1])
    room.layout.slots[0].finished = None
    room.presenter.refresh()


def test_while_a_block_is_asked_for_again_the_bar_says_so_and_keeps_its_room() -> None:
    room = Room([NUMBER])

    ask_again(room)

    assert room.words == "Asking again for one block"
    assert room.screen.target_findings == MarkedPlaces()


def test_what_is_right_by_now_is_gone() -> None:
    room = Room([NUMBER])
    ask_again(room)

    room.settle(0, target="Es kostet 5 Euro.")
    room.presenter.end()

    assert room.screen.findings == NOTHING_FOUND


def test_what_came_back_the_same_is_said_once() -> None:
    room = Room([NUMBER], [LEFT_OUT])
    room.presenter.choose(0)
    ask_again(room)

    room.settle(0, Finding(Check.NUMBERS, Severity.ERROR, (9, 10), (11, 12), "5", "6"), target="Das kostet 6 Euro.")
    room.presenter.end()
    assert room.words == "It came back the same. 1 of 2: The number 5 has become 6."

    room.presenter.go_on(1)
    room.presenter.go_on(-1)
    assert room.words == "1 of 2: The number 5 has become 6."


def test_another_fault_is_not_the_same() -> None:
    room = Room([NUMBER])
    ask_again(room)

    room.settle(0, Finding(Check.NUMBERS, Severity.ERROR, (9, 10), (10, 11), "5", "7"), target="Es kostet 7 Euro.")
    room.presenter.end()

    assert room.words == "The number 5 has become 7."


def test_why_a_block_stays_as_it_was_is_said() -> None:
    room = Room([NUMBER])
    ask_again(room)
    room.settle(0, NUMBER)

    room.presenter.end("The block stays as it was.")

    assert room.words == "The block stays as it was. The number 5 has become 6."


def test_an_end_without_a_beginning_changes_nothing() -> None:
    room = Room([NUMBER])

    room.presenter.end("Something")

    assert room.words == "The number 5 has become 6."


@pytest.mark.parametrize("origin", [BlockOrigin.MEMORY, BlockOrigin.SERVICE])
def test_what_was_not_written_by_the_user_can_be_fixed(origin: BlockOrigin) -> None:
    room = Room([])
    room.settle(0, NUMBER, origin=origin)

    assert room.screen.findings.can_fix
