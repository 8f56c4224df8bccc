"""Layouts to try things on, and what is true of each of them."""

from collections.abc import Iterable

from hypothesis import strategies as st

from translator.text.blocks import Block, BlockedText, cut
from translator.text.difference import TextEdit
from translator.translation.request import FinishedBlock
from translator.ui.translate.target.target_layout import TargetLayout

LETTERS = st.text("ab ", max_size=5)
BLOCKS = st.builds(Block, st.sampled_from(["", "\n", "\n\n", " - "]), st.sampled_from("abcdef"), st.booleans())
TEXTS = st.builds(BlockedText, st.lists(BLOCKS, max_size=7).map(tuple), st.sampled_from(["", "\n"]))
SAID = st.lists(st.one_of(st.none(), LETTERS.filter(bool)), min_size=7, max_size=7)


def layout_of(source: str, *said: str | None, spaced: bool = True) -> TargetLayout:
    made = TargetLayout(cut(source), sentences_spaced=spaced)
    said_blocks = [(index, text) for index, text in enumerate(said) if text is not None]
    made.finish(FinishedBlock(index, made.slots[index].source, text) for index, text in said_blocks)
    return made


def applied(edits: Iterable[TextEdit], text: str) -> str:
    """Return a text after these edits, one after the other."""
    for edit in edits:
        text = edit.applied_to(text)
    return text


def check_places(layout: TargetLayout) -> None:
    for index in range(layout.shown):
        start, end = layout.span(index)
        assert layout.text[start:end] == layout.slots[index].text
        if start < end:
            assert layout.slot_at(start + 1) == index
