"""Which blocks an edit by hand belongs to, and what they say after it."""

from typing import NamedTuple

from translator.text.difference import TextEdit
from translator.translation.request import BlockOrigin, FinishedBlock
from translator.ui.translate.target.target_layout import Slot, TargetLayout


def write_by_hand(layout: TargetLayout, edit: TextEdit) -> tuple[int, ...]:
    """Do an edit of what is shown; return the slots that say something else now.

    What is written into a gap goes to the block on the same line, else to the one before. Where an edit joins blocks,
    the first one says what all of them said, and the others nothing. What the user has emptied stays empty, unless
    nothing at all is left: then it is as if it had never been translated.
    """
    start, stop = edit.position, edit.position + edit.removed
    if not layout.shown:
        return _write_into_nothing(layout, edit)
    if not edit.inserted.strip() and _is_within_gap(layout, start, stop):
        _set_gap(layout, layout.slot_at(start), start, stop, edit.inserted)
        return ()
    first, gap, head = _before(layout, start)
    last, rest, gap_behind = _behind(layout, stop, first)
    layout.slots[first].gap = gap
    if gap_behind is not None:
        _give_gap(layout, last, gap_behind)
    changed = _say(layout, first, last, head + edit.inserted + rest)
    layout.measure_again()
    return changed


def use_mine(layout: TargetLayout, index: int, text: str) -> list[TextEdit]:
    """Let a block say what the user had written; return the edits of what is shown."""
    slot = layout.slots[index]
    by_machine = slot.by_machine or slot.finished
    edits = layout.finish([FinishedBlock(index, slot.source, text, BlockOrigin.USER)])
    slot.by_machine = by_machine
    return edits


def is_by_hand(slot: Slot) -> bool:
    """Whether the user has written what a slot says."""
    return slot.finished is not None and slot.finished.origin is BlockOrigin.USER


def is_joined(layout: TargetLayout, index: int) -> bool:
    """Whether a slot says what was in the one behind it as well: by itself it is no translation of its source."""
    return any(is_by_hand(slot) and not slot.text for slot in layout.slots[index + 1 : index + 2])


class _Before(NamedTuple):
    """What stands before an edit: the slot it belongs to, the gap before that, and the slot's text up to the edit."""

    slot: int
    gap: str
    text: str


class _Behind(NamedTuple):
    """What stands behind an edit: the last slot it reaches, what is left of its text, and of the gap behind it.

    The gap is None where the edit does not reach into it.
    """

    slot: int
    text: str
    gap: str | None = None


def _write_into_nothing(layout: TargetLayout, edit: TextEdit) -> tuple[int, ...]:
    text = edit.applied_to(layout.text)
    if not layout.slots:
        layout.tail, layout.has_tail = text, True
        layout.measure_again()
        return ()
    layout.slots[0].gap, layout.tail = "", "" if layout.has_tail else layout.tail
    changed = _say(layout, 0, 0, text)
    layout.measure()
    return changed


def _is_within_gap(layout: TargetLayout, start: int, stop: int) -> bool:
    slot = layout.slot_at(start)
    end = layout.span(slot)[1] if slot >= 0 else 0
    return (slot < 0 or start > end) and stop <= end + len(_gap_behind(layout, slot))


def _gap_behind(layout: TargetLayout, slot: int) -> str:
    return layout.slots[slot + 1].gap if slot + 1 < layout.shown else layout.tail


def _give_gap(layout: TargetLayout, slot: int, gap: str) -> None:
    if slot + 1 < layout.shown:
        layout.slots[slot + 1].gap = gap
    else:
        layout.tail = gap


def _set_gap(layout: TargetLayout, slot: int, start: int, stop: int, text: str) -> None:
    end = layout.span(slot)[1] if slot >= 0 else 0
    gap = _gap_behind(layout, slot)
    _give_gap(layout, slot, gap[: start - end] + text + gap[stop - end :])
    layout.measure_again()


def _before(layout: TargetLayout, start: int) -> _Before:
    slot = layout.slot_at(start)
    if slot < 0:
        return _Before(0, layout.slots[0].gap[:start], "")
    (begin, end), here = layout.span(slot), layout.slots[slot]
    if start <= end:
        return _Before(slot, here.gap, here.text[: start - begin])
    gap = _gap_behind(layout, slot)
    before, after = gap[: start - end], gap[start - end :]
    if slot + 1 < layout.shown and "\n" not in after:
        return _Before(slot + 1, before, "")
    return _Before(slot, here.gap, here.text + before)


def _behind(layout: TargetLayout, stop: int, first: int) -> _Behind:
    slot = layout.slot_at(stop)
    if slot >= 0 and stop <= (span := layout.span(slot))[1]:
        return _Behind(slot, layout.slots[slot].text[stop - span[0] :])
    end = layout.span(slot)[1] if slot >= 0 else 0
    gap = _gap_behind(layout, slot)[stop - end :]
    if slot < first:
        return _Behind(first, gap + layout.slots[first].text)
    return _Behind(slot, "", gap)


def _say(layout: TargetLayout, first: int, last: int, text: str) -> tuple[int, ...]:
    before = layout.slots[first].text
    others = (*layout.slots[:first], *layout.slots[last + 1 :])
    is_there = bool(text.strip()) or any(slot.text.strip() for slot in others)
    for index in range(first + 1, last + 1):
        layout.slots[index].gap = ""
        _take_over(layout, index, "", is_there=is_there)
    if text != before or first != last:
        _take_over(layout, first, text, is_there=is_there)
    return tuple(range(first, last + 1)) if text != before or first != last else ()


def _take_over(layout: TargetLayout, index: int, text: str, *, is_there: bool) -> None:
    slot = layout.slots[index]
    by_machine = slot.by_machine if is_by_hand(slot) else slot.finished
    slot.text, slot.is_stale = text, False
    if by_machine is not None and by_machine.target == text:
        slot.finished, slot.by_machine = by_machine, None
        return
    mine = FinishedBlock(index, slot.source, text, BlockOrigin.USER)
    slot.finished, slot.by_machine = (mine if is_there else None), by_machine
