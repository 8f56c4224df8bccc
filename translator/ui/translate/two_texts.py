"""What a screen of two texts is made of: the window's panes and the popup have it both, whatever else they have."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtCore import SignalInstance

    from translator.ui.findings.bar import FindingsBar
    from translator.ui.findings.screen import FindingsShown
    from translator.ui.translate.source.source_editor import SourceEditor
    from translator.ui.translate.target.target_view import TargetView
    from translator.ui.translate.target.target_writer import TargetWriter
    from translator.ui.widgets.notices.notice import Notice


class SourceSide(Protocol):
    """The widgets around what is to be translated."""

    @property
    def editor(self) -> SourceEditor:
        """Where the text is typed."""
        ...

    @property
    def notice(self) -> Notice:
        """What is said of the source."""
        ...

    @property
    def notice_closed(self) -> SignalInstance:
        """Told when the reader has dismissed the notice."""
        ...

    def dismiss_notice(self) -> None:
        """Take the notice away, if there is one."""
        ...

    def show_counts(self, characters: int, tokens: int, cost: str | None = None, note: str = "") -> None:
        """Show how long the text is, and of a long one what it will cost. ``tokens`` is an estimate."""
        ...


class TargetSide(Protocol):
    """The widgets around the translation."""

    @property
    def target(self) -> TargetView:
        """Where the translation is read."""
        ...

    @property
    def writer(self) -> TargetWriter:
        """What writes it."""
        ...

    @property
    def notice(self) -> Notice:
        """What is said of the translation."""
        ...

    @property
    def findings(self) -> FindingsBar:
        """What was found in it."""
        ...

    def dismiss_notice(self) -> None:
        """Take the notice away, if there is one."""
        ...

    def show_findings(self, shown: FindingsShown) -> None:
        """Show what was found, or nothing."""
        ...

    def show_meta(self, text: str, short: str = "", note: str = "") -> None:
        """Show a few words about the translation, these fewer where there is little room; and a note."""
        ...

    def show_masked(self, pieces: Sequence[str]) -> None:
        """Say that these pieces of the text were kept on this computer; nothing for none."""
        ...

    def show_from_memory(self, blocks: int, of: int) -> None:
        """Say that so many blocks of the translation came from the memory; 0 is none."""
        ...

    def set_editing(self, *, editing: bool) -> None:
        """Let the translation be edited, or only read."""
        ...

    def set_progress(self, fraction: float | None) -> None:
        """Show how much is done, 0 to 1, or no bar at all."""
        ...


class TwoTexts(Protocol):
    """A source and its translation."""

    @property
    def source(self) -> SourceSide:
        """What is to be translated."""
        ...

    @property
    def target(self) -> TargetSide:
        """What it says in another language."""
        ...
