"""The target of a text, carried over to a later version of that text."""

from collections.abc import Sequence
from dataclasses import replace

from translator.text.difference import TextEdit, edit_between, longest_rising, match_blocks, replaced
from translator.translation.request import FinishedBlock, emptied_in
from translator.ui.translate.target.target_layout import Slot, TargetLayout


def rewrite(old: TargetLayout, new: TargetLayout) -> list[TextEdit]:
    """Carry over to the layout of a later version of the source what still holds, and return the edits to there.

    Slots of unchanged blocks come along as they are. A changed block keeps the text of its old version until
    something takes its place.
    """
    old_sources, new_sources = [slot.source for slot in old.slots], [slot.source for slot in new.slots]
    matches = match_blocks(old_sources, new_sources)
    carried = [*matches]
    for at, old_at in enumerate(replaced(old_sources, new_sources, matches)):
        carried[at] = old_at if carried[at] is None else carried[at]
    for at, old_at in enumerate(carried):
        if old_at is not None:
            _bring_along(old.slots[old_at], new.slots[at], at, is_same=matches[at] is not None)
    new.measure()
    new.leave_out(emptied_in(new.finished()))
    return _edits_between(old, new, carried)


def _edits_between(old: TargetLayout, new: TargetLayout, carried: Sequence[int | None]) -> list[TextEdit]:
    """Return the edits that make the new text of the old one and touch nothing that stays in its order."""
    stays = [(old_at, at) for at, old_at in enumerate(carried) if old_at is not None and old.slots[old_at].text]
    kept = [stays[place] for place in longest_rising([old_at for old_at, _ in stays])]
    spans = [(old.span(old_at), new.span(at)) for old_at, at in kept]
    end = (len(old.text), len(old.text)), (len(new.text), len(new.text))
    edits: list[TextEdit] = []
    old_end = new_end = 0
    for (old_start, old_stop), (new_start, new_stop) in [*spans, end]:
        edit = edit_between(old.text[old_end:old_start], new.text[new_end:new_start])
        if edit:
            edits.append(replace(edit, position=new_end + edit.position))
        old_end, new_end = old_stop, new_stop
    return edits


def _bring_along(old: Slot, new: Slot, index: int, *, is_same: bool) -> None:
    new.text = old.text
    if is_same:
        new.finished, new.by_machine = _moved(old.finished, index), _moved(old.by_machine, index)
    new.is_stale = bool(old.text) and (old.is_stale or not is_same)


def _moved(block: FinishedBlock | None, index: int) -> FinishedBlock | None:
    return block if block is None or block.index == index else replace(block, index=index)
