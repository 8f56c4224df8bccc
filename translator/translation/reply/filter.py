"""Strip from a reply, while it streams, what models put around a translation.

That is a ``<think>`` block, a sentence of introduction, an echoed ``<source>`` tag, a code fence around everything,
and outer blanks; each only where the source has nothing like it. Only what may be the beginning of such a thing is
held back, so text shows as soon as it can be nothing else.
"""

from collections.abc import Iterable, Sequence

from translator.text.display import repair
from translator.translation.reply.closer import CLOSING_TAG, ESCAPED, has_closer, unescape_closer
from translator.translation.reply.openers import Opener, openers_for


class ReplyFilter:
    """Takes a reply piece by piece and gives back the translation in it; ``source_lines`` are what was asked.

    With ``openers``, for a reply that is no translation, only these are looked for.
    """

    def __init__(self, source_lines: Sequence[str], openers: Iterable[Opener] | None = None) -> None:
        source = "\n".join(source_lines).lower()
        self._opening = _Opening(openers_for(source) if openers is None else openers)
        self._unescaping = _Unescaping() if has_closer(source) else None
        self._ending = _Ending([] if self._unescaping or openers is not None else [CLOSING_TAG])

    @property
    def hidden(self) -> int:
        """How many characters of a think block were dropped so far."""
        return self._opening.hidden

    def feed(self, delta: str) -> str:
        """Take a piece of the reply; return what of the translation is certain now, often all of it."""
        return self._from_opening(self._opening.feed(repair(delta)))

    def finish(self) -> str:
        """Return the rest, now that nothing follows."""
        rest = self._from_opening(self._opening.finish())
        if self._unescaping:
            rest += self._ending.feed(self._unescaping.finish())
        return rest + self._ending.finish()

    def _from_opening(self, text: str) -> str:
        self._ending.expect(self._opening.take_closers())
        return self._ending.feed(self._unescaping.feed(text) if self._unescaping else text)


class _Opening:
    """Drops what stands before the translation, each kind of it once."""

    def __init__(self, openers: Iterable[Opener]) -> None:
        self.hidden = 0
        self._openers = list(openers)
        self._closers: list[str] = []
        self._hidden: Opener | None = None
        self._waiting = ""
        self._is_over = False

    def feed(self, piece: str) -> str:
        if self._is_over:
            return piece
        self._waiting += piece
        return self._strip()

    def finish(self) -> str:
        if not self._is_over and not self._hidden:
            self._is_over = True
            return self._release()
        return ""

    def take_closers(self) -> list[str]:
        """Return what is to be expected at the end, as its counterpart was found at the beginning."""
        closers, self._closers = self._closers, []
        return closers

    def _strip(self) -> str:
        """Drop what is there; return what follows, once no more can come."""
        while self._strip_one():
            pass
        return self._release() if self._is_over else ""

    def _release(self) -> str:
        text, self._waiting = self._waiting, ""
        return text

    def _strip_one(self) -> bool:
        """Drop the next thing, if it is there and whole. Notices when no more can come."""
        if self._hidden and not self._skip_hidden(self._hidden):
            return False
        self._waiting = self._waiting.lstrip()
        lengths = [(opener.length(self._waiting), opener) for opener in self._openers]
        for length, opener in lengths:
            if length:
                self._drop(opener, length)
                return True
        self._is_over = all(length is not None for length, _ in lengths)
        return False

    def _drop(self, opener: Opener, length: int) -> None:
        self._waiting = self._waiting[length:]
        self._openers.remove(opener)
        if opener.hides:
            self._hidden = opener
        elif opener.closer:
            self._closers.append(opener.closer)

    def _skip_hidden(self, opener: Opener) -> bool:
        """Drop up to the closer; until it is there keep only what may be its beginning."""
        place = self._waiting.find(opener.closer)
        dropped = place if place >= 0 else max(0, len(self._waiting) - len(opener.closer))
        self.hidden += dropped
        if place < 0:
            self._waiting = self._waiting[dropped:]
            return False
        self._waiting = self._waiting[place + len(opener.closer) :]
        self._hidden = None
        return True


class _Unescaping:
    """Undoes ``escape_closer`` while the reply streams."""

    def __init__(self) -> None:
        self._held = ""

    def feed(self, piece: str) -> str:
        text = unescape_closer(self._held + piece)
        end = len(text) - _length_of_beginning(text[-len(ESCAPED) :].lower(), ESCAPED)
        self._held = text[end:]
        return text[:end]

    def finish(self) -> str:
        return self._held


class _Ending:
    """Drops what stands behind the translation: blanks, and each of the closers once."""

    def __init__(self, closers: list[str]) -> None:
        self._closers = closers
        self._held: list[str] = []

    def expect(self, closers: Iterable[str]) -> None:
        self._closers += closers

    def feed(self, piece: str) -> str:
        self._held.append(piece)
        if not piece.strip():
            return ""
        text = "".join(self._held)
        end = self._end(text[: len(text) - self._beginning_of_closer(text)])
        self._held = [text[end:]]
        return text[:end]

    def finish(self) -> str:
        text = "".join(self._held)
        return text[: self._end(text)]

    def _beginning_of_closer(self, text: str) -> int:
        """Return how much at the end of the text may yet become a closer."""
        if text.endswith(tuple(self._closers)):
            return 0
        return max((_length_of_beginning(text, closer) for closer in self._closers), default=0)

    def _end(self, text: str) -> int:
        """Return where the closers and blanks at the end of the text begin."""
        text = text.rstrip()
        closers = list(self._closers)
        while closer := next(filter(text.endswith, closers), None):
            closers.remove(closer)
            text = text.removesuffix(closer).rstrip()
        return len(text)


def _length_of_beginning(text: str, literal: str) -> int:
    """Return the length of the longest end of the text that is a beginning, but not all, of the literal."""
    return next((n for n in range(len(literal) - 1, 0, -1) if text.endswith(literal[:n])), 0)
