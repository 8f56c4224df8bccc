"""A clipboard that counts its changes, as those of Windows and macOS do, for a moment's use. For one thread."""

from __future__ import annotations

import time
from abc import ABC, abstractmethod
from typing import TYPE_CHECKING, Generic, Self, TypeVar

from translator.surroundings.copied import ClipboardNotRestored

if TYPE_CHECKING:
    from collections.abc import Callable

    from translator.desktop.clipboard.own_use import OwnUse
    from translator.surroundings.copied import Copied

_LOOKING_SECONDS = 0.005  # neither system tells a thread without a window

Kept = TypeVar("Kept")


class CountedBoard(ABC, Generic[Kept]):
    """Uses the clipboard for a moment. ``now`` and ``sleep`` are in seconds."""

    def __init__(
        self, own_use: OwnUse, now: Callable[[], float] = time.monotonic, sleep: Callable[[float], None] = time.sleep
    ) -> None:
        self._own_use = own_use
        self._now = now
        self._sleep = sleep

    def __enter__(self) -> Self:
        return self

    @abstractmethod
    def __exit__(self, *_: object) -> None:
        """Let go of what the use of it took."""

    @abstractmethod
    def change_number(self) -> int:
        """Return a number that grows whenever a program puts something on it."""

    @abstractmethod
    def read(self) -> Copied:
        """Return the text that is on it. Raises CannotRead."""

    @abstractmethod
    def keep(self) -> Kept:
        """Return all of its content. Raises CannotRead where it is not to be had in full, or marked as secret."""

    @abstractmethod
    def put(self, text: str) -> bool:
        """Put a text on it, out of sight of clipboard histories; return whether that could be done."""

    @abstractmethod
    def restore(self, kept: Kept) -> bool:
        """Put this on it; return whether all of it could be."""

    def wait_for_change(self, since: int, seconds: float) -> bool:
        """Wait until that number is another than this; return whether it is."""
        end = self._now() + seconds
        while self.change_number() == since:
            if self._now() >= end:
                return False
            self._sleep(_LOOKING_SECONDS)
        return True

    def give_back(self, kept: Kept, number: int) -> None:
        """Put back what was kept, unless it has changed since it had this number. Raises ClipboardNotRestored."""
        if self.change_number() != number:  # what somebody has copied meanwhile is what the user wants to have
            return
        is_back = self.restore(kept)
        left = self.change_number()
        self._own_use.leave(lambda latest: latest == left)
        if not is_back:
            raise ClipboardNotRestored
