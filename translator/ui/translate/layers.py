"""What the one notice of a pane says where there is more than one thing to say."""

from collections.abc import Callable
from typing import NamedTuple

from translator.ui.vocabulary import Action, Severity

_RANK: dict[Severity, int] = {"info": 0, "warning": 1, "error": 2}


class Notice(NamedTuple):
    """A sentence with its next steps."""

    sentence: str
    severity: Severity
    actions: tuple[Action, ...] = ()


class NoticeLayers:
    """What passes lies over what stays, and goes with the next translation; what stays is there until it is dismissed.

    ``show`` shows a notice, or none.
    """

    def __init__(self, show: Callable[[Notice | None], None]) -> None:
        self._show = show
        self._passing: Notice | None = None
        self._staying: dict[str, Notice] = {}

    @property
    def top(self) -> Notice | None:
        """What is to be seen: what passes, else the gravest of what stays, the latest of those that are as grave."""
        return self._passing or self._staying.get(self._gravest())

    @property
    def is_passing(self) -> bool:
        """Whether there is something that goes with the next translation."""
        return self._passing is not None

    @property
    def staying(self) -> dict[str, Notice]:
        """What stays, by name."""
        return dict(self._staying)

    def say(self, notice: Notice, stays: str = "") -> None:
        """Say this. What passes replaces what passes; what stays, all of the same name."""
        if stays:
            self._staying.pop(stays, None)
            self._staying[stays] = notice
        else:
            self._passing = notice
        self._show(self.top)

    def take_away(self, stays: str = "") -> None:
        """Take away what passes, or what stays under this name."""
        before = self.top
        if stays:
            self._staying.pop(stays, None)
        else:
            self._passing = None
        if self.top is not before:
            self._show(self.top)

    def dismiss(self) -> None:
        """Take note that the reader has dismissed what was shown."""
        if self._passing is not None:
            self._passing = None
        elif self._staying:
            del self._staying[self._gravest()]
        self._show(self.top)

    def _gravest(self) -> str:
        latest_first = reversed(self._staying)
        return max(latest_first, key=lambda name: _RANK[self._staying[name].severity], default="")
