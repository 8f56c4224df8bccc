"""What still holds of a target comes along to a later version of its source."""

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.ui.translate.target.layouts import SAID, TEXTS, applied, check_places, layout_of
from translator.text.blocks import BlockedText
from translator.text.difference import TextEdit
from translator.ui.translate.target.later_version import rewrite
from translator.ui.translate.target.target_layout import TargetLayout


def test_unchanged_blocks_are_not_touched_and_changed_ones_keep_their_text() -> None:
    old = layout_of("one\ntwo is here\nthree", "eins", "zwei ist hier", "drei")
    new = layout_of("one\ntwo was here\nthree\nfour")
    edits = rewrite(old, new)

    assert edits == []
    assert new.text == "eins\nzwei ist hier\ndrei"
    assert [block.target for block in new.finished()] == ["eins", "drei"]
    assert [block.index for block in new.finished()] == [0, 2]


def test_deleted_blocks_vanish_and_inserted_ones_have_their_place() -> None:
    old = layout_of("one\ntwo\nthree", "eins", "zwei", "drei")
    new = layout_of("two\nfour is new\nthree")

    assert applied(rewrite(old, new), old.text) == new.text == "zwei\n\ndrei"


def test_of_another_text_nothing_stays() -> None:
    new = layout_of("Something else.")

    assert rewrite(layout_of("one", "eins"), new) == [TextEdit(0, 4, "")]
    assert new.text == ""


@given(TEXTS, TEXTS, SAID, st.booleans())
@settings(deadline=None)
def test_the_edits_to_a_later_version_make_its_text(
    before: BlockedText, after: BlockedText, said: list[str | None], tail: bool
) -> None:
    old = TargetLayout(before, sentences_spaced=True)
    for slot, text in zip(old.slots, said, strict=False):
        old.put(old.slots.index(slot), text or "")
    if tail:
        old.show_tail()
    new = TargetLayout(after, sentences_spaced=True)

    assert applied(rewrite(old, new), old.text) == new.text
    check_places(new)
