"""Tell which block each piece of a reply belongs to."""

import re
from abc import ABC, abstractmethod
from collections.abc import Iterator, Sequence
from typing import Protocol

from translator.translation.ports import ReplyForm
from translator.translation.reply.json_object import ObjectReply

# (index of the block in the request, text that goes to its end)
Piece = tuple[int, str]

_NUMBER = re.compile(r"(\d{1,4})[ \t]*[.)．）:：、](?!\d)[ \t]*")
_NUMBER_BEGUN = re.compile(r"\d{0,4}[ \t]*(?:[.)．）:：、][ \t]*)?")


class ReplyLines(Protocol):
    """A reply that is taken piece by piece and given back block by block.

    ``answered`` are the blocks that have text so far; ``current`` is the one being written, -1 before the first.
    """

    answered: set[int]
    current: int

    def feed(self, text: str) -> Iterator[Piece]:
        """Take a piece of the reply."""
        ...

    def finish(self) -> Iterator[Piece]:
        """Give back the rest, now that nothing follows."""
        ...

    @property
    def agrees(self) -> bool:
        """Whether the reply has one text for each block, and nothing else."""
        ...


def lines_of_reply(lines: Sequence[str], form: ReplyForm) -> ReplyLines:
    """Return what reads the reply in that form to a request for these lines."""
    if form is ReplyForm.OBJECT:
        return ObjectReply(lines)
    if len(lines) == 1:
        return _OneBlock()
    return _NumberedLines(len(lines)) if form is ReplyForm.NUMBERED else _PlainLines(len(lines))


class _OneBlock:
    """The whole reply is the block's, line breaks and all."""

    def __init__(self) -> None:
        self.answered: set[int] = set()
        self.current = -1

    def feed(self, text: str) -> Iterator[Piece]:
        if text:
            self.answered.add(0)
            self.current = 0
            yield 0, text

    def finish(self) -> Iterator[Piece]:
        yield from ()

    @property
    def agrees(self) -> bool:
        return bool(self.answered)


class _Lines(ABC):
    """Cuts a reply into lines without their outer blanks; empty lines do not count."""

    def __init__(self, count: int) -> None:
        self.answered: set[int] = set()
        self.current = -1
        self._count = count
        self._is_in_line = False
        self._held = ""

    def feed(self, text: str) -> Iterator[Piece]:
        *whole, last = text.split("\n")
        for part in whole:
            yield from self._add(part, is_end=True)
            self._is_in_line = False
            self._held = ""
        yield from self._add(last, is_end=False)

    def finish(self) -> Iterator[Piece]:
        yield from self._add("", is_end=True)

    def _add(self, part: str, *, is_end: bool) -> Iterator[Piece]:
        """Take a part of a line. What cannot be told yet is held: its number, blanks that may be its last."""
        text = self._held + part
        if not self._is_in_line:
            begun = self._begin_line(text.lstrip(), is_end=is_end)
            if begun is None:
                self._held = text
                return
            self._is_in_line = True
            text = begun
        visible = text.rstrip()
        self._held = text[len(visible) :]
        if visible and 0 <= self.current < self._count:
            self.answered.add(self.current)
            yield self.current, visible

    @abstractmethod
    def _begin_line(self, text: str, *, is_end: bool) -> str | None:
        """Set ``current`` by how the line begins; return its text, None if that cannot be told yet."""


class _PlainLines(_Lines):
    """One line is one block."""

    @property
    def agrees(self) -> bool:
        return self.current + 1 == self._count

    def _begin_line(self, text: str, *, is_end: bool) -> str | None:
        if not text:
            return None
        self.current += 1
        return text


class _NumberedLines(_Lines):
    """A line belongs to the block whose number it begins with.

    Numbers only rise; a line without a number, or with another one, goes on with the block before it.
    """

    @property
    def agrees(self) -> bool:
        return len(self.answered) == self._count

    def _begin_line(self, text: str, *, is_end: bool) -> str | None:
        if not is_end and _NUMBER_BEGUN.fullmatch(text):
            return None
        match = _NUMBER.match(text)
        if match and self.current + 1 < int(match[1]) <= self._count:
            self.current = int(match[1]) - 1
            return text[match.end() :]
        return f" {text}" if self.current in self.answered and text else text
