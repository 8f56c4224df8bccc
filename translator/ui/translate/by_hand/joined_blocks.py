"""Brings back as blocks what an edit by hand had joined."""

from collections.abc import Sequence
from dataclasses import replace
from typing import NamedTuple

from translator.text.difference import TextEdit
from translator.ui.translate.by_hand.by_hand import write_by_hand
from translator.ui.translate.target.target_layout import Slot, TargetLayout

_MOST_KEPT = 20


class _Before(NamedTuple):
    slots: Sequence[Slot]
    tail: str


class JoinedBlocks:
    """Does the edits of a reader, and keeps how the blocks were before one that reached over several of them.

    To the layout, undoing such an edit is writing like any other, and would leave all of its text to one block: the
    next translation would take the others for missing. So where the text is again what it was, the blocks are as well.
    """

    def __init__(self) -> None:
        self._layout: TargetLayout | None = None
        self._before: dict[str, _Before] = {}

    def write(self, layout: TargetLayout, edit: TextEdit) -> Sequence[int]:
        """Do an edit of what is shown; return the slots that say something else now."""
        if layout is not self._layout:
            self._layout, self._before = layout, {}
        before = self._before.get(edit.applied_to(layout.text)) if self._before else None
        if before is not None:
            return _bring_back(layout, before)
        if edit.removed and layout.slot_at(edit.position) != layout.slot_at(edit.position + edit.removed):
            self._keep(layout)
        return write_by_hand(layout, edit)

    def _keep(self, layout: TargetLayout) -> None:
        self._before[layout.text] = _Before([replace(slot) for slot in layout.slots], layout.tail)
        if len(self._before) > _MOST_KEPT:
            del self._before[next(iter(self._before))]


def _bring_back(layout: TargetLayout, before: _Before) -> Sequence[int]:
    changed = [at for at, (slot, old) in enumerate(zip(layout.slots, before.slots, strict=True)) if slot != old]
    for at in changed:
        layout.slots[at] = replace(before.slots[at])
    layout.tail = before.tail
    layout.measure_again()
    return changed
