"""Plain values that presenters say things with and views show: no Qt, so that a presenter needs none."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal, NamedTuple

from translator.joining import listed

Severity = Literal["error", "warning", "info"]
"""Of a notice."""

State = Literal["ready", "warning", "error", "idle"]
"""Of the status line."""


class Action(NamedTuple):
    """A next step: the word on its button, its object name, and what it does.

    One that ``undoes`` what was done last is also what the keys for Undo mean, in windows with nothing else to undo.
    """

    text: str
    name: str
    run: Callable[[], None]
    undoes: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One thing to choose from a list."""

    id: str
    title: str
    icon: str
    caption: str = ""
    mark: str = ""

    @property
    def words(self) -> str:
        """All that is shown, for a screen reader."""
        return listed((self.title, self.caption, self.mark))
