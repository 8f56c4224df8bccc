"""Texts as they may be sent for a few words of them: codes stand for what has to come back as it is."""

from collections.abc import Sequence

from translator.text.codes import Codes, Restoring
from translator.text.private.find import find_private
from translator.text.protected.find import find_protected
from translator.text.span import Span


class Coded:
    """Puts codes into some texts, and takes them out of what comes back.

    Where it ``masks``, private words have codes as well, and what touches them cannot be asked about.
    """

    def __init__(self, *texts: str, masks: bool) -> None:
        self._masks = masks
        self._codes = Codes("\n".join(texts))

    def is_private(self, text: str, part: Span) -> bool:
        """Whether this part of a text touches words that stay on this computer."""
        return self._masks and any(_overlap(span, part) for span in find_private(text))

    def has_words(self, text: str) -> bool:
        """Whether any letter of a text is left outside its codes."""
        spans = self._to_code(text)
        return any(
            letter.isalpha() and not any(start <= place < end for start, end in spans)
            for place, letter in enumerate(text)
        )

    def encode(self, text: str, within: Span, part: Span) -> tuple[str, str, str]:
        """Return what stands within a range of a text: up to a part, that part, and behind it. The part has no codes.

        What is private is looked for in the whole text, as what stands around a number tells what it is.
        """
        spans = [span for span in self._to_code(text) if not _overlap(span, part)]
        start, end = within
        return (
            self._encode(text, spans, start, part[0]),
            text[part[0] : part[1]],
            self._encode(text, spans, part[1], end),
        )

    def encode_all(self, text: str) -> str:
        """Return a whole text."""
        return self._encode(text, self._to_code(text), 0, len(text))

    def decode(self, text: str, sent: str) -> str | None:
        """Return what came back with the originals in it, or None where a code of what was ``sent`` is lost."""
        restoring = Restoring(self._codes, self._codes.codes_in(sent))
        decoded = restoring.feed(text) + restoring.finish()
        return None if restoring.missing else decoded

    def _to_code(self, text: str) -> list[Span]:
        private = find_private(text) if self._masks else []
        spans: list[Span] = []
        for start, end in sorted([*private, *find_protected(text)]):
            if spans and start < spans[-1][1]:
                spans[-1] = spans[-1][0], max(end, spans[-1][1])
            else:
                spans.append((start, end))
        return spans

    def _encode(self, text: str, spans: Sequence[Span], start: int, end: int) -> str:
        """Return a range of a text with codes for the spans in it; one that is cut by its edges is whole in neither."""
        pieces = []
        for from_, to in spans:
            if start < to and from_ < end:
                pieces += [
                    text[start : max(start, from_)],
                    self._codes.code_for(text[max(start, from_) : min(to, end)]),
                ]
                start = min(to, end)
        return "".join([*pieces, text[start:end]])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
