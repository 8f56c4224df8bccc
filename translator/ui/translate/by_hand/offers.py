"""What the user had written for blocks that have changed since, to be offered again."""

from dataclasses import dataclass

from translator.text.difference import match_blocks, replaced
from translator.ui.translate.by_hand.by_hand import is_by_hand
from translator.ui.translate.target.target_layout import TargetLayout


@dataclass(frozen=True, slots=True)
class Offer:
    """What the user had written, and the block of the source (as it is now) that it may be used for."""

    source: str
    mine: str


class Offers:
    """Follows the blocks that the user has written while their source changes. Each is offered once."""

    def __init__(self) -> None:
        self._mine: dict[str, str] = {}
        self._was_offered = False

    def copied(self) -> "Offers":
        """Return the same offers, whatever becomes of these."""
        other = Offers()
        other._mine, other._was_offered = {**self._mine}, self._was_offered
        return other

    def clear(self) -> None:
        """Offer nothing."""
        self._mine, self._was_offered = {}, False

    def follow(self, old: TargetLayout, new: TargetLayout) -> None:
        """Take note of a later version of the source. What was changed last is offered first."""
        if self._was_offered:
            self.clear()
        olds, news = [slot.source for slot in old.slots], [slot.source for slot in new.slots]
        if not self._mine and not any(map(is_by_hand, old.slots)):
            return
        matches = match_blocks(olds, news)
        kept = {source: mine for source, mine in self._mine.items() if source in news}
        changed: dict[str, str] = {}
        for at, old_at in enumerate(replaced(olds, news, matches)):
            if old_at is None:
                continue
            slot = old.slots[old_at]
            mine = slot.text if is_by_hand(slot) else self._mine.get(slot.source)
            if mine and mine.strip():
                changed[news[at]] = mine
        self._mine = {**changed, **{source: mine for source, mine in kept.items() if source not in changed}}

    def of(self, layout: TargetLayout) -> list[tuple[int, Offer]]:
        """Return what can be offered: each with its block. What the block says already is no offer."""
        self._was_offered = True
        places = {slot.source: index for index, slot in reversed(list(enumerate(layout.slots)))}
        return [
            (places[source], Offer(source, mine))
            for source, mine in self._mine.items()
            if source in places and layout.slots[places[source]].text != mine
        ]

    def settle(self, source: str) -> None:
        """Offer this no more."""
        self._mine.pop(source, None)
