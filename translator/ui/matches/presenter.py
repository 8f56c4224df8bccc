"""Shows what the memory has that is like the block at hand, and puts it in its place. Knows no widget."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime
from typing import NamedTuple, Protocol

from translator import clock
from translator.i18n import tr
from translator.language.tag import LanguagePair
from translator.translation.memory.store import LEAST_SCORE
from translator.translation.memory.unit import FuzzyMatch
from translator.ui.loop.tasks import Tasks
from translator.ui.matches.differences import differences
from translator.ui.matches.screen import MatchesScreen, MatchRow, NoSimilarTexts, SimilarTexts
from translator.ui.matches.words import match_caption
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.translate.linked.linked_panes import Side

LOOK_AFTER = 0.15
"""Seconds that caret or pointer rest on a block before it is looked for."""

_MOST = 5


class Shown(Protocol):
    """The translation on the screen."""

    @property
    def languages(self) -> LanguagePair | None:
        """Its languages; None while there is none."""
        ...


class _Wanted(NamedTuple):
    """The block to look for, its source, and the languages of the translation."""

    block: int
    source: str
    languages: LanguagePair | None


class MatchesPresenter:
    """Follows caret and pointer while the panel is open: the block under the pointer, else the one with the caret."""

    def __init__(
        self, screen: MatchesScreen, shown: Shown, links: Callable[[], LinkMap | None], is_running: Callable[[], bool],
        replace_block: Callable[[int, str], None], memory: SimilarTexts | None = None,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep, now: Callable[[], datetime] = clock.now,
    ) -> None:  # fmt: skip
        """``replace_block`` lets a block say something as the user's own words. Without ``memory`` nothing is found."""
        self._screen = screen
        self._shown = shown
        self._links = links
        self._is_running = is_running
        self._memory = memory or NoSimilarTexts()
        self._replace_block = replace_block
        self._sleep = sleep
        self._now = now
        self._tasks = Tasks()
        self._places: dict[str, tuple[Side, int]] = {}
        self._block: _Wanted | None = None
        self._pending: _Wanted | None = None
        self._matches: Sequence[FuzzyMatch] = ()
        self.is_open = False

    async def close(self) -> None:
        """End what runs."""
        await self._tasks.close()

    # What happens

    def set_open(self, *, is_open: bool) -> None:
        """Take note that the panel is open, or is not."""
        self.is_open = is_open
        self._block = None
        self._give_up()
        if is_open:
            self._screen.show_matches((), tr("Put the caret into a block to see what is like it."))
            self._look()

    def point_at(self, side: Side, position: int | None) -> None:
        """Take note of where the pointer is, in code points, or that it has left; what was found stays then."""
        if position is None:
            self._places.pop("pointer", None)
        else:
            self._places["pointer"] = side, position
            self._look()

    def follow_caret(self, side: Side, position: int | None) -> None:
        """Take note of where the caret is; where the focus has gone elsewhere, it stays where it was."""
        if position is not None:
            self._places["caret"] = side, position
            self._look()

    def refresh(self) -> None:
        """Look anew: blocks may be others by now."""
        self._look()

    # Commands

    def use(self, row: int) -> None:
        """Put a match in the place of the block that it was found for, as the user's own words."""
        if not 0 <= row < len(self._matches) or self._block is None:
            return
        if self._is_running():
            self._screen.show_status(tr("A match can be used once the translation is there."), "idle")
            return
        block, source = self._block.block, self._block.source
        links = self._links()
        if links is not None and _still_says(links, block, source):
            self._replace_block(block, self._matches[row].unit.target)

    # How

    def _look(self) -> None:
        if not self.is_open:
            return
        wanted = self._wanted()
        if wanted is None or wanted == self._block:
            self._give_up()
        elif wanted != self._pending:
            self._pending = wanted
            self._tasks.start("look", self._show(wanted))

    def _give_up(self) -> None:
        self._pending = None
        self._tasks.cancel("look")

    def _wanted(self) -> _Wanted | None:
        """Return what to look for."""
        links = self._links()
        place = self._places.get("pointer") or self._places.get("caret")
        if links is None or place is None or not links.count:
            return None
        side, position = place
        block = links.block_at_source(position) if side == "source" else links.block_at_target(position)
        if block is None or links.is_edited(block):
            return None
        return _Wanted(block, links.layout.slots[block].source, self._shown.languages)

    async def _show(self, wanted: _Wanted) -> None:
        await self._sleep(LOOK_AFTER)
        found: Sequence[FuzzyMatch] = ()
        if wanted.languages is not None and wanted.languages.source is not None:
            found = await self._memory.similar(wanted.source, wanted.languages, _MOST)
        self._block, self._pending = wanted, None
        self._matches = [match for match in found if match.score >= LEAST_SCORE]
        rows = [self._row(match, wanted.source) for match in self._matches]
        self._screen.show_matches(rows, "" if rows else tr("The memory has nothing like this block."))

    def _row(self, match: FuzzyMatch, text: str) -> MatchRow:
        unit = match.unit
        return MatchRow(match.score, differences(unit.source, text), unit.target, match_caption(match, self._now()))


def _still_says(links: LinkMap, block: int, source: str) -> bool:
    return block < links.count and not links.is_edited(block) and links.layout.slots[block].source == source
