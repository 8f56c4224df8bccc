"""Codes that stand for pieces of a text while a model works on the rest of it.

A code looks like ``<x1/>``, or is a pair around words, ``<g1>…</g1>``, as in XLIFF: models know such tags, carry them
along, and each costs about four tokens. What comes back is recognised in the spellings that models make of it:

- with blanks in it (``< x1 / >``), without the slash (``<x1>``), as a closing tag (``</x1>``), as a pair
  (``<x1></x1>``: that is one code); half of a pair with a slash too many or too few (``<g1>words<g1/>``);
- with a capital, a Cyrillic or a Greek letter for the x or the g, or one for the other, and with the digits of any
  script;
- with wide or angle brackets (``＜x1／＞``, ``〈x1/〉``), or escaped for HTML (``&lt;x1/&gt;``).
"""

import re
from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import count

from translator.text.span import Span

_BLANKS = r"[ \t\u00a0\u202f\u3000]{0,2}"
_OPEN = r"(?:[<＜〈〈]|&lt;)"
_CLOSE = r"(?:[>＞〉〉]|&gt;)"
_SLASH = r"[/／]"
_LETTER = r"[xXｘＸхХχΧ×gGｇＧɡгГγΓ]"

_CODE = re.compile(
    rf"{_OPEN}{_BLANKS}(?P<before>{_SLASH}{_BLANKS})?{_LETTER}{_BLANKS}(?P<number>\d{{1,9}})"
    rf"{_BLANKS}(?P<behind>{_SLASH}{_BLANKS})?{_CLOSE}"
)

# The same, each part of it there only if all before it is: what may yet become a code.
_BEGINNING = re.compile(
    rf"""(?: &l?t? | {_OPEN}{_BLANKS}(?:{_SLASH}{_BLANKS})?
        (?: {_LETTER}{_BLANKS} (?: \d{{1,9}}{_BLANKS} (?: {_SLASH}{_BLANKS} )? (?: &g?t? )? )? )? )\Z""",
    re.VERBOSE,
)

_LONGEST_BEGINNING = 40
"""Characters: more than the longest beginning of a code has."""


class Codes:
    """The codes of one text, numbered as they are first used.

    No code is one that ``source`` holds itself, in any of the spellings: what looks like a code there is text, and
    stays it.
    """

    def __init__(self, source: str) -> None:
        self._taken = {int(match["number"]) for match in _CODE.finditer(source)}
        self._free = (number for number in count(1) if number not in self._taken)
        self._numbers: dict[tuple[str, str, int], int] = {}
        self._originals: dict[str, str] = {}
        self._pairs: set[int] = set()

    @property
    def originals(self) -> Sequence[str]:
        """What has a code, in order of first appearance."""
        return tuple(self._originals.values())

    def code_for(self, original: str, nth: int = 0) -> str:
        """Return the code that stands for this: always the same one, unless ``nth`` tells equal originals apart."""
        number = self._number(original, "", nth)
        code = _spell(number)
        self._originals[code] = original
        return code

    def pair_for(self, opening: str, closing: str, nth: int = 0) -> tuple[str, str]:
        """Return the codes for what stands around some words: always the same ones, unless ``nth`` is another."""
        number = self._number(opening, closing, nth)
        codes = f"<g{number}>", f"</g{number}>"
        self._originals.update(zip(codes, (opening, closing), strict=True))
        self._pairs.add(number)
        return codes

    def original(self, code: str) -> str | None:
        """Return what the code stands for, or None where there is no such code."""
        return self._originals.get(code)

    def is_pair(self, number: int) -> bool:
        """Whether the codes of that number are a pair."""
        return number in self._pairs

    def is_text(self, number: int) -> bool:
        """Whether the source itself holds what looks like the code of that number."""
        return number in self._taken

    def codes_in(self, text: str) -> frozenset[str]:
        """Return the codes that stand in a protected text, as they are spelt there."""
        return frozenset(match[0] for match in _CODE.finditer(text) if match[0] in self._originals)

    def _number(self, opening: str, closing: str, nth: int) -> int:
        key = opening, closing, nth
        if key not in self._numbers:
            self._numbers[key] = next(self._free)
        return self._numbers[key]


def clip(spans: Iterable[Span], start: int, end: int) -> Iterator[Span]:
    """Yield what of the spans lies in that part of a text, counted from the part's beginning."""
    for from_, to in spans:
        if from_ < end and to > start:
            yield max(from_, start) - start, min(to, end) - start


class Restoring:
    """Puts the originals back while a reply streams. Only what may be the beginning of a code is held back.

    Codes may come in any order and any number: each becomes its original. That goes for one that was not ``expected``
    here as well, as it is the user's own text and says nothing new to the user; a number that stands for nothing is
    left as it was written. Both are told in ``unexpected``, so that whoever translates can judge the reply by it.

    ``before`` and ``behind`` stood around the protected text, and stand around what comes back for it.
    """

    def __init__(self, codes: Codes, expected: Collection[str], before: str = "", behind: str = "") -> None:
        self._codes = codes
        self._expected = frozenset(expected)
        self._before = before
        self._behind = behind
        self._seen: set[str] = set()
        self._unclosed: set[int] = set()
        self._held = ""

    @property
    def expected(self) -> frozenset[str]:
        """The codes that have to come back."""
        return self._expected

    @property
    def missing(self) -> frozenset[str]:
        """The expected codes that have not come back so far."""
        return self._expected - self._seen

    @property
    def unexpected(self) -> frozenset[str]:
        """The codes that have come though they were not expected, those that stand for nothing included."""
        return frozenset(self._seen) - self._expected

    def feed(self, delta: str) -> str:
        """Take a piece of the reply; return what is certain now, with originals for codes."""
        before, self._before = self._before, ""
        if not self._codes.originals:
            return before + delta
        text = self._held + delta
        pieces = [before]
        done = 0
        for match in _CODE.finditer(text):
            pieces += [text[done : match.start()], self._restore(match)]
            done = match.end()
        beginning = _BEGINNING.search(text, max(done, len(text) - _LONGEST_BEGINNING))
        end = beginning.start() if beginning else len(text)
        self._held = text[end:]
        return "".join([*pieces, text[done:end]])

    def finish(self) -> str:
        """Return the rest, now that nothing follows."""
        rest = self._held + self._behind
        self._held = self._behind = ""
        return rest

    def _restore(self, match: re.Match[str]) -> str:
        number = int(match["number"])
        if self._codes.is_text(number):
            return match[0]
        if self._codes.is_pair(number):
            return self._restore_half(number, is_end=match["before"] is not None)
        if match["before"] and not match["behind"] and number in self._unclosed:
            self._unclosed.remove(number)
            return ""
        if not match["before"] and not match["behind"]:
            self._unclosed.add(number)
        self._seen.add(_spell(number))
        original = self._codes.original(_spell(number))
        return match[0] if original is None else original

    def _restore_half(self, number: int, *, is_end: bool) -> str:
        """Return the half of a pair that this is: where the pair is open, and opens again, it was meant to close."""
        is_end = is_end or number in self._unclosed
        (self._unclosed.discard if is_end else self._unclosed.add)(number)
        code = f"</g{number}>" if is_end else f"<g{number}>"
        self._seen.add(code)
        return self._codes.original(code) or ""


def _spell(number: int) -> str:
    return f"<x{number}/>"
