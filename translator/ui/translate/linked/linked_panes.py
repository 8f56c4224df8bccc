"""Lights up what belongs together in both panes, and goes from one to the other."""

from typing import Literal, Protocol

from translator.text.difference import TextEdit
from translator.text.span import Span
from translator.ui.translate.linked.linked import LinkMap, Pair

Side = Literal["source", "target"]


class LinkedScreen(Protocol):
    """What is asked of the window. Places are in code points."""

    def light(self, source: Span | None, target: Span | None) -> None:
        """Light up a range in either pane, or in none."""
        ...

    def select_source(self, span: Span) -> None:
        """Select a range of the source and bring it into sight; the focus stays where it is."""
        ...

    def reveal_target(self, span: Span) -> None:
        """Bring a range of the target into sight."""
        ...


class LinkedPanes:
    """Decides what is lit: what is under the pointer, else the block being written, else what the caret is in.

    Of a text that is one segment alone the caret lights nothing: there would be nothing to tell it from.
    """

    def __init__(self, screen: LinkedScreen) -> None:
        self._screen = screen
        self._links: LinkMap | None = None
        self._pointer: tuple[Side, int] | None = None
        self._caret: tuple[Side, int] | None = None
        self._writing: int | None = None
        self._lit: Pair | None = None

    @property
    def links(self) -> LinkMap | None:
        """What the panes show, as blocks and sentences."""
        return self._links

    def show(self, links: LinkMap | None) -> None:
        """Link what is shown from now on."""
        self._links, self._writing = links, None
        self.refresh()

    def follow_edit(self, edit: TextEdit) -> None:
        """Take note of an edit of the source."""
        if self._links is not None:
            self._links.follow_edit(edit)
        self._light(self._wanted())  # whatever was lit: the editor has taken its light away

    def follow_writing(self, block: int | None) -> None:
        """Take note of the block that is being written, or that none is."""
        self._writing = block
        self.refresh()

    def point_at(self, side: Side, position: int | None) -> None:
        """Take note of where the pointer is, or that it has left."""
        self._pointer = None if position is None else (side, position)
        self.refresh()

    def follow_caret(self, side: Side, position: int | None) -> None:
        """Take note of where the caret is, or that this pane has none any more."""
        if position is not None:
            self._caret = side, position
        elif self._caret and self._caret[0] == side:
            self._caret = None
        self.refresh()

    def click(self, side: Side, position: int) -> None:
        """Go from a place to what belongs to it in the other pane."""
        pair = self._at(side, position)
        if pair is None:
            return
        if side == "target":
            self._screen.select_source(pair.source)
        else:
            self._screen.reveal_target(pair.target)

    def refresh(self) -> None:
        """Light up what is to be lit by now."""
        pair = self._wanted()
        if pair != self._lit:
            self._light(pair)

    def _light(self, pair: Pair | None) -> None:
        if pair is not None or self._lit is not None:
            self._lit = pair
            self._screen.light(*(pair or (None, None)))

    def _wanted(self) -> Pair | None:
        if self._links is None:
            return None
        if self._pointer and (pair := self._at(*self._pointer)):
            return pair
        if self._writing is not None:
            return self._links.pair_of(self._writing)
        if self._caret and not self._links.is_one_segment:
            return self._at(*self._caret)
        return None

    def _at(self, side: Side, position: int) -> Pair | None:
        if self._links is None:
            return None
        return self._links.at_source(position) if side == "source" else self._links.at_target(position)
