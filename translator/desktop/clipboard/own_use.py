"""What the program itself does with the clipboard, so that nobody takes it for another program's doing."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager


class OwnUse:
    """Knows whether the clipboard is being used for a moment, and what was put back after that. For any thread."""

    def __init__(self) -> None:
        self._in_use = threading.Lock()
        self._is_left: Callable[[int], bool] | None = None

    @contextmanager
    def going_on(self) -> Iterator[None]:
        """Use the clipboard inside of this, once nobody else does: no change of it is anybody else's meanwhile.

        Two at once would each keep, to be given back, what the other has put there.
        """
        with self._in_use:
            yield

    def leave(self, is_left: Callable[[int], bool]) -> None:
        """Say how to tell what was put back: by the window that owns it on X11, elsewhere by the change's number."""
        self._is_left = is_left

    @property
    def is_going_on(self) -> bool:
        """Whether it is being used now: whoever puts something there does so at our bidding."""
        return self._in_use.locked()

    @property
    def was_ever(self) -> bool:
        """Whether it was ever used, so that changes have to be looked at."""
        return self.is_going_on or self._is_left is not None

    def is_own(self, mark: int) -> bool:
        """Return whether a change is our own, by the owner or the number that the clipboard has now."""
        return self.is_going_on or (self._is_left is not None and self._is_left(mark))
