"""The translation that is on the screen: its blocks, what they answer, and what the user has made of them."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import NamedTuple

from translator.language.tag import LanguagePair
from translator.text.blocks import BlockedText, cut
from translator.text.difference import TextEdit
from translator.text.span import Span
from translator.translation.request import FinishedBlock, Translation, emptied_in
from translator.ui.translate.by_hand.by_hand import is_by_hand, is_joined, use_mine
from translator.ui.translate.by_hand.joined_blocks import JoinedBlocks
from translator.ui.translate.by_hand.offers import Offers
from translator.ui.translate.linked.linked import LinkMap
from translator.ui.translate.linked.linked_panes import LinkedPanes
from translator.ui.translate.screen import Screen
from translator.ui.translate.target.later_version import rewrite
from translator.ui.translate.target.missing import first_gap, gaps_of
from translator.ui.translate.target.target_layout import TargetLayout


class Gap(NamedTuple):
    """Where part of a translation is missing: the blocks of the source that are, and the place in the target.

    Both are in code points. The place is None where text of an earlier version of these blocks stands.
    """

    sources: Sequence[Span]
    target: int | None


@dataclass(frozen=True, slots=True)
class HeldTarget:
    """All that is known of the translation on a screen, to be shown on another as it is, block by block."""

    details: Translation
    links: LinkMap
    source: str
    languages: LanguagePair | None
    offers: Offers
    joined: JoinedBlocks


class ShownTarget:
    """Keeps the screen and the layout of the target the same, and the panes linked.

    ``source`` is the text that it translates, ``languages`` are its own; None while there is none. ``offers`` are what
    the user had written for blocks that have changed since.
    """

    def __init__(self, screen: Screen, linked: LinkedPanes) -> None:
        self._screen = screen
        self._linked = linked
        self._details = Translation("")
        self._links = LinkMap(TargetLayout.of_text(""), ())
        self.source = ""
        self.languages: LanguagePair | None = None
        self.offers = Offers()
        self._joined = JoinedBlocks()
        self._marked_for: str | None = None
        """The source for which stale text is marked, where it is."""
        self._listeners: list[Callable[[], None]] = []

    def listen(self, listener: Callable[[], None]) -> None:
        """Tell this when blocks say something else, or something else is known of them."""
        self._listeners.append(listener)

    def tell(self) -> None:
        """Tell whoever listens to look at the blocks anew."""
        for listener in self._listeners:
            listener()

    @property
    def layout(self) -> TargetLayout:
        """What is shown, by blocks."""
        return self._links.layout

    @property
    def translation(self) -> Translation:
        """What is shown, as a translation: all that is known of how it came about goes with it."""
        return self._described(self.layout.text)

    @property
    def own_translation(self) -> Translation:
        """What is shown of a translation of ``source``, without what stands there of an earlier text."""
        return self._described(self.layout.own_text)

    def _described(self, text: str) -> Translation:
        segments = self._details.segments if text == self._details.text else ()
        return replace(self._details, text=text, segments=segments, finished=self.layout.finished())

    @property
    def gaps(self) -> Sequence[Gap]:
        """Where part of it is missing."""
        return [Gap([*map(self._links.source_span, blocks)], place) for blocks, place in gaps_of(self.layout)]

    @property
    def first_gap(self) -> int | None:
        """Where the first of what is missing will be written, if anything is."""
        return first_gap(self.layout)

    def begin(self, text: str, languages: LanguagePair) -> None:
        """Make ready for the translation of a text. What is there stays as far as it may still hold."""
        blocked = cut(text)
        new = TargetLayout(blocked, sentences_spaced=languages.target.has_spaced_sentences)
        if self.holds_for(languages):
            self.offers.follow(self.layout, new)
            self._screen.edit_target(rewrite(self.layout, new))
        else:
            self.offers.clear()
        self._screen.await_target(goes_on=bool(new.text))
        self._details, self.source, self.languages = Translation(""), text, languages
        self._show(new, blocked)

    def holds_for(self, languages: LanguagePair) -> bool:
        """Whether what is shown may be part of a translation into this language."""
        return self.languages is not None and self.languages.target == languages.target

    def show(self, translation: Translation, source: str, languages: LanguagePair) -> None:
        """Show a translation of this source that did not come from here, such as one brought back."""
        blocked = cut(source)
        layout = _laid_out(translation, blocked, languages)
        self._details, self.source = translation, source
        self.languages = languages if translation.text else None
        self.offers.clear()
        self._screen.show_target(layout.text)
        self._show(layout, blocked if layout.slots else BlockedText((), ""))

    def hold(self) -> HeldTarget:
        """Return what is shown, for another screen. It is linked with ``source``, whatever was edited there since."""
        return self._held(self.layout, self.offers, self._joined)

    def copied(self) -> HeldTarget:
        """Return the same to be shown again, as it is now, whatever becomes of what is shown."""
        return self._held(self.layout.copied(), self.offers.copied(), JoinedBlocks())

    def _held(self, layout: TargetLayout, offers: Offers, joined: JoinedBlocks) -> HeldTarget:
        links = LinkMap(layout, layout.source_spans)
        return HeldTarget(self._details, links, self.source, self.languages, offers, joined)

    def show_as_before(self, before: HeldTarget) -> None:
        """Show what another screen showed, or this one before."""
        self._marked_for = None
        self._details, self._links, self.source, self.languages = (
            before.details, before.links, before.source, before.languages,
        )  # fmt: skip
        self.offers, self._joined = before.offers, before.joined
        self._screen.show_target(self.layout.text)
        self._linked.show(self._links)
        self.mark_edited()

    def write(self, edits: Sequence[TextEdit]) -> None:
        """Show what has changed in the layout."""
        if edits:
            self._screen.edit_target(edits)

    def end(self, details: Translation) -> None:
        """Take note of how it came about, and of what is there in the end."""
        self._details = details
        self.mark_edited()
        self._linked.refresh()

    def show_instead(self, translation: Translation) -> None:
        """Show a text of which nobody knows which blocks it answers."""
        self._screen.show_target(translation.text)
        self._show(TargetLayout.of_text(translation.text), BlockedText((), ""))

    # By hand

    def write_by_hand(self, edit: TextEdit) -> Sequence[int]:
        """Take note of an edit that the user did in the target; return the blocks that say something else now."""
        changed = self._joined.write(self.layout, edit)
        self._follow_hand()
        return changed

    def use_mine(self, index: int, text: str) -> None:
        """Let a block say what the user had written."""
        self.write(use_mine(self.layout, index, text))
        self._follow_hand()

    def put_back(self, block: FinishedBlock) -> None:
        """Let a block say what it said before."""
        self.write(self.layout.finish([block]))
        self._follow_hand()

    def _follow_hand(self) -> None:
        if self._marked_for is not None:
            self.mark_stale(self._marked_for)
        self.mark_edited()
        self._linked.refresh()

    def mark_edited(self) -> None:
        """Mark what the user has written."""
        slots = enumerate(self.layout.slots[: self.layout.shown])
        self._screen.mark_edited([self.layout.span(index) for index, slot in slots if is_by_hand(slot)])
        self.tell()

    # What is of another text

    def is_of(self, text: str) -> bool:
        """Whether all that is shown translates this text, as far as it has come."""
        return text.strip() == self.source.strip() and not self.layout.has_stale

    def mark_stale(self, typed: str) -> None:
        """Mark what translates nothing of what is typed: it is of an earlier text."""
        spans = self._stale_for(typed)
        self._marked_for = typed if spans else None
        self._screen.mark_stale(spans)

    def mark_nothing_stale(self) -> None:
        """Mark nothing as being of an earlier text."""
        if self._marked_for is not None:
            self._marked_for = None
            self._screen.mark_stale(())

    def follow_source(self, typed: str) -> None:
        """Take the marks away from what translates what is typed again."""
        if self._marked_for is not None and typed.strip() == self.source.strip():
            self.mark_stale(self.source)

    def _stale_for(self, typed: str) -> Sequence[Span]:
        layout, is_another = self.layout, typed.strip() != self.source.strip()
        if is_another and not layout.slots:
            return [(0, len(layout.text))]
        sources = {block.text for block in cut(typed).blocks} if is_another else set()
        return [
            layout.span(index)
            for index, slot in enumerate(layout.slots[: layout.shown])
            if slot.text.strip() and (slot.is_stale or (is_another and slot.source not in sources))
        ]

    # Blocks

    def edited_blocks(self, indices: Sequence[int]) -> Sequence[FinishedBlock]:
        """Return those of these blocks that the user has written, but for those that they joined to others."""
        slots = [self.layout.slots[index] for index in indices if index < len(self.layout.slots)]
        return self._apart(slot.finished for slot in slots if slot.finished and is_by_hand(slot))

    def usable_blocks(self) -> Sequence[FinishedBlock]:
        """Return the blocks that are there in full, each a translation of its own source and of nothing else."""
        return self._apart(self.layout.finished())

    def _apart(self, blocks: Iterable[FinishedBlock]) -> Sequence[FinishedBlock]:
        return [block for block in blocks if not is_joined(self.layout, block.index)]

    def _show(self, layout: TargetLayout, blocked: BlockedText) -> None:
        self._marked_for = None
        self._links = LinkMap(layout, blocked.spans())
        self._linked.show(self._links)
        self.mark_edited()


def _laid_out(translation: Translation, blocked: BlockedText, languages: LanguagePair) -> TargetLayout:
    """Return a translation by blocks, where its blocks are those of the source and make up its text."""
    # What stands around a block that was emptied by hand goes with the next translation: was there one since?
    for leaves_out in (False, True):
        layout = TargetLayout(blocked, sentences_spaced=languages.target.has_spaced_sentences)
        slots = layout.slots
        layout.finish(b for b in translation.finished if b.index < len(slots) and slots[b.index].source == b.source)
        if leaves_out:
            layout.leave_out(emptied_in(layout.finished()))
        for show_more in (layout.show_all, layout.show_tail):
            if layout.text != translation.text:
                show_more()
        if layout.text == translation.text:
            return layout
    return TargetLayout.of_text(translation.text)
