"""What reading a picture asks of the window or the popup it is shown in."""

from collections.abc import Sequence
from typing import Protocol

from translator.ui.vocabulary import Action, Severity, State


class PictureScreen(Protocol):
    """Where the text of a picture comes up. What is shown here is the source; it is translated afterwards."""

    def begin_reading_picture(self) -> None:
        """Make ready for the text of a picture: what was the source before is no longer, and can be brought back."""
        ...

    def add_text(self, text: str) -> bool:
        """Put this to the end of the source; return False where the user has written there meanwhile."""
        ...

    def end_reading(self, *, has_text: bool) -> None:
        """Take note that no more will come, and whether anything came at all."""
        ...

    def show_status(self, text: str, state: State) -> None:
        """Say how things stand."""
        ...

    def show_picture_meta(self, text: str, note: str = "") -> None:
        """Show what reading the picture took, and a note on that; nothing for an empty text."""
        ...

    def show_picture_notice(self, sentence: str, severity: Severity, actions: Sequence[Action] = ()) -> None:
        """Say it over the source, with next steps."""
        ...

    def hide_picture_notice(self) -> None:
        """Take that away."""
        ...
