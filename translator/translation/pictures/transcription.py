"""Take the text of a picture out of a reply, while it streams.

The prompt asks for it between two tags, and models mostly obey. What stands outside of them is talk, and dropped. Of a
reply without them all is kept, as nobody can tell then what is talk and what stands in the picture; but for a think
block, and a code fence around everything.
"""

import re
from enum import Enum, auto

from translator.translation.reply.filter import ReplyFilter
from translator.translation.reply.openers import fence_opener, think_openers

OPEN, CLOSE = "<transcription>", "</transcription>"
NO_TEXT, NO_PICTURE = "[no text]", "[no picture]"

LONGEST_INTRODUCTION = 300
"""Characters. So much is held back to see whether a tag follows, or whether it is only an apology."""

# How a model that was given no picture says so, when it forgets what it was told to write.
_APOLOGY = re.compile(
    r"\bI(['’]m)?\b[^.]{0,20}\b(cannot|can not|can['’]t|unable to|not able to|don['’]t|do not|didn['’]t)\b[^.]{0,40}"
    r"\b(see|view|access|process|read|interpret|receive)[^.]{0,40}\b(images?|pictures?|photos?|attachments?)"
    r"|\bno (image|picture|attachment)\b[^.]{0,40}\b(attached|provided|included|uploaded)"
    r"|\bI(['’]m| am)\b[^.]{0,20}\btext[- ](based|only)\b",
    re.IGNORECASE,
)


class Transcription:
    """Takes a reply piece by piece and gives back the text of the picture in it.

    Once finished, ``is_blind`` tells that the model saw no picture: then nothing was given back. Nor was anything
    where there is no text in the picture.
    """

    def __init__(self) -> None:
        self.is_blind = False
        self._thoughts = ReplyFilter((), think_openers())
        self._tags = _Tags()
        self._fence = ReplyFilter((), [fence_opener()])
        self._held: str | None = ""

    @property
    def hidden(self) -> int:
        """How many characters of the reply were thoughts, which are never shown."""
        return self._thoughts.hidden

    def feed(self, delta: str) -> str:
        """Take a piece of the reply; return what of the text is certain now."""
        return self._without_marker(self._fence.feed(self._tags.feed(self._thoughts.feed(delta))))

    def finish(self) -> str:
        """Return the rest, now that nothing follows."""
        rest = self._tags.feed(self._thoughts.finish())
        is_apology = self._tags.is_undecided and bool(_APOLOGY.search(self._tags.held))
        rest = self._fence.feed(rest + self._tags.finish()) + self._fence.finish()
        text = self._without_marker(rest)
        held, self._held = self._held or "", None
        self.is_blind = is_apology or _marker(held) == NO_PICTURE
        return "" if self.is_blind or _marker(held) == NO_TEXT else text + held

    def _without_marker(self, text: str) -> str:
        """Hold back what may become a marker."""
        if self._held is None:
            return text
        self._held += text
        if any(marker.startswith(_marker(self._held)) for marker in (NO_TEXT, NO_PICTURE)):
            return ""
        text, self._held = self._held, None
        return text


def _marker(text: str) -> str:
    return text.strip().rstrip(".").casefold()


class _State(Enum):
    BEFORE = auto()
    INSIDE = auto()
    BETWEEN = auto()
    WITHOUT = auto()


class _Tags:
    """Lets through what stands between the tags, or all of it where they do not come soon."""

    def __init__(self) -> None:
        self.held = ""
        self._state = _State.BEFORE

    @property
    def is_undecided(self) -> bool:
        """Whether it may yet be a reply without tags, of which nothing was let through."""
        return self._state is _State.BEFORE

    def feed(self, text: str) -> str:
        self.held += text
        pieces = []
        while (piece := self._step()) is not None:
            pieces.append(piece)
        return "".join(pieces)

    def finish(self) -> str:
        """Return what is held of the text."""
        return "" if self._state is _State.BETWEEN else self._release(len(self.held))

    def _step(self) -> str | None:
        """Take what can be told; None where more is needed for that."""
        if self._state is _State.INSIDE:
            return self._inside()
        if self._state is _State.WITHOUT:
            return self._release(len(self.held)) or None
        return self._outside()

    def _outside(self) -> str | None:
        is_beginning = self._state is _State.BEFORE
        place = self.held.find(OPEN, 0, LONGEST_INTRODUCTION if is_beginning else None)
        if place >= 0:
            # A second pair follows the first on a line of its own: a model that thought of each column for itself.
            self.held, self._state = self.held[place + len(OPEN) :], _State.INSIDE
            return "" if is_beginning else "\n"
        if is_beginning and len(self.held) > LONGEST_INTRODUCTION:
            self._state = _State.WITHOUT
            return ""
        return None

    def _inside(self) -> str | None:
        place = self.held.find(CLOSE)
        if place >= 0:
            piece = self._release(place)
            self.held, self._state = self.held[len(CLOSE) :], _State.BETWEEN
            return piece
        return self._release(len(self.held) - _beginning_of(CLOSE, self.held)) or None

    def _release(self, length: int) -> str:
        piece, self.held = self.held[:length], self.held[length:]
        return piece


def _beginning_of(literal: str, text: str) -> int:
    """Return how much of the text's end may yet become the literal."""
    return next((n for n in range(len(literal) - 1, 0, -1) if text.endswith(literal[:n])), 0)
