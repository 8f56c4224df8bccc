"""What of a text that is being written has not been read out yet."""

from collections.abc import Callable, Sequence

from translator.text.difference import TextEdit
from translator.text.span import Span

Cut = Callable[[str, str], Sequence[Span]]
"""Finds the sentences of a block (the first argument) of a language, in order."""


class Unread:
    """Follows the edits of a text, in code points, and gives out each of its sentences once, when it is complete.

    What is changed behind the reader's back, where it was read already, is not read again: it is on the screen.
    """

    def __init__(self, cut: Cut) -> None:
        self._cut = cut
        self.begin()

    def begin(self) -> None:
        """Begin anew: reading starts with the next edit, wherever in the text that is."""
        self._start = -1
        self._pending = ""
        self._passed = ""

    def edit(self, edit: TextEdit) -> None:
        """Take note of an edit."""
        if self._start < 0 or edit.position > self._start + len(self._pending):
            self._go_on_at(edit.position)
        behind = edit.position - self._start
        if behind >= 0:
            removed_to = behind + edit.removed
            self._pending = self._pending[:behind] + edit.inserted + self._pending[removed_to:]
            return
        self._pending = self._pending[max(0, behind + edit.removed) :]
        self._start = max(self._start - edit.removed, edit.position) + len(edit.inserted)

    def _go_on_at(self, position: int) -> None:
        """Go on further down: what stands before it is there already, and what was being written is complete."""
        self._passed += self._pending + "\n"
        self._start, self._pending = position, ""

    def take(self, language: str) -> str:
        """Return the sentences that are complete and have not been given out; ``language`` is a primary subtag."""
        whole = self._pending.rfind("\n") + 1
        sentences = self._cut(self._pending[whole:], language)
        if len(sentences) > 1:
            whole += sentences[-1][0]
        return self._give_out(whole)

    def rest(self) -> str:
        """Return all that has not been given out, as when nothing more will come."""
        return self._give_out(len(self._pending))

    def _give_out(self, length: int) -> str:
        given = self._passed + self._pending[:length]
        self._passed, self._pending = "", self._pending[length:]
        self._start += length
        return " ".join(given.split())
