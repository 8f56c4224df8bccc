"""Which blocks of a target are not there in full, and where it broke off."""

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Literal

from translator.ui.translate.target.target_layout import Slot, TargetLayout


def gaps_of(layout: TargetLayout) -> Iterator[tuple[Sequence[int], int | None]]:
    """Yield for each run of blocks that are not there in full: these blocks, and where in the target it broke off.

    That is behind what is there of the first of them, or else behind the last text before it. Nothing broke off where
    stale text stands: such blocks are a run by themselves, with no place.
    """
    for kind, run in groupby(enumerate(layout.slots), lambda each: _kind(each[1])):
        missing = [index for index, _ in run]
        if kind == "missing":
            yield missing, _end_of_text(layout, missing[0])
        elif kind == "stale":
            yield missing, None


def _kind(slot: Slot) -> Literal["there", "missing", "stale"]:
    if slot.finished:
        return "there"
    return "stale" if slot.is_stale else "missing"


def first_gap(layout: TargetLayout) -> int | None:
    """Return where the first of what is not there in full will be written, if anything is not."""
    missing = next((index for index, slot in enumerate(layout.slots) if not slot.finished), None)
    return None if missing is None else _end_of_text(layout, missing)


def _end_of_text(layout: TargetLayout, index: int) -> int:
    """Return where the text of a slot ends, or of the last one before it that has any."""
    for at in range(min(index, layout.shown - 1), -1, -1):
        if text := layout.slots[at].text.rstrip():
            return layout.span(at)[0] + len(text)
    return 0
